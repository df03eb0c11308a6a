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
const size = String.raw`[\s,、:：/]+\d{1,5}(?:\.\d{1,3})?\s?[kmg]b`;
const inBrackets = new RegExp(
  String.raw`\s*[([（［【](?:\.?(${files.join('|')})(?:${kindOfFile})?|(${Object.keys(programs).join('|')})${kindOfFile})(?:${size})?[)\]）］】]$`,
  'i',
);
const closing: ReadonlySet<string> = new Set(')]）］】');

/** The form in brackets at the end of a name, `（PDF）` or `(PPTX, 2 MB)`; `null` if there is none. */
function bracketOf(text: string): RegExpExecArray | null {
  return closing.has(text.at(-1) ?? '') ? inBrackets.exec(text) : null;
}

/**
 * A name without the ending of a file, or two such endings, as happens where endings are hidden (`deck.pptx.pptx`), and without a
 * form in brackets.
 */
export function withoutEnding(text: string): string {
  const rest = withoutFileEnding(text);
  const bracket = bracketOf(rest);
  return bracket === null || bracket.index === 0 ? rest : rest.slice(0, bracket.index);
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
  const [, ending, program] = bracketOf(text) ?? [];
  if (program !== undefined) return programs[program.toLowerCase()] ?? null;
  return endings.get((ending ?? text.slice(text.lastIndexOf('.') + 1)).toLowerCase()) ?? null;
}

function of(form: Form | null, list: string): readonly (readonly [string, Form | null])[] {
  return list.split(' ').map((ending) => [ending, form]);
}
