import type { LinkPosition } from '../model/judged.js';
import { linkWords } from '../model/packed-links.js';
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
  const described: Referrer[][] = found.map(() => []);
  const links = found.flatMap((positions, subject) =>
    positions.map(({ page, row }) => ({ subject, page, row })),
  );
  const rankOf = (page: number): number => graph.ranks[page] ?? nowhere;
  links.sort(
    (one, other) => rankOf(one.page) - rankOf(other.page) || one.page - other.page || one.row - other.row,
  );
  let page = nowhere;
  let url = '';
  let packed = snapshot.links(page);
  for (const link of links) {
    if (link.page !== page) {
      page = link.page;
      url = snapshot.resource(page)?.url ?? '';
      packed = snapshot.links(page);
    }
    const { text, headings } = linkWords(packed, link.row);
    described[link.subject]?.push({ url, text, headings: [...headings] });
  }
  return described;
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
