import { refuse, type ListReader } from './table.js';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'is a PDF'],
  [/^\{\\rtf/, 'is a text in RTF'],
  [/^<\?xml/, 'is XML, and no page with tables'],
];

function kindOf(start: string): string | undefined {
  return kinds.find(([pattern]) => pattern.test(start.trimStart()))?.[1];
}

/** What is often taken for a list, or exported instead of one. */
export const other: ListReader = {
  id: 'other',
  fits: ({ text }) => (kindOf(text().slice(0, 100)) === undefined ? 0 : 1.9),
  read: ({ name, text }) =>
    refuse(name, kindOf(text().slice(0, 100)) ?? 'is no list', 'export the list as .xlsx or .csv'),
};
