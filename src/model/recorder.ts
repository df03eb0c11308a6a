import type { PackedLinks } from './links/packed-links.js';
import type { Json, Resource } from './resource.js';

/** How a run ended. */
export interface RunEnd {
  readonly endedAt: number;
  readonly complete: boolean;
  readonly limitsReached: readonly string[];
}

/** The links of a page, and what they lead to. */
export interface AdmittedLinks {
  readonly links: PackedLinks;
  /** The resource ids of `links.targets`, in order. */
  readonly targets: Uint32Array;
}

/** Writes a snapshot during a walk; what was recorded survives a crash. */
export interface Recorder {
  /**
   * Notes a resource; a later note of the same id replaces it. `admitted` is `null` where there was nothing to read.
   * `isProvisional`: a failure that has yet to be confirmed.
   */
  readonly record: (resource: Resource, admitted?: AdmittedLinks | null, isProvisional?: boolean) => void;
  /** Keeps something with the run under a name; a later note of the same name replaces it. */
  readonly note: (name: string, value: Json) => void;
  /** Ends the run; nothing can be recorded afterwards. */
  readonly end: (end: RunEnd) => void;
}
