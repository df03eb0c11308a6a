import type { z } from 'zod';
import type { CheerioAPI } from 'cheerio/slim';
import type { Body } from './fetch.js';
import type { PackedLinks } from './links/packed-links.js';
import type { Page } from './page.js';
import type { Fetched, Json, Resource } from './resource.js';
import type { Snapshot } from './snapshot.js';
import type { Text } from './text.js';

/** Whether a resource opens. `redirected` is a kind of healthy: it opens, but somewhere else. */
export const states = ['healthy', 'redirected', 'not-checked', 'broken'] as const;
export type State = (typeof states)[number];

/** How much it matters: an `error` stops a partner now, a `warning` may later, `info` is for those who ask. */
export const levels = ['info', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

/** What one rule says of one resource. */
export interface Judgement {
  readonly state: State;
  readonly level: Level;
  /** In plain words, complete sentences, for a partner. */
  readonly reason: Text;
  /** What it rests on beyond the attempts: plain values by name, secrets redacted. */
  readonly evidence?: Readonly<Record<string, Json>>;
  /** It may open for those who sign in. Every report states the share of such resources. */
  readonly behindSignIn?: boolean;
  /** It is about the host: all of its addresses that are judged so become one finding. */
  readonly ofHost?: boolean;
}

/** A judgement and the rule that made it. */
export interface Verdict extends Judgement {
  readonly rule: string;
  readonly label?: Text;
}

/** Whether a resource with this gravest verdict opens, even if somewhere else; a plainly healthy one has none. */
export function opens(gravest: Pick<Verdict, 'state'> | undefined): boolean {
  return gravest === undefined || gravest.state === 'healthy' || gravest.state === 'redirected';
}

/** A fetched body while it is in memory; it is not kept. Whatever is costly is made on first use. */
export interface Observation {
  readonly url: string;
  readonly answer: Fetched;
  readonly body: Body;
  /** `null` if it was not read as a page. */
  readonly page: Page | null;
  /** The decoded text of a page; empty for anything else. */
  readonly markup: string;
  /** The page as a tree. Costs about half a millisecond: look into `markup` first. */
  readonly tree: () => CheerioAPI;
}

/** One resource to be judged, with where its redirects end. */
export interface Subject<Signal extends Json = Json> {
  readonly resource: Resource;
  /** The redirects that were followed, first to last. */
  readonly hops: readonly Hop[];
  /** What the redirects lead to: the resource itself if there are none, `null` if no end was reached. */
  readonly end: Resource | null;
  /** Why there is no end: they lead back to themselves, there are too many, or the next was never asked. */
  readonly endless: 'loop' | 'too-many' | 'unknown' | null;
  /** Where the redirects point at last, asked for or not; the resource's own URL if there are none. */
  readonly destination: string;
  /** What this rule noted about the end. */
  readonly signal: Signal | null;
  /** A probe beside the resource or its end that was answered as if it existed; without signals. */
  readonly probe: Subject<never> | null;
  /** Whether the run saw nothing near the probe that looks different from it: comparing with it then tells nothing. */
  readonly isCatchAll: () => boolean;
  /** The first page of the end's host, where the run saw it. */
  readonly home: Resource | null;
  /** The links of the end, read when asked for. */
  readonly links: () => PackedLinks;
}

/** One redirect. */
export interface Hop {
  readonly url: string;
  readonly status: number;
}

/**
 * A rule for single resources: one file, registered by one line in `verdicts/all.ts`. Pure; the gravest judgement wins, so order
 * never matters.
 */
export interface Rule<Signal extends Json = Json, Options = unknown> {
  /** Kebab case; appears in reports and configuration, so it never changes. */
  readonly id: string;
  /** What it finds, in a sentence: editors show it to whoever tunes the rule. */
  readonly summary: string;
  /** What it finds in a word or two, for columns; left out where the HTTP status says it. */
  readonly label?: Text;
  /** How it may be tuned. Must accept `{}`. */
  readonly options: z.ZodType<Options>;
  /** The shape of its notes. One of another shape, by an older version, counts as none. */
  readonly signal?: z.ZodType<Signal>;
  /** Rules that know better: where one of them speaks of the same resource, this one is silent. */
  readonly yieldsTo?: readonly string[];
  /** It tells what a server sends in the place of what was asked for: not to be feared of files. */
  readonly ofServers?: true;
  /** In how many runs in a row it has to be found to be news; one, if left out. */
  readonly nightsUntilNews?: number;
  /** Notes a fact while the body is in hand; `null` for nothing to note. Runs once a body: must be cheap. */
  readonly observe?: (observation: Observation, options: Options) => Signal | null;
  /** Judges at any later time from what was noted; `null` when it has nothing to say. */
  readonly judge: (subject: Subject<Signal>, options: Options) => Judgement | null;
}

/** A rule for whole snapshots: finds what no resource shows alone. Pure, and its memory is bounded. */
export interface SurveyRule<Options = unknown> {
  /** Kebab case, like a rule's. */
  readonly id: string;
  readonly summary: string;
  /** What it finds in a word or two, for columns; left out where the HTTP status says it. */
  readonly label?: Text;
  /** How it may be tuned. Must accept `{}`. */
  readonly options: z.ZodType<Options>;
  readonly survey: (snapshot: Snapshot, options: Options) => Iterable<Remark>;
}

/** A judgement on one resource that rests on others. */
export interface Remark {
  readonly resource: number;
  readonly judgement: Judgement;
}
