import type { PackedLinks } from './links/packed-links.js';
import type { Json, Resource } from './resource.js';

/** How a run ended. */
export interface RunEnd {
  readonly endedAt: number;
  readonly complete: boolean;
  readonly limitsReached: readonly string[];
}

/** Writes a snapshot during a walk; what was recorded survives a crash. */
export interface Recorder {
  /**
   * Notes a resource; a later note of the same id replaces it. `targets` are the resource ids of `links.targets`, in order;
   * `links` is `null` where there was nothing to read. `isProvisional`: a failure that has yet to be confirmed.
   */
  readonly record: (
    resource: Resource,
    links: PackedLinks | null,
    targets: Uint32Array,
    isProvisional?: boolean,
  ) => void;
  /** Keeps something with the run under a name; a later note of the same name replaces it. */
  readonly note: (name: string, value: Json) => void;
  /** Ends the run; nothing can be recorded afterwards. */
  readonly end: (end: RunEnd) => void;
}
