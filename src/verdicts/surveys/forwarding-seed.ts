import { isFileUrl } from '../../kit/urls/file-url.js';
import { leadsToPage } from '../../model/link.js';
import { rowWidth } from '../../model/links/columns.js';
import { linkLead } from '../../model/links/unpack.js';
import { signInNote, type Resource } from '../../model/resource.js';
import type { Brief, Snapshot } from '../../model/snapshot.js';
import { tuning } from '../define.js';
import { notChecked } from '../judgement.js';
import { strayedSeed } from '../rules/strayed-seed.js';
import { defineSurvey } from './define.js';

export const forwardingSeed = defineSurvey({
  id: 'forwarding-seed',
  summary: 'A seed that sends browsers out of what is walked by a refresh, so nothing behind it was seen.',
  label: { en: 'leads away', ja: '範囲外へ転送' },
  options: tuning,
  survey: function* (snapshot) {
    for (const seed of snapshot.landmarks()) {
      if (seed.role !== 'seed' || seed.status !== 200 || isFileUrl(seed.url)) continue;
      const destination = wayOut(seed, snapshot);
      if (destination !== null) yield { resource: seed.id, judgement: judgementOn(destination) };
    }
  },
});

function judgementOn(destination: string) {
  return notChecked(
    'warning',
    `The walk starts here, but the page sends browsers on to ${destination}, which is no part of what is walked, and no other link of it is followed. Start there instead, or include it.`,
    `巡回の開始地点ですが、ブラウザーを巡回の範囲に含まれない ${destination} へ自動的に移動させるページであり、ほかにたどるリンクもありません。移動先を開始地点にするか、範囲に含めてください。`,
    { destination },
  );
}

/**
 * Where a refresh leads out of the walk; `null` if there is none, or if a link of the page leads to anything else that is walked.
 */
function wayOut({ id }: Brief, snapshot: Snapshot): string | null {
  const signals = snapshot.resource(id)?.signals ?? {};
  // A sign-in is told as such.
  if (signals[strayedSeed.id] === undefined || signals[signInNote] !== undefined) return null;
  const links = snapshot.links(id);
  const targets = new Set<string>();
  let refresh: string | null = null;
  for (let row = 0; row < links.rows.length / rowWidth; row++) {
    const { url, kind } = linkLead(links, row);
    if (leadsToPage(kind)) targets.add(url);
    if (kind === 'refresh') refresh ??= url;
  }
  let end: string | null = null;
  for (const { id: target, url, role } of snapshot.briefs()) {
    if (target === id || !targets.has(url)) continue;
    if (role !== 'check') return null;
    if (url === refresh && isOutside(snapshot.resource(target))) end = url;
  }
  return end;
}

/** Whether it was only checked, or left alone, because it is not walked: limits and exclusions are somebody's wish. */
function isOutside(resource: Resource | null): boolean {
  const outcome = resource?.outcome;
  return outcome !== undefined && (outcome.kind !== 'withheld' || outcome.by === 'external');
}
