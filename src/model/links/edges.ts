/** Where one page leads: one entry a link, in the page's order. */
export interface Edges {
  readonly from: number;
  /** Resource ids. */
  readonly to: Uint32Array;
  /** Positions in `linkKinds`. */
  readonly kinds: Uint8Array;
}

/** Where one page leads, and what is clicked to get there. */
export interface NamedEdges extends Edges {
  /** The text of a link, by its position. */
  readonly textOf: (link: number) => string;
}
