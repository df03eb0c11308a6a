import { createFingerprintColumn, type FingerprintColumn } from '../kit/fingerprint-column.js';
import { createFingerprintTable, type FingerprintTable } from '../kit/fingerprint-table.js';
import type { ChangeSubject } from '../model/change.js';
import type { Judged } from '../model/judged.js';
import type { Resource } from '../model/resource.js';
import type { Language } from '../model/text.js';
import { identityOf, languageOfAddress, withoutLanguage } from './addresses.js';
import { contentKey, isTelling } from './content.js';
import type { Side } from './side.js';
import { subjectOf } from './subject.js';

/** What is known of one resource, in 16 bits. */
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

/** One run, a row a resource: about 40 bytes each, so that two runs of a million fit. Details are read again when needed. */
export interface Inventory {
  /** Rows by URL: the number of an entry is its row. */
  readonly urls: FingerprintTable;
  readonly content: FingerprintColumn;
  /** Equal for what is the same wherever it lies. */
  readonly identity: FingerprintColumn;
  /** Equal for one thing in two languages. */
  readonly neutral: FingerprintColumn;
  readonly idOf: (row: number) => number;
  readonly traitsOf: (row: number) => Traits;
}

const states = ['opens', 'broken', 'unknown'] as const;
const subjects = ['page', 'document', 'task', 'host', 'other'] as const;

/** Reads a run. `onRow` sees each resource once, with its row. */
export function takeInventory(
  side: Side,
  onRow: (row: number, judged: Judged, traits: Traits) => void,
): Inventory {
  const urls = createFingerprintTable();
  const [content, identity, neutral] = [
    createFingerprintColumn(),
    createFingerprintColumn(),
    createFingerprintColumn(),
  ];
  let ids = new Uint32Array(1024);
  let packed = new Uint16Array(1024);
  for (const judged of side.judged()) {
    const { resource } = judged;
    if (resource.role === 'probe' || resource.role === 'search') continue;
    const row = urls.add(resource.url);
    if (row >= ids.length) [ids, packed] = [widen(ids, Uint32Array), widen(packed, Uint16Array)];
    const traits = describe(judged);
    ids[row] = resource.id;
    packed[row] = pack(traits);
    if (traits.subject !== 'other') {
      content.set(row, contentKey(resource));
      if (!traits.redirects) identity.set(row, identityOf(resource.url, traits.language));
      neutral.set(row, withoutLanguage(resource.url));
    }
    onRow(row, judged, traits);
  }
  return {
    urls,
    content,
    identity,
    neutral,
    idOf: (row) => ids[row] ?? 0,
    traitsOf: (row) => unpack(packed[row] ?? 0),
  };
}

function describe({ resource, hops, verdicts }: Judged): Traits {
  const state = verdicts[0]?.state ?? 'healthy';
  return {
    state: state === 'broken' ? 'broken' : state === 'not-checked' ? 'unknown' : 'opens',
    subject: subjectOf(resource),
    language: languageOf(resource),
    redirects: hops.length > 0,
    isRead: resource.page !== null,
    isTelling: isTelling(resource),
  };
}

const japanese = /[\u3040-\u30ff]/;

/** The address knows best: a page that is not yet translated lies in the Japanese folder and says it is English. */
function languageOf({ url, page }: Resource): Language {
  const named = languageOfAddress(url);
  if (named !== null) return named;
  if (page?.language !== undefined && page.language !== null)
    return /^ja\b/i.test(page.language) ? 'ja' : 'en';
  return japanese.test(page?.title ?? '') ? 'ja' : 'en';
}

function pack({ state, subject, language, redirects, isRead, isTelling: telling }: Traits): number {
  const flags =
    Number(language === 'ja') | (Number(redirects) << 1) | (Number(isRead) << 2) | (Number(telling) << 3);
  return flags | (states.indexOf(state) << 4) | (subjects.indexOf(subject) << 6);
}

function unpack(bits: number): Traits {
  return {
    state: states[(bits >> 4) & 3] ?? 'unknown',
    subject: subjects[bits >> 6] ?? 'other',
    language: (bits & 1) === 0 ? 'en' : 'ja',
    redirects: (bits & 2) !== 0,
    isRead: (bits & 4) !== 0,
    isTelling: (bits & 8) !== 0,
  };
}

function widen<Numbers extends Uint32Array | Uint16Array>(
  numbers: Numbers,
  create: new (length: number) => Numbers,
): Numbers {
  const wider = new create(numbers.length * 2);
  wider.set(numbers);
  return wider;
}
