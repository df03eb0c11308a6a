import type { Text } from '../../model/text.js';
import { defineWithheldRule } from '../define-withheld.js';

const piped: Text = {
  en: 'This link is relative, and what is piped in lies in no folder, so where it leads is not known. Give the file itself to check, or let the page say where it belongs: <base href="https://…">.',
  ja: '相対リンクですが、パイプで渡された内容にはフォルダーがないため、リンク先がわかりません。ファイル自体を指定するか、ページに <base href="https://…"> を記述してください。',
};

export const outside = defineWithheldRule('outside', {
  summary: 'A file that lies outside of the folders of what was given to check.',
  label: { en: 'outside', ja: '対象外' },
  reason: {
    en: 'This file lies outside of the files and folders that were given to check, or is a symbolic link that leads out of them, so it was not looked at. To have it checked, give its folder as well.',
    ja: '確認の対象として指定されたファイルやフォルダーの外にあるか、外へのシンボリックリンクであるため、確認していません。確認するには、そのフォルダーも指定してください。',
  },
  insteadFor: (detail) => (detail === 'stdin' ? { level: 'info', reason: piped } : null),
});
