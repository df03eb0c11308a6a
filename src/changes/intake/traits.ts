import type { ChangeSubject } from '../../model/change.js';
import type { Judged } from '../../model/judged.js';
import { isReadForLinks, type Resource } from '../../model/resource.js';
import type { Language } from '../../model/text.js';
import { languageOfAddress } from './addresses.js';
import { isTelling } from './content.js';
import { subjectOf } from './subject.js';

/** What is known about one resource, in 16 bits. */
export interface Traits {
  readonly state: 'opens' | 'broken' | 'unknown';
  readonly subject: ChangeSubject;
  readonly language: Language;
  /** It redirects: its content is that of another row. */
  readonly redirects: boolean;
  /** It was read for links. */
  readonly isRead: boolean;
  /** Equal content keys mean equal content. */
  readonly isTelling: boolean;
}

const states = ['opens', 'broken', 'unknown'] as const;
const subjects = ['page', 'document', 'task', 'host', 'other'] as const;

/** The traits of one resource. */
export function traitsFrom({ resource, hops, verdicts }: Judged): Traits {
  const state = verdicts[0]?.state ?? 'healthy';
  return {
    state: state === 'broken' ? 'broken' : state === 'not-checked' ? 'unknown' : 'opens',
    subject: subjectOf(resource),
    language: languageOf(resource),
    redirects: hops.length > 0,
    isRead: isReadForLinks(resource),
    isTelling: isTelling(resource),
  };
}

const japanese = /[\u3040-\u30ff]/;

/** The address knows best: a page that is not translated yet is in the Japanese folder and says that it is English. */
function languageOf({ url, page }: Resource): Language {
  const named = languageOfAddress(url);
  if (named !== null) return named;
  if (page?.language !== undefined && page.language !== null)
    return /^ja\b/i.test(page.language) ? 'ja' : 'en';
  return japanese.test(page?.title ?? '') ? 'ja' : 'en';
}

/** Traits as a number. */
export function packTraits({
  state,
  subject,
  language,
  redirects,
  isRead,
  isTelling: telling,
}: Traits): number {
  const flags =
    Number(language === 'ja') | (Number(redirects) << 1) | (Number(isRead) << 2) | (Number(telling) << 3);
  return flags | (states.indexOf(state) << 4) | (subjects.indexOf(subject) << 6);
}

/** The traits that were packed. */
export function unpackTraits(bits: number): Traits {
  return {
    state: states[(bits >> 4) & 3] ?? 'unknown',
    subject: subjects[bits >> 6] ?? 'other',
    language: (bits & 1) === 0 ? 'en' : 'ja',
    redirects: (bits & 2) !== 0,
    isRead: (bits & 4) !== 0,
    isTelling: (bits & 8) !== 0,
  };
}
