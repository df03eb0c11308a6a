import { originOf } from '../kit/url.js';
import type { Judged } from '../model/judged.js';
import type { Resource } from '../model/resource.js';
import type { Verdict } from '../model/verdict.js';
import { isShut, type HostCensus } from './host-census.js';
import { compareTexts, compareVerdicts } from './order.js';

/** Something to act on: one resource, or all that one host is the reason of. */
export interface Case {
  /** The resource's URL; the host's origin where there are several. */
  readonly url: string;
  readonly verdict: Verdict;
  /** Whose evidence is shown. */
  readonly example: Judged;
  /** All that it stands for, in order of URL. */
  readonly judged: readonly Judged[];
}

/** Puts together what one host is the reason of; everything else stays by itself. What has no verdicts is no case. */
export function gatherCases(judged: Iterable<Judged>, census: HostCensus): readonly Case[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = groupOf(one, census);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return Array.from(groups.values()).flatMap(caseOf);
}

/** What decided: the end of the redirects, or the resource itself where no end was reached. */
function deciding({ resource, end }: Judged): Resource {
  return end ?? resource;
}

/** What belongs together has the same text. The blank in it keeps hosts and URLs apart. */
function groupOf(one: Judged, census: HostCensus): string {
  const { url, outcome } = deciding(one);
  const origin = originOf(url);
  if (census.isClosed(origin) && isShut(one)) return `closed ${origin}`;
  const gravest = one.verdicts[0];
  if (outcome.kind === 'withheld' && gravest?.state === 'not-checked') return `${gravest.rule} ${origin}`;
  return one.resource.url;
}

function caseOf(group: readonly Judged[]): readonly Case[] {
  const judged = group.toSorted((one, other) => compareTexts(one.resource.url, other.resource.url));
  let gravest: { readonly example: Judged; readonly verdict: Verdict } | null = null;
  for (const example of judged) {
    const verdict = example.verdicts[0];
    if (verdict === undefined) continue;
    if (gravest === null || compareVerdicts(verdict, gravest.verdict) < 0) gravest = { example, verdict };
  }
  if (gravest === null) return [];
  const { resource } = gravest.example;
  const url = judged.length === 1 ? resource.url : originOf(deciding(gravest.example).url);
  return [{ ...gravest, url, judged }];
}
