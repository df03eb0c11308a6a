import { shorten } from '../../kit/text/shorten.js';
import type { HeadsUp } from '../../model/change.js';
import { addressOf, doubtsOn, rowsOf, sumUp, type Row } from '../heads-up/rows.js';
import { speak } from '../wording/speech.js';

/** Slack takes 50 blocks a message, 3,000 characters a section and 150 a header. */
const mostSections = 40;
const longestSection = 2900;
const longestHeader = 70;
const longestText = 150;
const longestDoubt = 300;
const longestAddress = 1000;
const mostRows = 500;

/** Blocks for a Slack webhook: one line for each change, as many as fit, and how many are left out. */
export function slack(headsUp: HeadsUp): string {
  const speech = speak(headsUp.language);
  const { say, time, count } = speech;
  const rows = rowsOf({ ...headsUp, changes: headsUp.changes.slice(0, mostRows) }, speech);
  const { sections, shown } = pack(rows.map(writeRow));
  const left = Object.values(headsUp.totals).reduce((sum, total) => sum + total, 0) - shown;
  const title = shorten([say('headsUp'), ...headsUp.portals].join(' · '), longestHeader);
  const doubts = doubtsOn(headsUp, speech).map((doubt) => shorten(doubt, longestDoubt));
  const span = say('headsUpSpan', { before: time(headsUp.before.start), after: time(headsUp.after.start) });
  return JSON.stringify({
    text: escapeSlack(`${title}: ${sumUp(headsUp, speech)}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title } },
      section(escapeSlack([span, ...doubts, sumUp(headsUp, speech)].join('\n'))),
      ...sections.map(section),
      ...(left > 0 ? [section(say('moreFindings', { count: count(left) }))] : []),
    ],
  });
}

/** Packs lines into as few sections as hold them. */
function pack(lines: readonly string[]): { readonly sections: readonly string[]; readonly shown: number } {
  const sections: string[] = [];
  let shown = 0;
  for (const line of lines) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + line.length < longestSection)
      sections[sections.length - 1] = `${last}\n${line}`;
    else if (sections.length === mostSections) break;
    else sections.push(line);
    shown++;
  }
  return { sections, shown };
}

function writeRow({ change, date, title, kind, reason }: Row): string {
  const url = addressOf(change);
  const name = escapeSlack(shorten(title, longestText)).replaceAll('|', '¦');
  const address = escapeSlack(url ?? '');
  // With one section too long, Slack refuses the whole message.
  const isLink = url !== null && address.length <= longestAddress && /^https?:\/\/[^\s<>|]+$/.test(url);
  const link = isLink ? `<${address}|${name}>` : name;
  return `${date}  *${kind}*  ${link}  ${escapeSlack(shorten(reason, longestText))}`;
}

function section(text: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** Escapes what would be a mention, a link or an entity (Slack, "Formatting text for app surfaces"). */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
