import { visible } from './visible.js';

const asciiRun = /[\x21-\x7e]+/g;
/** What GitHub links of its own accord: addresses, mail, mentions, issue numbers. */
const selfLinking = /:\/\/|www\.|@|#\d|GH-\d/i;
const significant = /[\\`*_{}[\]<>#|~&$!]/g;
/** What begins a block when it begins a line: lists, rules and underlined headings. A number needs a blank behind its dot. */
const blockStart = /^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))/;

/** What could end the address of a link, or begin one of GitHub's formulas. */
const unfitForLink = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}<>\\`$|]/gu;

/** Text for GitHub Flavored Markdown, shown as it is but for outer white space: no markup, link, mention or HTML comes of it. */
export function escapeMarkdown(text: string): string {
  const shown = visible(text)
    .trim()
    .replace(asciiRun, (run) => (selfLinking.test(run) ? codeWithin(run) : escapeRun(run)));
  return shown.replace(blockStart, (_, mark?: string, digits = '', end = '') =>
    mark === undefined ? `${digits}\\${end}` : `\\${mark}`,
  );
}

/** A code span, which GitHub leaves alone. Not for table cells: a pipe would end the cell (GFM §4.10). */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown.trim() === '') return '` `';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A link we mean to make, to an http(s) address only; anything else is shown as code. `text` is Markdown. */
export function markdownLink(text: string, url: string): string {
  if (!/^https?:\/\/[^\s/?#]/i.test(url)) return markdownCode(url);
  const address = url.replace(unfitForLink, percentEncode).replace(/&(?=[#\w]+;)/g, '&amp;');
  return `[${text}](<${address}>)`;
}

/** An address we mean to be clicked and read, by itself; where that could be misread it is a link, or code. */
export function markdownAddress(url: string): string {
  const isPlain = !/&[#\w]+;/.test(url) && url === url.replace(unfitForLink, percentEncode);
  return isPlain && /^https?:\/\/[^\s/?#]/i.test(url) ? `<${url}>` : markdownLink(markdownCode(url), url);
}

/** Quotes around an address, and what ends a sentence behind it, are not part of it. */
const wrapped = /^(["']*)(.*?)(["'.,;:!?]*)$/;

function codeWithin(run: string): string {
  const [, before = '', address = run, after = ''] = wrapped.exec(run) ?? [];
  return escapeRun(before) + markdownCode(address) + escapeRun(after);
}

function escapeRun(run: string): string {
  return run.replace(significant, (character) => entities[character] ?? `\\${character}`);
}

/** Backslashes do not reach GitHub's formulas, and entities read better in angle brackets. */
const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', $: '&#36;' };

function percentEncode(character: string): string {
  return encodeURIComponent(character.replace(/\p{Cs}/u, '\ufffd'));
}
