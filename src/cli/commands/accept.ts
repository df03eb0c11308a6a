import { dirname, relative } from 'node:path';
import type { NotedIssue } from '../../app/accept-finding.js';
import { urlOfFile } from '../../kit/urls/file-url.js';
import { fillIn } from '../../kit/text/fill-in.js';
import { utcDay } from '../../kit/time/utc-day.js';
import { SetupError, type Problem } from '../../model/problem.js';
import type { Language, Text } from '../../model/text.js';
import type { Command } from '../command.js';
import { lastOf, type Given, type Option } from '../options/option.js';
import { configOption, quietOption } from '../options/presentation.js';
import type { Setting } from '../options/setting.js';
import { knownSetting, languageSetting, storeSetting } from '../options/settings.js';
import { prepare } from '../prepare.js';
import { write } from '../terminal/write.js';

const group = 'What is noted:';
const reasonOption: Option = {
  flags: '--reason <text>',
  summary: 'why it may stay as it is; required',
  group,
};
const ownerOption: Option = { flags: '--owner <name>', summary: 'who looks after it', group };
const untilOption: Option = {
  flags: '--until <date>',
  summary: 'the last day it is accepted, YYYY-MM-DD',
  group,
};

const fileSetting: Setting = {
  ...knownSetting,
  summary: 'the YAML file to note it in; default known-issues.yaml',
};
const settings = [fileSetting, languageSetting, storeSetting];

/** Notes a finding as known, so that nothing fails for it. */
export const accept: Command = {
  name: 'accept',
  operands: '<finding>',
  summary:
    'note a finding of the last run, by its id or address, as known: it is shown, but nothing fails for it',
  examples: [
    'playbook-health accept 6959175a86cb52cb --reason "moved in May" --owner hub-team --until 2027-05-31',
    'playbook-health accept https://example.com/old.pptx --reason "kept for auditors" --known known.yaml',
  ],
  options: [reasonOption, ownerOption, untilOption, configOption, ...settings, quietOption],
  run: async (invocation) => {
    const { operands, given, terminal, useCases, mistakes } = invocation;
    const today = utcDay(Date.now());
    const wrong = [...mistakes, ...noteProblems(given, today)];
    const config = await prepare({ ...invocation, mistakes: wrong }, { settings });
    const [finding] = operands;
    const reason = lastOf(given, reasonOption);
    if (finding === undefined || reason === undefined)
      throw new SetupError([{ place: {}, message: 'name a finding and a reason' }]);
    const noted = await useCases.accept({
      config,
      finding,
      folder: urlOfFile(terminal.cwd()),
      reason,
      owner: lastOf(given, ownerOption),
      until: lastOf(given, untilOption),
      today,
    });
    const { language } = config;
    const known = relative(dirname(lastOf(given, configOption) ?? ''), noted.file);
    const hint = config.known === undefined ? nameIt(known)[language] : '';
    const said = [`${describeNoted(noted, language)}${hint}`, ...noted.notices.map((text) => text[language])];
    if (!given.has(quietOption)) await write(terminal.stderr, `${said.join('\n')}\n`);
    return 0;
  },
};

function nameIt(file: string): Text {
  return {
    en: ` Name it in the configuration as "known: ${file}".`,
    ja: `設定ファイルに「known: ${file}」と記載してください。`,
  };
}

const words = {
  noted: { en: 'Noted in {file}.', ja: '{file} に記録しました。' },
  again: { en: 'Noted again in {file}.', ja: '{file} の記録を更新しました。' },
  replaced: { en: ' Replaced: {what}.', ja: '置き換え: {what}。' },
  kept: { en: ' Kept: {what}.', ja: '変更なし: {what}。' },
  ended: { en: ' Taken out as it has passed: {what}.', ja: '期限が過ぎたため削除: {what}。' },
  value: { en: '{name} "{value}"', ja: '{name}「{value}」' },
  comma: { en: ', ', ja: '、' },
} as const satisfies Readonly<Record<string, Text>>;

/** `Noted in F.`, and for a finding that was noted before what became of each field. */
function describeNoted({ file, issue, before }: NotedIssue, language: Language): string {
  const say = (word: keyof typeof words, values: Readonly<Record<string, string>>): string =>
    fillIn(words[word][language], values);
  if (before === null) return say('noted', { file });
  const names = (['reason', 'owner', 'until'] as const).filter((name) => before[name] !== undefined);
  const tell = (fate: 'replaced' | 'kept' | 'ended', having: readonly (typeof names)[number][]): string => {
    const listed = having.map((name) => say('value', { name, value: before[name] ?? '' }));
    return listed.length === 0 ? '' : say(fate, { what: listed.join(words.comma[language]) });
  };
  const ended = names.filter((name) => issue[name] === undefined);
  const kept = names.filter((name) => issue[name] === before[name]);
  const replaced = names.filter((name) => !ended.includes(name) && !kept.includes(name));
  return [say('again', { file }), tell('replaced', replaced), tell('kept', kept), tell('ended', ended)].join(
    '',
  );
}

/** Mistakes in what is to be noted. `today` is `YYYY-MM-DD` in UTC, as expiry is judged. */
function noteProblems(given: Given, today: string): readonly Problem[] {
  const problems: Problem[] = [];
  const reason = lastOf(given, reasonOption)?.trim() ?? '';
  if (reason === '')
    problems.push({ place: {}, message: '--reason is missing', hint: 'say why it may stay as it is' });
  const until = lastOf(given, untilOption);
  if (until !== undefined && !isDay(until))
    problems.push({ place: {}, message: `--until must be a day such as 2027-05-31, not "${until}"` });
  else if (until !== undefined && until < today)
    problems.push({
      place: {},
      message: `--until ${until} has passed`,
      hint: `name ${today} or a later day`,
    });
  return problems;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
