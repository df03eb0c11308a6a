import { visible } from './visible.js';

const asciiRun = /[\x21-\x7e]+/g;
/** What GitHub makes a link of without markup: addresses, mail addresses, mentions, issue numbers. */
const selfLinking = /:\/\/|www\.|@|#\d|GH-\d/i;
const significant = /[\\`*_{}[\]<>#|~&$!]/g;
/**
 * What starts a block at the beginning of a line: lists, rules and underlined headings. A number does so only with a space after
 * its dot.
 */
const blockStart = /^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))/;

/** What could end the address of a link, or begin one of GitHub's formulas. */
const unfitForLink = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}<>\\`$|]/gu;

/**
 * Escapes text for GitHub Flavored Markdown: it is shown as it is, without outer white space, and never becomes markup, a link, a
 * mention or HTML.
 */
export function escapeMarkdown(text: string): string {
  const shown = visible(text)
    .trim()
    .replace(asciiRun, (run) => (selfLinking.test(run) ? codeWithin(run) : escapeRun(run)));
  return shown.replace(blockStart, (_, mark?: string, digits = '', end = '') =>
    mark === undefined ? `${digits}\\${end}` : `\\${mark}`,
  );
}

/** The text as a code span, in which GitHub links nothing. Not for table cells: a pipe would end the cell (GFM §4.10). */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown.trim() === '') return '` `';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A link to an http(s) address; anything else is shown as code. `text` is Markdown. */
export function markdownLink(text: string, url: string): string {
  if (!/^https?:\/\/[^\s/?#]/i.test(url)) return markdownCode(url);
  const address = url.replace(unfitForLink, percentEncode).replace(/&(?=[#\w]+;)/g, '&amp;');
  return `[${text}](<${address}>)`;
}

/** An address that can be clicked, by itself; as a link or code where it could be misread otherwise. */
export function markdownAddress(url: string): string {
  const isPlain = !/&[#\w]+;/.test(url) && url === url.replace(unfitForLink, percentEncode);
  return isPlain && /^https?:\/\/[^\s/?#]/i.test(url) ? `<${url}>` : markdownLink(markdownCode(url), url);
}

/** Quotation marks around an address and punctuation after it do not belong to it. */
const wrapped = /^(["']*)(.*?)(["'.,;:!?]*)$/;

function codeWithin(run: string): string {
  const [, before = '', address = run, after = ''] = wrapped.exec(run) ?? [];
  return escapeRun(before) + markdownCode(address) + escapeRun(after);
}

function escapeRun(run: string): string {
  return run.replace(significant, (character) => entities[character] ?? `\\${character}`);
}

/** Written as entities: GitHub starts a formula even at `\$`, and `&lt;` cannot be misread. */
const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', $: '&#36;' };

function percentEncode(character: string): string {
  return encodeURIComponent(character.replace(/\p{Cs}/u, '\ufffd'));
}
