import { linkKinds } from '../../model/link.js';
import type { LinkPosition } from '../../model/judged.js';
import { linkWords } from '../../model/links/unpack.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Step, Trail } from '../../model/trail.js';
import { createGraph, nowhere, type Graph } from './graph.js';
import { isSameName } from './names.js';
import { createPlaces } from './places.js';
import { findWays } from './ways.js';

/** Shortest ways from the seeds. */
export interface Trails {
  /** The way to a resource. Empty for a seed and for what nothing leads to. */
  readonly to: (resource: number) => Trail;
  /** The way over one of these links, the one that starts nearest to a seed. */
  readonly over: (links: readonly LinkPosition[]) => Trail;
  /** The resource among these that is nearest to a seed; the first by URL among equals. */
  readonly nearest: (resources: readonly number[]) => number | null;
}

const navigation = linkKinds.indexOf('navigation');

/** The most steps shown, from the end: endless calendars have ways that nobody follows from end to end. */
const longest = 50;

/** Finds all ways at once; texts are read only for the steps that are asked for. */
export function trails(snapshot: Snapshot, graph: Graph = createGraph(snapshot)): Trails {
  const { parents, rows, distances } = findWays(graph);
  const stepOf = createSteps(snapshot, graph);

  const linksTo = (resource: number): readonly LinkPosition[] => {
    const links: LinkPosition[] = [];
    let id = resource;
    while (links.length < longest) {
      const page = parents[id] ?? nowhere;
      if (page === nowhere) break;
      const row = rows[id] ?? nowhere;
      // A redirect is no step: following the link before it is enough to arrive here.
      if (row !== nowhere) links.push({ page, row });
      id = page;
    }
    return links.reverse();
  };
  /** Leaves out steps through a navigation, whose names the place of the next step repeats. */
  const stepsOf = (links: readonly LinkPosition[]): Trail =>
    links.filter((link, index) => index === links.length - 1 || !isNavigation(graph, link)).map(stepOf);

  const isNearer = (one: number, other: number): boolean => {
    const nearer = (distances[one] ?? nowhere) - (distances[other] ?? nowhere);
    return nearer < 0 || (nearer === 0 && (graph.ranks[one] ?? nowhere) < (graph.ranks[other] ?? nowhere));
  };
  const nearest: Trails['nearest'] = (resources) =>
    resources.reduce<number | null>((best, id) => (best === null || isNearer(id, best) ? id : best), null);

  return {
    to: (resource) => stepsOf(linksTo(resource)),
    over: (links) => {
      const page = nearest(links.map((link) => link.page));
      const first = links.filter((link) => link.page === page).sort((one, other) => one.row - other.row)[0];
      return first === undefined ? [] : stepsOf([...linksTo(first.page), first]);
    },
    nearest,
  };
}

function isNavigation({ offsets, kinds }: Graph, { page, row }: LinkPosition): boolean {
  return kinds[(offsets[page] ?? 0) + row] === navigation;
}

/** Makes steps of links, each once: many ways begin alike. */
function createSteps(snapshot: Snapshot, graph: Graph): (link: LinkPosition) => Step {
  const placeOf = createPlaces(snapshot, graph);
  const known = new Map<number, Step>();
  const describe = ({ page, row }: LinkPosition): Step => {
    const facts = snapshot.resource(page)?.page;
    const place = placeOf(page);
    const { text, headings } = linkWords(snapshot.links(page), row);
    const names = [place.at(-1), facts?.title, facts?.heading];
    const first = headings.findIndex((heading) => !names.some((name) => isSameName(heading, name ?? '')));
    return { url: graph.urls[page] ?? '', place, headings: first < 0 ? [] : headings.slice(first), text };
  };
  return (link) => {
    const position = (graph.offsets[link.page] ?? 0) + link.row;
    const step = known.get(position) ?? describe(link);
    known.set(position, step);
    return step;
  };
}
