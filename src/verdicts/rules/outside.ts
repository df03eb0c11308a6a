import { defineWithheldRule } from '../define-withheld.js';

export const outside = defineWithheldRule('outside', {
  summary: 'A file that lies outside of the folders of what was given to check.',
  label: { en: 'outside', ja: '対象外' },
  reason: {
    en: 'This file lies outside of the files and folders that were given to check, or is a symbolic link that leads out of them, so it was not looked at. To have it checked, give its folder as well.',
    ja: '確認の対象として指定されたファイルやフォルダーの外にあるか、外へのシンボリックリンクであるため、確認していません。確認するには、そのフォルダーも指定してください。',
  },
});
