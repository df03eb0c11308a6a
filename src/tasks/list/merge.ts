import { groupBy } from '../../kit/collections/group-by.js';
import { compareTexts } from '../../kit/text/compare-texts.js';
import type { ExpectedDocument, Task, TaskRow } from '../../model/task.js';
import type { Language } from '../../model/text.js';

/** Makes tasks of the rows of all lists, in order of id. */
export function mergeTasks(rows: readonly TaskRow[]): readonly Task[] {
  return [...groupBy(rows, ({ id }) => id)]
    .map(([id, own]) => mergeRows(id, own))
    .sort((one, other) => Number(one.id) - Number(other.id) || compareTexts(one.id, other.id));
}

function mergeRows(id: string, rows: readonly TaskRow[]): Task {
  const names: Partial<Record<Language, string>> = {};
  for (const { language, name } of rows) if (name !== '') names[language] ??= name;
  return {
    id,
    names,
    documents: mergeDocuments(rows.flatMap(({ documents }) => documents)),
    services: [...new Set(rows.flatMap(({ services }) => services))],
    mandatory: rows.find(({ mandatory }) => mandatory !== null)?.mandatory ?? null,
    rows,
  };
}

/**
 * One document for each address, or title without an address; a title without an address gives way to the same title with one.
 */
function mergeDocuments(documents: readonly ExpectedDocument[]): readonly ExpectedDocument[] {
  const merged = new Map<string, ExpectedDocument>();
  for (const document of documents) {
    const key = document.url ?? document.title;
    if (!merged.has(key)) merged.set(key, document);
  }
  const linked = new Set(documents.filter(({ url }) => url !== null).map(({ title }) => title));
  return [...merged.values()].filter(({ url, title }) => url !== null || !linked.has(title));
}
