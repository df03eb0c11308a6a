import { createAnchors, type Anchors } from '../html/anchors.js';
import { withoutClosing } from './heading.js';

const heading = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?#{1,6}\s*(\S.*)$/;
const underline = /^ {0,3}(?:=+|-+)\s*$/;
/** Elements give headings, too, which may go over lines. */
const element = /<h([1-6])(?:\s[^<>]{0,500})?>([^]{0,1000}?)<\/h\1\s{0,9}>/gi;
const named = /\s(?:id|name)\s{0,9}=\s{0,9}(?:"([^"<>]{1,500})"|'([^'<>]{1,500})'|([^\s"'<>=`]{1,500}))/g;
/** `{#id}`, `{: .class #id }`, and the tabs of DocFX. */
const attribute = /\{:?[^{}#]{0,200}#([^\s{}]{1,500})[^{}]{0,200}\}|\(#(tab\/[^\s()]{1,500})\)/g;
/** Of DocFX, MkDocs, GitLab, Hugo, Jekyll and MDX: what else is on the page is in other files. */
const include = /\[!include|--8<--|::include|\{\{[<%]|\{%-?\s{0,9}include|^import\s.{1,500}\sfrom\s/i;
/** What GitHub puts around every text. */
const ofGitHub = ['readme', 'start-of-content'];
const longestHeading = 1000;

/**
 * What a fragment may point at in the lines of a Markdown text; `null` if nobody can tell. Every maker of HTML has names of its
 * own for headings: each that is known counts.
 */
export function anchorsOfMarkdown(lines: readonly string[]): readonly string[] | null {
  if (lines.some((line) => include.test(line))) return null;
  const anchors = createAnchors();
  const seen = new Map<string, number>();
  for (const name of ofGitHub) anchors.add(name);
  const noteTitle = (title: string): void => {
    for (const name of namesOf(title)) {
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      anchors.add(times === 0 ? name : `${name}-${times}`);
      if (times > 0) anchors.add(`${name}_${times}`);
    }
  };
  for (const [index, line] of lines.entries()) {
    if (anchors.isCut()) return null;
    noteMarked(line, anchors);
    noteTitle(titleOf(line, lines[index + 1] ?? ''));
  }
  for (const [, , title = ''] of lines.join('\n').matchAll(element)) {
    if (anchors.isCut()) return null;
    noteTitle(title);
  }
  return anchors.list();
}

/** Notes the names that a line gives by marks. */
function noteMarked(line: string, anchors: Anchors): void {
  for (const [, double, single, bare] of line.matchAll(named)) anchors.add(double ?? single ?? bare ?? null);
  for (const [, id, tab] of line.matchAll(attribute)) anchors.add(id ?? tab ?? null);
}

/** The heading that a line is, without its marks; empty if it is none. */
function titleOf(line: string, next: string): string {
  const start = line.slice(0, longestHeading);
  const [, title] = heading.exec(start) ?? [];
  if (title !== undefined) return withoutClosing(title);
  return underline.test(next) ? start : '';
}

/** What readers see of a heading, with what may be marks or part of a word, and with the blanks around it. */
function wordsOf(title: string): string {
  return title
    .replace(/\{:?[^{}]*\}$/, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, '')
    .replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#\d{1,7});/g, '');
}

/** A title without brackets that are no marks, since they stand in code or behind a backslash. */
function withoutShownBrackets(title: string): string {
  return title.replace(/`[^`]*`|\\./g, (shown) => shown.replace(/[[\](){}<>!]/g, ''));
}

/** The texts that makers of HTML may name a heading after: GitHub keeps the blanks around pictures. */
function textsOf(title: string): ReadonlySet<string> {
  const words = [title, withoutShownBrackets(title)].map(wordsOf);
  const tidy = words.map((text) => text.replace(/\s+/g, ' ').trim());
  const texts = [...words, ...tidy];
  const unmarked = texts.map((text) => text.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, ''));
  return new Set([...texts, ...unmarked]);
}

/** Every name that a maker of HTML may give a heading. */
function namesOf(title: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (title === '') return names;
  const texts = new Set([...textsOf(title)].flatMap((text) => [text, text.toLowerCase()]));
  for (const text of texts) for (const addNames of makers) addNames(names, text);
  return names;
}

/** How each maker of HTML names a heading after its text. */
const makers: readonly ((names: Set<string>, text: string) => void)[] = [
  addGitHubNames,
  addVitePressNames,
  addPandocNames,
  addAzureNames,
];

/** With and without what makes a sign an emoji. GitLab, Kramdown and Hugo do nearly the same, and Python Markdown by ASCII. */
function addGitHubNames(names: Set<string>, text: string): void {
  const name = text.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
  names.add(name).add(name.replaceAll('\ufe0f', '')).add(`user-content-${name}`);
  names.add(joined(name)).add(joined(name.normalize('NFKD').replace(/[^\w-]/g, '')));
}

/** Its names begin with no digit. */
function addVitePressNames(names: Set<string>, text: string): void {
  const name = joined(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'));
  names.add(name).add(name.replace(/^\d/, '_$&'));
}

/** It keeps full stops, and its names begin with a letter. */
function addPandocNames(names: Set<string>, text: string): void {
  const name = text.replace(/[^\p{L}\p{M}\p{N}_.\- ]/gu, '').replace(/ +/g, '-');
  names.add(name).add(name.replace(/^[^\p{L}]+/u, ''));
}

function addAzureNames(names: Set<string>, text: string): void {
  names.add(text.replace(/\s/g, '-'));
}

function joined(name: string): string {
  return name.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}
