import type { Task } from './task.js';
import type { Language, Text } from './text.js';
import type { Verdict } from './verdict.js';

/**
 * How a document fares at one place, the worst last, except for `not-checked`, which is nobody's fault. `sign-in`: it is there,
 * but hidden. `not-checked`: it is not known whether it opens, for another reason, such as a host that asked us to come back
 * later; or it was not seen, and too little of the place was seen to call it missing.
 */
export const documentStates = [
  'available',
  'older-version',
  'other-language',
  'sign-in',
  'not-checked',
  'elsewhere',
  'possibly-renamed',
  'missing',
  'broken',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** What partners read for a state. */
export const stateWords: Readonly<Record<DocumentState, Text>> = {
  available: { en: 'available', ja: '利用可' },
  'older-version': { en: 'older version', ja: '旧版' },
  'other-language': { en: 'other language only', ja: '他言語のみ' },
  'sign-in': { en: 'not checked (sign-in)', ja: '未確認（サインイン）' },
  'not-checked': { en: 'not checked', ja: '未確認' },
  elsewhere: { en: 'only elsewhere', ja: '別の場所のみ' },
  'possibly-renamed': { en: 'possibly renamed', ja: '改称の可能性' },
  missing: { en: 'missing', ja: '見つかりません' },
  broken: { en: 'broken', ja: '開けません' },
};

/** A version compared with the one that a list names, as far as their names tell. */
export const comparedVersions = ['same', 'older', 'newer', 'unknown'] as const;
export type ComparedVersion = (typeof comparedVersions)[number];

/** A resource that is taken for the document, and why. */
export interface Sighting {
  readonly resource: number;
  readonly url: string;
  /** What people call it there. */
  readonly title: string;
  readonly language: Language;
  readonly version: ComparedVersion;
  /** Kind of evidence; see the matcher. */
  readonly evidence: string;
  readonly reason: Text;
  /** `null` if it is plainly healthy. */
  readonly verdict: Verdict | null;
  /** Ids of the places that hold it or link to it. */
  readonly places: readonly string[];
}

/** One document at one place. */
export interface PlaceAnswer {
  readonly place: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly reason: Text;
  /** What was found at the place, the best first. */
  readonly sightings: readonly Sighting[];
}

/** One expected document everywhere. */
export interface DocumentAnswer {
  readonly title: string;
  readonly url: string | null;
  readonly places: readonly PlaceAnswer[];
  /** Everything that is surely the document, in all languages and versions. */
  readonly sightings: readonly Sighting[];
  /** What may be it under another name; only where something is lacking. */
  readonly suggestions: readonly Sighting[];
}

/** One task: can it be done today? */
export interface TaskAnswer {
  readonly task: Task;
  readonly documents: readonly DocumentAnswer[];
  /** The worst of its documents, each at its best place; `null` if it needs none. */
  readonly state: DocumentState | null;
}

export const listFindingKinds = [
  'listed-differently',
  'only-in-one-list',
  'only-in-one-language',
  'several-addresses',
  'unnamed-documents',
] as const;

/** What is wrong with the lists themselves. */
export interface ListFinding {
  readonly kind: (typeof listFindingKinds)[number];
  /** Ids of the tasks it is about; empty if it is about none. */
  readonly tasks: readonly string[];
  readonly message: Text;
  /** What to look at, at most a hundred: addresses or documents. */
  readonly items: readonly string[];
}

/** What a portal's own search says about a document that is there. */
export interface SearchRemark {
  /** `unfindable`: the search does not find it. `unlinked`: it does, but no page of the portal links to it. */
  readonly kind: 'unfindable' | 'unlinked';
  readonly task: string;
  readonly document: DocumentAnswer;
  readonly place: string;
  /** The best of what is there. */
  readonly resource: number;
}

/** Lists against one snapshot. */
export interface TaskReport {
  readonly tasks: readonly TaskAnswer[];
  readonly findings: readonly ListFinding[];
  /** Ids of the tasks that need a resource, by its id. */
  readonly tasksOf: (resource: number) => readonly string[];
}

/** What lists, a snapshot and the searches of portals say about each other. */
export interface TaskReconciliation {
  readonly report: TaskReport;
  readonly remarks: readonly SearchRemark[];
}

/** The worse of two states; `null` is no state at all. */
export function worseState(one: DocumentState | null, other: DocumentState | null): DocumentState | null {
  if (one === null || other === null) return one ?? other;
  return documentStates.indexOf(one) >= documentStates.indexOf(other) ? one : other;
}

/** Best first. After `elsewhere` the document cannot be had: from there on the surest state counts. */
const bestFirst: readonly DocumentState[] = [
  ...documentStates.slice(0, documentStates.indexOf('elsewhere') + 1),
  'broken',
  'possibly-renamed',
  'missing',
];

/** Whether a document can be had at all: its best state at any place; `null` where there is no place. */
export function stateOfDocument({ places }: Pick<DocumentAnswer, 'places'>): DocumentState | null {
  const states = new Set(places.map(({ state }) => state));
  return bestFirst.find((state) => states.has(state)) ?? null;
}

/** Whether it says that nobody can have the document today. */
export function isLost(state: DocumentState | null): boolean {
  return state !== null && bestFirst.indexOf(state) > bestFirst.indexOf('elsewhere');
}

/** Whether a task cannot be done today: it needs a document that cannot be had anywhere. */
export function isStopped({ documents }: Pick<TaskAnswer, 'documents'>): boolean {
  return documents.some((document) => isLost(stateOfDocument(document)));
}

/** Nobody saw whether it opens. */
export const unopened: ReadonlySet<DocumentState> = new Set(['sign-in', 'not-checked']);

/** Whether a document that a task needs can be had, as far as a run can tell. */
export type Availability = 'available' | 'unavailable' | 'unknown';

/** What the state of a document says of the tasks that need it: they are stopped where it is lost. */
export function availabilityOf(state: DocumentState | null): Availability {
  if (state === null || unopened.has(state)) return 'unknown';
  return isLost(state) ? 'unavailable' : 'available';
}
