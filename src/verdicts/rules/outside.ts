import { defineWithheldRule } from '../define-withheld.js';

export const outside = defineWithheldRule('outside', {
  summary: 'A file that lies outside of what was given to check.',
  label: { en: 'outside', ja: '対象外' },
  reason: {
    en: 'This file lies outside of the files and folders that were given to check, so it was not opened. Give its folder as well to have it checked.',
    ja: '確認の対象として指定されたファイルやフォルダーの外にあるため、開いていません。確認するには、そのフォルダーも指定してください。',
  },
});
