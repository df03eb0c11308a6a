import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';

/** A snapshot in which some resources were seen again, and some for the first time. Links stay as they were. */
export function overlay(base: Snapshot, seen: readonly Resource[]): Snapshot {
  const anew = new Map(seen.map((resource) => [resource.id, resource]));
  return {
    run: base.run,
    resources: () => ({
      *[Symbol.iterator]() {
        const left = new Map(anew);
        for (const resource of base.resources()) {
          yield left.get(resource.id) ?? resource;
          left.delete(resource.id);
        }
        yield* left.values();
      },
    }),
    resource: (id) => anew.get(id) ?? base.resource(id),
    edges: () => base.edges(),
    note: (name) => base.note(name),
    links: (page) => base.links(page),
  };
}
