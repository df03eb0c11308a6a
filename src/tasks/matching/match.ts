import type { ComparedVersion } from '../../model/task-report.js';
import type { Language, Text } from '../../model/text.js';

/** A document that was found, and what may be known of it. */
export interface Candidate {
  /** Its address, then where its redirects end. */
  readonly urls: readonly string[];
  /** Titles, headings, texts of links to it, file names; the best known first. */
  readonly names: readonly string[];
  /** The language it is known to be in; if `null`, names and addresses decide. */
  readonly language?: Language | null;
}

/** A document that ought to be somewhere. */
export interface Expected {
  readonly title: string;
  readonly url: string | null;
  readonly language?: Language | null;
  /** The task that needs it. */
  readonly task?: string | null;
  /** Whether the task needs nothing else, so that the task's id is enough. */
  readonly alone?: boolean;
}

/** The kinds of evidence, strongest first; from `renamed` on a match is only a suggestion. */
export const evidences = [
  'same-url',
  'task-id',
  'same-stem',
  'file-name',
  'title',
  'translation',
  'renamed',
  'likely',
  'near-title',
] as const;
export type Evidence = (typeof evidences)[number];

/** A candidate that may be what is expected, and why. */
export interface Match {
  /** Position of the candidate in the index. */
  readonly candidate: number;
  readonly evidence: Evidence;
  readonly reason: Text;
  /** The name or address of the candidate that decided. */
  readonly by: string;
  /** The candidate's language. */
  readonly language: Language;
  /** Whether the candidate is in another language than expected. */
  readonly otherLanguage: boolean;
  /** The candidate's version compared with the expected one, by versions or dates in the names. */
  readonly version: ComparedVersion;
  /** How far that version is behind; 0 unless it is older. */
  readonly lag: number;
  /** 0 to 1; ranks suggestions. */
  readonly score: number;
}

/** Why two names are taken for one document, or nearly. */
export function reasonOf(evidence: Evidence, expected: string, by: string): Text {
  const [en, ja] = sentences[evidence];
  return { en: fill(en, expected, by), ja: fill(ja, expected, by) };
}

const sentences: Readonly<Record<Evidence, readonly [string, string]>> = {
  'same-url': ['It is the same address.', '同じアドレスです。'],
  'task-id': ['“{by}” names the task.', '「{by}」にタスクの番号があります。'],
  'same-stem': ['The address is the same but for the language.', '言語の部分を除いて同じアドレスです。'],
  'file-name': [
    'The file name “{by}” is the same without language and version.',
    'ファイル名「{by}」は、言語と版の部分を除いて同じです。',
  ],
  title: ['The title “{by}” is the same.', 'タイトル「{by}」が同じです。'],
  translation: ['“{by}” is “{expected}” in the other language.', '「{by}」は「{expected}」の訳です。'],
  renamed: [
    '“{by}” is “{expected}” but for the name of the product, which has changed.',
    '「{by}」と「{expected}」の違いは、名称変更前後の製品名だけです。',
  ],
  likely: ['“{by}” may mean the same as “{expected}”.', '「{by}」は「{expected}」と同じ意味かもしれません。'],
  'near-title': ['“{by}” is nearly “{expected}”.', '「{by}」は「{expected}」に似ています。'],
};

function fill(sentence: string, expected: string, by: string): string {
  return sentence.replace('{expected}', () => expected).replace('{by}', () => by);
}
