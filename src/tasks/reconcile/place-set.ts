/** Some of the library's places: one bit for each, by its position among them. */
export type PlaceSet = number;

/** More do not fit into the bits of a number. */
export const mostPlaces = 30;

export const noPlaces: PlaceSet = 0;

/** The one place at a position. */
export function placeAt(position: number): PlaceSet {
  return 1 << position;
}

/** All places of either set. */
export function union(one: PlaceSet, other: PlaceSet): PlaceSet {
  return one | other;
}

/** Whether they have a place in common. */
export function overlap(one: PlaceSet, other: PlaceSet): boolean {
  return (one & other) !== 0;
}
