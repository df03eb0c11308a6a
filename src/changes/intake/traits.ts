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
  /** It redirects, and not to a sign-in: its content is that of another row. */
  readonly redirects: boolean;
  /** It was read for links. */
  readonly isRead: boolean;
  /** Equal content keys mean equal content. */
  readonly isTelling: boolean;
}

const states = ['opens', 'broken', 'unknown'] as const;
const subjects = ['page', 'document', 'task', 'host', 'other'] as const;

/** The traits of one resource. */
export function traitsFrom(judged: Judged): Traits {
  const { resource, verdicts } = judged;
  const verdict = verdicts[0]?.state ?? 'healthy';
  const state = verdict === 'broken' ? 'broken' : verdict === 'not-checked' ? 'unknown' : 'opens';
  return {
    state,
    subject: subjectOf(resource),
    language: languageOf(resource),
    redirects: judged.hops.length > 0 && !(state === 'unknown' && isAnswered(judged)),
    isRead: isReadForLinks(resource),
    isTelling: isTelling(resource),
  };
}

/** A page came. If nobody can tell whether it is what was asked for, it is one that keeps us out. */
function isAnswered({ end }: Judged): boolean {
  return end?.outcome.kind === 'fetched' && end.outcome.status < 400;
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
