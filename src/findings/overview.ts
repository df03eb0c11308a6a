import type { Judged } from '../model/judged.js';
import type { ReportedResource } from '../model/report.js';
import type { Resource } from '../model/resource.js';
import { isMadeUp } from '../model/target.js';
import { opens } from '../model/verdict.js';
import { statusOf } from './evidence.js';
import { createClosedHosts, type ClosedHosts } from './closed-hosts.js';
import { ownName } from './trails/names.js';
import { createResourceCounter, type ResourceCounter } from './totals.js';

/** What one pass over the judged resources collects. Healthy ones are only counted. */
export interface Overview {
  /** Notes each judged resource and yields it. */
  readonly through: (judged: Iterable<Judged>) => Iterable<Resource>;
  readonly spoken: readonly Judged[];
  readonly closedHosts: ClosedHosts;
  readonly counter: ResourceCounter;
  /** Seeds that did not open. */
  readonly unreachable: readonly string[];
  /** Every resource, if the overview was told to list them. */
  readonly listed: readonly ReportedResource[];
}

/** Starts with nothing seen. */
export function createOverview(list: boolean): Overview {
  const spoken: Judged[] = [];
  const unreachable: string[] = [];
  const listed: ReportedResource[] = [];
  const closedHosts = createClosedHosts();
  const counter = createResourceCounter();
  const note = (judged: Judged): void => {
    closedHosts.note(judged);
    counter.note(judged);
    if (judged.verdicts.length > 0) spoken.push(judged);
    if (isUnreachable(judged)) unreachable.push(judged.resource.url);
    if (list) listed.push(listEntry(judged));
  };
  return {
    *through(judged) {
      for (const one of judged) {
        // What the walk made up is no part of the portals.
        if (!isMadeUp(one.resource)) note(one);
        yield one.resource;
      }
    },
    spoken,
    closedHosts,
    counter,
    unreachable,
    listed,
  };
}

/** Whether a seed did not open. Not if the run ended before it was asked for: that run is incomplete, which says enough. */
function isUnreachable({ resource, end, verdicts }: Judged): boolean {
  const { outcome } = end ?? resource;
  if (resource.role !== 'seed' || (outcome.kind === 'withheld' && outcome.by === 'unreached')) return false;
  return !opens(verdicts[0]);
}

function listEntry(judged: Judged): ReportedResource {
  const { resource, verdicts } = judged;
  return {
    url: resource.url,
    verdict: verdicts[0]?.state ?? 'healthy',
    rule: verdicts[0]?.rule ?? null,
    status: statusOf(judged),
    title: ownName(resource) ?? '',
    source: resource.source,
  };
}
