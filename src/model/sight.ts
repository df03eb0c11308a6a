/** `opens`: seen, and healthy. `absent`: no page leads there any more. `unknown`: not seen, or not known for sure. */
export type Sighted = 'opens' | 'absent' | 'unknown';

/** What a run knows about addresses for which it has no finding. */
export interface Sight {
  readonly stateOf: (url: string) => Sighted;
  /** When an address was seen open by an earlier run, RFC 3339; `null` if it is not known that it was. */
  readonly openedAt: (url: string) => string | null;
}
