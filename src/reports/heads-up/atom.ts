import { escapeMarkup } from '../../kit/escape/markup.js';
import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import { shorten } from '../../kit/text/shorten.js';
import { toUri } from '../../kit/urls/uri.js';
import type { HeadsUp } from '../../model/change.js';
import { speak } from '../wording/speech.js';
import type { HeadsUpReporter } from './reporter.js';
import { addressOf, rowsOf, type Row } from './rows.js';

const longestText = 400;
/** The most entries of one heads-up: feed readers keep what they have seen, and a feed of everything would only be slow. */
const mostEntries = 1000;
/** Entries of earlier nights stay up to this number, so that whoever looks once a week misses nothing. */
const mostInAll = 100;

/**
 * An Atom feed (RFC 4287) of one heads-up and of the earlier ones in the same file. The id of an entry depends on what changed
 * and since which run, so that readers show a change once however often the feed is written; the id of the feed depends on the
 * portals.
 */
export const atom: HeadsUpReporter = {
  id: 'atom',
  endings: ['.atom', '.xml'],
  continues: true,
  render: (headsUp, _, earlier = '') => {
    const speech = speak(headsUp.language);
    const rows = rowsOf({ ...headsUp, changes: headsUp.changes.slice(0, mostEntries) }, speech);
    const feedId = `<id>urn:playbook-health:feed:${fingerprint(headsUp.portals.join('\n'))}</id>`;
    const entries = rows.map((row) => writeEntry(row, headsUp).join('\n'));
    const kept = earlier.includes(feedId) ? keepEntries(earlier, entries) : [];
    const lines = [
      '<?xml version="1.0" encoding="utf-8"?>',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${headsUp.language}">`,
      `  <title>${write([speech.say('headsUp'), ...headsUp.portals].join(' · '))}</title>`,
      `  ${feedId}`,
      `  <updated>${headsUp.after.start}</updated>`,
      `  <author><name>${write(headsUp.tool.name)}</name></author>`,
      `  <generator version="${write(headsUp.tool.version)}">${write(headsUp.tool.name)}</generator>`,
      ...entries,
      ...kept,
      '</feed>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** One entry, as it is written below. */
const entryForm = /^ {2}<entry>\n(?: {4}.*\n)+ {2}<\/entry>$/gm;

/** The entries of an earlier feed that are not in the new one, as many as there is room for. */
function keepEntries(earlier: string, entries: readonly string[]): readonly string[] {
  const told = new Set(entries.map(idOf));
  const others = (earlier.match(entryForm) ?? []).filter((entry) => !told.has(idOf(entry)));
  return others.slice(0, Math.max(0, mostInAll - entries.length));
}

function idOf(entry: string): string {
  return /<id>([^<]*)<\/id>/.exec(entry)?.[1] ?? '';
}

function writeEntry(row: Row, { after }: HeadsUp): readonly string[] {
  const { change, title, kind, reason, remarks } = row;
  const address = addressOf(change);
  const uri = toUri(address ?? '');
  // The path of a file is no link.
  const place = uri === null && address !== null ? [`${address}:`] : [];
  const said = [...place, reason, ...remarks.map(({ text, url }) => [text, url ?? ''].join(' ').trim())];
  return [
    '  <entry>',
    `    <title>${write(`${kind}: ${title}`)}</title>`,
    `    <id>urn:playbook-health:change:${change.id}</id>`,
    `    <updated>${after.start}</updated>`,
    `    <published>${change.date}</published>`,
    `    <category term="${change.kind}" label="${write(kind)}"/>`,
    ...(uri === null ? [] : [`    <link rel="alternate" href="${escapeMarkup(uri)}"/>`]),
    `    <content type="text">${write(said.join(' '))}</content>`,
    '  </entry>',
  ];
}

function write(text: string): string {
  return escapeMarkup(shorten(text, longestText));
}
