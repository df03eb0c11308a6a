import { isFileUrl } from '../kit/urls/file-url.js';
import { originOf } from '../kit/urls/url.js';
import type { Judged } from '../model/judged.js';

/** The hosts of which nothing opened at all. The files of this machine are no host. */
export interface ClosedHosts {
  readonly note: (judged: Judged) => void;
  /** Whether a host was asked and every answer was a failure or a refusal. To be called after everything was noted. */
  readonly isClosed: (origin: string) => boolean;
}

/** Starts with no host known. */
export function createClosedHosts(): ClosedHosts {
  const opens = new Map<string, boolean>();
  return {
    note: (judged) => {
      const { resource, hops } = judged;
      if (resource.outcome.kind === 'withheld' || isFileUrl(resource.url)) return;
      const origin = originOf(resource.url);
      // A redirect is an answer, wherever it leads.
      opens.set(origin, hops.length > 0 || !isShut(judged) || opens.get(origin) === true);
    },
    isClosed: (origin) => opens.get(origin) === false,
  };
}

/**
 * Whether the host itself keeps a resource from us: no answer came, or it refuses whoever asks (throttled, blocked).
 * A sign-in does not count: it guards single resources, each of which is worth naming.
 */
export function isShut({ resource, end, verdicts }: Judged): boolean {
  const { outcome } = end ?? resource;
  const gravest = verdicts[0];
  if (outcome.kind === 'failed') return true;
  return gravest?.state === 'not-checked' && gravest.behindSignIn !== true && isHostsChoice(outcome);
}

function isHostsChoice(outcome: Judged['resource']['outcome']): boolean {
  return outcome.kind !== 'withheld' || outcome.by === 'throttled';
}
