import { replayable } from '../../kit/collections/replayable.js';
import type { Resource } from '../../model/resource.js';
import {
  briefOf,
  isDocument,
  isLandmark,
  namingOf,
  type Brief,
  type Naming,
  type Snapshot,
} from '../../model/snapshot.js';

/** A snapshot in which some resources were seen again, and some for the first time. Links stay as they were. */
export function overlay(base: Snapshot, seen: readonly Resource[]): Snapshot {
  const anew = new Map(seen.map((resource) => [resource.id, resource]));
  const resources = (): Iterable<Resource> => replayable(() => overlaid(base, anew));
  return {
    run: base.run,
    resources,
    resource: (id) => anew.get(id) ?? base.resource(id),
    briefs: () => replayable(() => inBrief(resources())),
    landmarks: () => replayable(() => landmarksOf(resources())),
    documents: () => replayable(() => documentsOf(resources())),
    namings: () => replayable(() => namingsOf(base, anew)),
    edges: () => base.edges(),
    note: (name) => base.note(name),
    links: (page) => base.links(page),
  };
}

function* overlaid(base: Snapshot, anew: ReadonlyMap<number, Resource>): Generator<Resource, void> {
  const left = new Map(anew);
  for (const resource of base.resources()) {
    yield left.get(resource.id) ?? resource;
    left.delete(resource.id);
  }
  yield* left.values();
}

/** What is seen again may be called otherwise; its links stay. */
function* namingsOf(base: Snapshot, anew: ReadonlyMap<number, Resource>): Generator<Naming, void> {
  const left = new Map(anew);
  for (const naming of base.namings()) {
    const again = left.get(naming.id);
    yield again === undefined ? naming : { ...namingOf(again), links: naming.links };
    left.delete(naming.id);
  }
  for (const resource of left.values()) yield namingOf(resource);
}

function* landmarksOf(resources: Iterable<Resource>): Generator<Brief, void> {
  for (const brief of inBrief(resources)) if (isLandmark(brief)) yield brief;
}

function* inBrief(resources: Iterable<Resource>): Generator<Brief, void> {
  for (const resource of resources) yield briefOf(resource);
}

function* documentsOf(resources: Iterable<Resource>): Generator<Resource, void> {
  for (const resource of resources) if (isDocument(resource)) yield resource;
}
