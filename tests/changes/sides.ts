import { compare, type Differences } from '../../src/changes/compare.js';
import { createIntake } from '../../src/changes/intake/intake.js';
import { nothingRecalled, type Earlier } from '../../src/changes/runs.js';
import type { FindTwins } from '../../src/changes/comparing/twins.js';
import type { Change } from '../../src/model/change.js';
import { judge } from '../../src/verdicts/judge.js';
import { resolveRules } from '../../src/verdicts/rule-set.js';
import { snapshotOf, type ResourceSketch, type SnapshotSketch } from '../support/snapshots.js';

export const hub = 'https://hub.example';
export const cdn = 'https://cdn.example';
const rules = resolveRules({});

/** A run that can be the earlier or the later of two. */
export type Night = Earlier;

/** A night: a seed that links to everything else of the sketch, and the sketch. */
export function night(
  resources: readonly ResourceSketch[],
  run: SnapshotSketch['run'] = {},
  unlinked: readonly ResourceSketch[] = [],
): Night {
  const seed: ResourceSketch = {
    url: `${hub}/en-us/`,
    role: 'seed',
    source: 'hub',
    title: 'Hub',
    links: resources.map(({ url }) => ({ url, text: `to ${url.slice(url.lastIndexOf('/') + 1)}` })),
  };
  return side({
    run,
    sources: [{ id: 'hub', title: 'Hub', seeds: [seed.url] }],
    resources: [seed, ...resources, ...unlinked],
  });
}

export function side(sketch: SnapshotSketch): Night {
  const snapshot = snapshotOf(sketch);
  const judged: Night['judged'] = (isSettled) => judge(snapshot, rules, { maxHops: 10, isSettled });
  return { snapshot, judged, recall: nothingRecalled };
}

/** A page of the hub. */
export function page(path: string, sketch: Partial<ResourceSketch> = {}): ResourceSketch {
  const url = path.startsWith('http') ? path : hub + path;
  return {
    url,
    source: 'hub',
    role: 'page',
    title: `Title of ${path}`,
    page: { title: `Title of ${path}`, digest: `d:${path}` },
    ...sketch,
  };
}

/** A document of another host. */
export function file(
  path: string,
  headers: ResourceSketch['headers'] = {},
  sketch: Partial<ResourceSketch> = {},
): ResourceSketch {
  const contentType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  return { url: path.startsWith('http') ? path : cdn + path, contentType, headers, ...sketch };
}

/** With a length, which an entity tag alone does not tell. */
export function sized(length: number): Partial<ResourceSketch> {
  return {
    outcome: {
      kind: 'fetched',
      status: 200,
      location: null,
      contentType: 'application/pdf',
      length,
      bytes: length,
      flaw: null,
      headers: {},
    },
  };
}

export function changesOf(before: Earlier, after: Night, byName?: FindTwins): readonly Change[] {
  return [...differencesOf(before, after, byName).changes];
}

export function differencesOf(before: Earlier, after: Night, byName?: FindTwins): Differences {
  const intake = createIntake();
  for (const judged of after.judged(() => false)) intake.note(judged);
  return compare(before, { snapshot: after.snapshot, intake }, byName);
}

/** `new /en-us/a`, `moved /a > /b`. */
export function lines(changes: readonly Change[]): readonly string[] {
  const short = (url: string): string => url.replace(hub, '').replace(cdn, '');
  return changes
    .map(
      ({ kind, url, previousUrl }) =>
        `${kind} ${previousUrl === null ? '' : `${short(previousUrl)} > `}${short(url)}`,
    )
    .toSorted();
}
