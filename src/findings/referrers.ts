import { addToGroup } from '../kit/collections/group-by.js';
import { compareTexts } from '../kit/text/compare-texts.js';
import type { LinkPosition } from '../model/judged.js';
import { linkWords } from '../model/links/unpack.js';
import type { Finding } from '../model/report.js';
import type { Snapshot } from '../model/snapshot.js';
import { nowhere, type Graph } from './trails/graph.js';

export type Referrer = Finding['referrers'][number];

/** The links that lead to each subject, which is a set of resources: one list per subject, in no particular order. */
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

/** Describes links, in order of the URL of their page and then of their position. Reads every page once. */
export function describeReferrers(
  snapshot: Snapshot,
  graph: Graph,
  found: readonly (readonly LinkPosition[])[],
): readonly (readonly Referrer[])[] {
  const described = found.map((positions) => new Array<Referrer>(positions.length));
  const pages = groupByPage(found, graph);
  // By id, since neighbours are stored together.
  for (const page of [...pages.keys()].sort((one, other) => one - other)) {
    const url = graph.urls[page] ?? '';
    const packed = snapshot.links(page);
    for (const { list, position, row } of pages.get(page) ?? []) {
      const { text, headings } = linkWords(packed, row);
      const referrers = described[list];
      if (referrers !== undefined) referrers[position] = { url, text, headings: [...headings] };
    }
  }
  return described;
}

/** The list and the position in it that a described link goes to. */
interface Slot {
  readonly list: number;
  readonly position: number;
  readonly row: number;
}

function groupByPage(found: readonly (readonly LinkPosition[])[], { ranks }: Graph): Map<number, Slot[]> {
  const rankOf = ({ page }: LinkPosition): number => ranks[page] ?? nowhere;
  const pages = new Map<number, Slot[]>();
  found.forEach((positions, list) => {
    const sorted = positions.toSorted((one, other) => rankOf(one) - rankOf(other) || one.row - other.row);
    sorted.forEach(({ page, row }, position) => addToGroup(pages, page, { list, position, row }));
  });
  return pages;
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
