/** `opens`: seen, and well. `absent`: nobody leads there any more. `unknown`: it was not seen, or could not be told. */
export type Sighted = 'opens' | 'absent' | 'unknown';

/** What a run can tell of addresses in which it found nothing. */
export interface Sight {
  readonly stateOf: (url: string) => Sighted;
  /** When an address was seen open by an earlier run, RFC 3339; `null` if it is not known that it was. */
  readonly openedAt: (url: string) => string | null;
}
