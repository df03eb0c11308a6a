/** The kind of program for a file: the sheet of a plan is not the deck of that name. */
export type Form = 'slides' | 'sheet' | 'text' | 'drawing' | 'recording';

const endings: ReadonlyMap<string, Form | null> = new Map([
  ...of('slides', 'ppt pptx pptm pot potx pps ppsx'),
  ...of('sheet', 'xls xlsx xlsm xlsb xltx csv tsv'),
  ...of('text', 'doc docx docm dotx rtf txt md mdx'),
  ...of('drawing', 'vsd vsdx'),
  ...of('recording', 'mp4 mov wmv'),
  // These may be made of any form, or lead to any.
  ...of(null, 'pdf zip 7z htm html aspx one msg json xml png jpg jpeg svg url lnk'),
]);

const longest = Math.max(...Array.from(endings.keys(), ({ length }) => length));

/** Programs are topics, too: `Training (Excel)` says what it is about, `計画（Excel 版）` what it is made with. */
const programs: Readonly<Record<string, Form>> = { powerpoint: 'slides', excel: 'sheet', word: 'text' };
const files = [...endings].flatMap(([ending, form]) => (form === null ? [] : [ending])).concat('pdf', 'zip');
const kindOfFile = String.raw`\s?(?:版|形式|ファイル|format|file|version)`;
const number = String.raw`\d{1,5}(?:\.\d{1,3})?`;
const size = String.raw`[\s,、:：/]+${number}\s?[kmg]b`;
const form = String.raw`(?:\.?(${files.join('|')})(?:${kindOfFile})?|(${Object.keys(programs).join('|')})${kindOfFile})(?:${size})?`;
/** A size alone is that of a file, unless it is one that mailboxes and drives have. */
const inBrackets = new RegExp(String.raw`\s*[([（［【](?:${form}|${number}\s?[km]b)[)\]）］】]$`, 'i');
const endingBeforeBrackets = new RegExp(
  String.raw`\.(${[...endings.keys()].join('|')})(?=\s?[([（［【][^()[\]（）［］【】]{1,40}[)\]）］】]$)`,
  'i',
);
const closing: ReadonlySet<string> = new Set(')]）］】');

/** What a name has at its end, if that is in brackets; `null` if it is not. */
function atBrackets(pattern: RegExp, text: string): RegExpExecArray | null {
  return closing.has(text.at(-1) ?? '') ? pattern.exec(text) : null;
}

/**
 * A name without the ending of a file, or two such endings, as happens where endings are hidden (`deck.pptx.pptx`), and without a
 * form or a size in brackets: `（PDF）`, `(PPTX, 2 MB)`, `(2 MB)`. The ending may stand before brackets: `deck.pptx (English)`.
 */
export function withoutEnding(text: string): string {
  const rest = withoutFileEnding(text);
  const named = closing.has(rest.at(-1) ?? '') ? rest.replace(endingBeforeBrackets, '') : rest;
  const brackets = atBrackets(inBrackets, named);
  return brackets === null || brackets.index === 0 ? named : named.slice(0, brackets.index);
}

function withoutFileEnding(text: string): string {
  let rest = text;
  for (let most = 2; most > 0; most--) {
    const dot = dotOf(rest);
    if (dot < 0 || !endings.has(rest.slice(dot + 1).toLowerCase())) break;
    rest = rest.slice(0, dot);
  }
  return rest;
}

/** Where an ending would start; -1 if nowhere. Only the last few characters are searched, since endings are short. */
function dotOf(text: string): number {
  const last = text.length - 1;
  for (let at = last; at >= last - longest; at--) if (text[at] === '.') return at;
  return -1;
}

/** The form that the ending of a name stands for; `null` if none. */
export function formOf(text: string): Form | null {
  const [, bracketed, program] = atBrackets(inBrackets, text) ?? [];
  if (program !== undefined) return programs[program.toLowerCase()] ?? null;
  const ending = bracketed ?? atBrackets(endingBeforeBrackets, text)?.[1];
  return endings.get((ending ?? text.slice(text.lastIndexOf('.') + 1)).toLowerCase()) ?? null;
}

function of(form: Form | null, list: string): readonly (readonly [string, Form | null])[] {
  return list.split(' ').map((ending) => [ending, form]);
}
