import type { Withheld, Withholding } from '../../model/resource.js';
import type { Subject } from '../../model/verdict.js';

/** Why the end of a resource's redirects was not asked for, if this is why. */
export function withheldBy({ end }: Subject, by: Withholding): Withheld | null {
  return end?.outcome.kind === 'withheld' && end.outcome.by === by ? end.outcome : null;
}
