import { fingerprint } from '../kit/fingerprints/fingerprint.js';

/** What finds documents that no library has, at least not by their names. */
export const lostDocumentRules = ['missing-document', 'possibly-renamed'] as const;

/** The id of such a finding. Wherever the list lies, and whatever it is called this month, the document is the same. */
export function lostDocumentId(
  rule: (typeof lostDocumentRules)[number],
  { title, url }: { readonly title: string; readonly url: string | null },
): string {
  return fingerprint(`${rule} ${url ?? ''} ${title}`);
}

/** The address of what a list alone names: that of the task in the list, which all documents of the task have in common. */
export function taskAddress(list: string, task: string): string {
  return `${list}#Task${task}`;
}

/** Whether several findings may have this address, so that it does not tell which of them is meant. */
export function isTaskAddress(url: string): boolean {
  return /#Task\d{3,5}$/.test(url);
}
