import { commonFolder, isFileUrl } from '../kit/urls/file-url.js';
import { groupBy } from '../kit/collections/group-by.js';
import { compareTexts } from '../kit/text/compare-texts.js';
import { originOf } from '../kit/urls/url.js';
import type { Judged } from '../model/judged.js';
import type { Resource, Withholding } from '../model/resource.js';
import type { Verdict } from '../model/verdict.js';
import { isShut, type ClosedHosts } from './closed-hosts.js';
import { compareVerdicts } from './order.js';

/** Something to act on: one resource, or everything that one host or one decision of ours is to blame for. */
export interface Case {
  /**
   * The resource's URL; where there are several the host's origin, the folder of files, or that of the portal if they lie on
   * several hosts.
   */
  readonly url: string;
  /**
   * What the finding is known by from night to night: the host if that is to blame, however many links lead there; else the URL.
   */
  readonly blamed: string;
  readonly verdict: Verdict;
  /** Whose evidence is shown. */
  readonly example: Judged;
  /** All that it stands for, in order of URL. */
  readonly judged: readonly Judged[];
  /** On how many hosts all of it lies. */
  readonly hosts: number;
}

/**
 * Groups what has one cause; everything else becomes a case of its own. What has no verdicts is no case. `home` is the origin of
 * the portal that links lead out of.
 */
export function gatherCases(
  judged: Iterable<Judged>,
  closedHosts: ClosedHosts,
  home: string,
): readonly Case[] {
  const groups = groupBy(judged, (one) => groupOf(one, closedHosts));
  return Array.from(groups).flatMap(([key, group]) => caseOf(group, key, home));
}

/** The resource that decided the verdict: the end of the redirects, or the resource itself where no end was reached. */
function deciding({ resource, end }: Judged): Resource {
  return end ?? resource;
}

/** Decisions of the run that are the same for every host. */
const ours: ReadonlySet<Withholding> = new Set(['external', 'excluded', 'limit', 'unreached']);

/** The same text for all that belongs together; the URL of what is a case of its own. */
function groupOf(one: Judged, closedHosts: ClosedHosts): string {
  const { url, outcome } = deciding(one);
  const origin = originOf(url);
  if (closedHosts.isClosed(origin) && isShut(one)) return `closed ${origin}`;
  const gravest = one.verdicts[0];
  if (gravest?.ofHost === true) return `${gravest.rule} ${origin}`;
  if (outcome.kind === 'withheld' && gravest?.state === 'not-checked')
    return ours.has(outcome.by) ? `${gravest.rule} everywhere` : `${gravest.rule} ${origin}`;
  return one.resource.url;
}

/** Files have no host: they are where their folder is. */
function placeOf(host: string, judged: readonly Judged[]): string {
  return isFileUrl(`${host}/`) ? commonFolder(judged.map((one) => deciding(one).url)) : host;
}

function caseOf(group: readonly Judged[], key: string, home: string): readonly Case[] {
  const judged = group.toSorted((one, other) => compareTexts(one.resource.url, other.resource.url));
  let gravest: { readonly example: Judged; readonly verdict: Verdict } | null = null;
  for (const example of judged) {
    const verdict = example.verdicts[0];
    if (verdict === undefined) continue;
    if (gravest === null || compareVerdicts(verdict, gravest.verdict) < 0) gravest = { example, verdict };
  }
  if (gravest === null) return [];
  const [host = '', ...others] = new Set(judged.map((one) => originOf(deciding(one).url)));
  const url =
    judged.length === 1 ? gravest.example.resource.url : others.length === 0 ? placeOf(host, judged) : home;
  const isShared = key !== gravest.example.resource.url;
  const blamed = isShared && others.length === 0 && !isFileUrl(`${host}/`) ? host : url;
  return [{ ...gravest, url, blamed, judged, hosts: others.length + 1 }];
}
