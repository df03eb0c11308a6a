import type { LinkPosition } from '../model/judged.js';
import { linkWords, noLinks } from '../model/packed-links.js';
import type { Finding } from '../model/report.js';
import type { Snapshot } from '../model/snapshot.js';
import { nowhere, type Graph } from './graph.js';
import { compareTexts } from './order.js';

export type Referrer = Finding['referrers'][number];

/** Where links lead to some subjects, each a set of resources: one list a subject, in no particular order. */
export function findReferrers(
  graph: Graph,
  subjects: readonly (readonly number[])[],
): readonly LinkPosition[][] {
  const wanted = new Uint32Array(graph.size).fill(nowhere);
  subjects.forEach((resources, subject) => {
    for (const id of resources) wanted[id] = subject;
  });
  const found: LinkPosition[][] = subjects.map(() => []);
  for (let page = 0; page < graph.size; page++) {
    const start = graph.offsets[page] ?? 0;
    const end = graph.offsets[page + 1] ?? start;
    for (let link = start; link < end; link++) {
      const subject = wanted[graph.targets[link] ?? nowhere] ?? nowhere;
      if (subject !== nowhere) found[subject]?.push({ page, row: link - start });
    }
  }
  return found;
}

/** Puts links into words, in order of their page's URL and then of their position. Reads every page once. */
export function describeReferrers(
  snapshot: Snapshot,
  graph: Graph,
  found: readonly (readonly LinkPosition[])[],
): readonly (readonly Referrer[])[] {
  const described: { readonly referrer: Referrer; readonly position: LinkPosition }[][] = found.map(() => []);
  const links = found.flatMap((positions, subject) => positions.map((position) => ({ subject, position })));
  // By id, since neighbours lie beside one another in a store.
  links.sort((one, other) => one.position.page - other.position.page);
  let latest = { page: nowhere, packed: noLinks };
  for (const { subject, position } of links) {
    const { page, row } = position;
    if (page !== latest.page) latest = { page, packed: snapshot.links(page) };
    const { text, headings } = linkWords(latest.packed, row);
    const referrer = { url: graph.urls[page] ?? '', text, headings: [...headings] };
    described[subject]?.push({ referrer, position });
  }
  const rankOf = ({ page }: LinkPosition): number => graph.ranks[page] ?? nowhere;
  return described.map((list) =>
    list
      .sort(({ position: one }, { position: other }) => rankOf(one) - rankOf(other) || one.row - other.row)
      .map(({ referrer }) => referrer),
  );
}

/** The text that most links show; the first in code unit order among equals, and empty if none shows any. */
export function commonText(referrers: readonly Referrer[]): string {
  const counts = new Map<string, number>();
  for (const { text } of referrers) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].sort(
    ([one, often], [other, otherOften]) => otherOften - often || compareTexts(one, other),
  );
  return first?.[0] ?? '';
}
