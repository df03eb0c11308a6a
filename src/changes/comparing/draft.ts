import type { ChangeEvidence, ChangeKind, ChangeSubject } from '../../model/change.js';
import type { Text } from '../../model/text.js';

/** A change while it is being found: rows of the two inventories, -1 where there is none. */
export interface ChangeDraft {
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  readonly before: number;
  readonly after: number;
  readonly evidence: readonly ChangeEvidence[];
  /** The reason of the verdict; `null` leaves it to the kind of change. */
  readonly reason: Text | null;
  /** Where it is now, if that has no row of its own. */
  readonly url: string | null;
  /** The row of the other language, in the later run. */
  readonly counterpart: number;
  readonly affected: number;
}

const nothingElse = {
  before: -1,
  after: -1,
  evidence: [],
  reason: null,
  url: null,
  counterpart: -1,
  affected: 1,
} as const satisfies Partial<ChangeDraft>;

/** A draft from what is known of it. */
export function draft(known: Pick<ChangeDraft, 'kind' | 'subject'> & Partial<ChangeDraft>): ChangeDraft {
  return { ...nothingElse, ...known };
}
