import { escapeMarkdown, markdownLink } from '../../kit/escape/markdown.js';
import { shorten } from '../../kit/text/shorten.js';
import type { HeadsUp } from '../../model/change.js';
import { speak, type Speech } from '../wording/speech.js';
import type { HeadsUpReporter } from './reporter.js';
import { addressOf, columns, doubtsOn, rowsOf, sumUp, type Row } from './rows.js';

const longestText = 300;
const longestAddress = 2000;
const longestDoubt = 2000;

/** The table that partners mail to each other: 公開日 | トピックのタイトル | 変更. */
export const markdown: HeadsUpReporter = {
  id: 'markdown',
  endings: ['.md', '.markdown'],
  render: (headsUp) => {
    const speech = speak(headsUp.language);
    return `# ${speech.say('headsUp')}\n\n${writeHeadsUp(headsUp, speech).join('\n\n')}\n`;
  },
};

/** The heads-up as blocks of Markdown, without a heading of its own. */
export function writeHeadsUp(headsUp: HeadsUp, speech: Speech): readonly string[] {
  const { say, time } = speech;
  const span = { before: time(headsUp.before.start), after: time(headsUp.after.start) };
  return [
    `${headsUp.portals.map(escapeMarkdown).join(say('listJoin'))}  \n${say('headsUpSpan', span)}`,
    ...doubtsOn(headsUp, speech).map((doubt) => `> **${escapeMarkdown(shorten(doubt, longestDoubt))}**`),
    headsUp.changes.length === 0
      ? say('nothingChanged')
      : `${sumUp(headsUp, speech)}\n\n${writeTable(headsUp, speech)}`,
    ...writeUntranslated(headsUp, speech),
  ];
}

function writeTable(headsUp: HeadsUp, speech: Speech): string {
  const head = columns.map((word) => speech.say(word)).join(' | ');
  const rows = rowsOf(headsUp, speech).map(
    (row) => `| ${row.date} | ${writeTitle(row)} | ${writeChange(row)} |`,
  );
  return [`| ${head} |`, '| --- | --- | --- |', ...rows].join('\n');
}

function writeTitle({ change, title }: Row): string {
  const address = addressOf(change);
  return writeLink(clean(title), address);
}

function writeChange({ kind, reason, remarks }: Row): string {
  const more = remarks.map(({ text, url }) =>
    url === null ? text : writeLink(clean(text.replace(/:$/, '')), url),
  );
  return [`**${kind}** ${clean(reason)}`, ...more].join('<br>');
}

function writeUntranslated({ untranslated }: HeadsUp, { say, count }: Speech): readonly string[] {
  if (untranslated.total === 0) return [];
  const items = untranslated.items.map(({ url, title }) => `- ${writeLink(clean(title), url)}`);
  return [`## ${say('untranslated', { count: count(untranslated.total) })}`, items.join('\n')];
}

/**
 * A link in a cell, which a pipe would end: in an address it is percent-encoded. The path of a file leads nowhere from a mail.
 */
function writeLink(text: string, url: string | null): string {
  if (url === null || url.length > longestAddress) return text;
  if (!/^https?:\/\/[^\s/?#]/i.test(url)) return text === clean(url) ? text : `${text} (${clean(url)})`;
  return markdownLink(text, url.replaceAll('|', '%7C'));
}

/** Escapes the pipes of a text, which end a cell even in a code span (GFM §4.10). */
function clean(text: string): string {
  return escapeMarkdown(shorten(text, longestText)).replace(/(?<!\\)\|/g, '\\|');
}
