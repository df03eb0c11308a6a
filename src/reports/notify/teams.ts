import { inertJson } from '../../kit/escape/json.js';
import { visible } from '../../kit/escape/visible.js';
import { shorten } from '../../kit/text/shorten.js';
import type { HeadsUp } from '../../model/change.js';
import { addressOf, columns, doubtsOn, rowsOf, sumUp, type Row } from '../heads-up/rows.js';
import { speak, type Speech } from '../wording/speech.js';

/** Teams takes messages of 28 KB; some room is left for what proxies and gateways add. */
const mostBytes = 26_000;
const mostRows = 100;
const longestText = 200;
const longestAddress = 1000;

/** An Adaptive Card with the table of changes for a Teams workflow: as many rows as fit, and how many are left out. */
export function teams(headsUp: HeadsUp): string {
  const speech = speak(headsUp.language);
  const rows = rowsOf({ ...headsUp, changes: headsUp.changes.slice(0, mostRows) }, speech).map(writeRow);
  const total = Object.values(headsUp.totals).reduce((sum, count) => sum + count, 0);
  // Halving finds the fit in a few steps; one row more or less matters to nobody.
  for (let shown = rows.length; ; shown = Math.floor((shown * 3) / 4)) {
    const message = writeMessage(headsUp, rows.slice(0, shown), total - shown, speech);
    if (shown === 0 || Buffer.byteLength(message) <= mostBytes) return message;
  }
}

function writeMessage(headsUp: HeadsUp, rows: readonly object[], left: number, speech: Speech): string {
  const { say, time, count } = speech;
  const span = say('headsUpSpan', { before: time(headsUp.before.start), after: time(headsUp.after.start) });
  const head = { type: 'TableRow', style: 'accent', cells: columns.map((word) => cell(`**${say(word)}**`)) };
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    msteams: { width: 'Full' },
    body: [
      block([say('headsUp'), ...headsUp.portals].map(plain).join(' · '), { size: 'Large', weight: 'Bolder' }),
      block(span, { isSubtle: true }),
      ...doubtsOn(headsUp, speech).map((doubt) => block(plain(doubt), { weight: 'Bolder' })),
      block(sumUp(headsUp, speech), {}),
      {
        type: 'Table',
        firstRowAsHeader: true,
        columns: [{ width: 1 }, { width: 3 }, { width: 3 }],
        rows: [head, ...rows],
      },
      ...(left > 0 ? [block(say('moreFindings', { count: count(left) }), {})] : []),
    ],
  };
  return inertJson({
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  });
}

function writeRow({ change, date, title, kind, reason }: Row): object {
  const url = addressOf(change);
  const name = plain(title);
  const isLink = url !== null && url.length <= longestAddress && /^https?:\/\/[^\s()]+$/.test(url);
  return {
    type: 'TableRow',
    cells: [cell(date), cell(isLink ? `[${name}](${url})` : name), cell(`**${kind}** ${plain(reason)}`)],
  };
}

function cell(text: string): object {
  return { type: 'TableCell', items: [block(text, {})] };
}

function block(text: string, look: object): object {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** Escapes a text for text blocks, which know a little Markdown. */
function plain(text: string): string {
  return visible(shorten(text, longestText)).replace(/[\\`*_[\]<>#]/g, '\\$&');
}
