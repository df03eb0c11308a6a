import type { Cause, Failed } from '../../model/resource.js';
import type { Subject } from '../../model/verdict.js';

/** The last failure of a resource's redirects, if it has this cause. */
export function failureOf({ end }: Subject, cause: Cause): Failed | null {
  return end?.outcome.kind === 'failed' && end.outcome.cause === cause ? end.outcome : null;
}
