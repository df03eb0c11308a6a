import { redactUrl } from '../../kit/urls/redact.js';
import type { Fetch } from '../../model/fetch.js';
import type { Attempt } from '../../model/resource.js';
import type { Frontier } from '../../model/walk.js';
import type { Log } from '../context/world.js';

/** The same fetch, telling of every request; of redirects and failures more loudly. */
export function logFetch(fetch: Fetch, log: Log): Fetch {
  if (!log.isVerbose) return fetch;
  return async (request, signal, begun) => {
    const answer = await fetch(request, signal, begun);
    const { attempt, outcome, location } = answer;
    const asked = { url: redactUrl(request.url), ...fieldsOf(attempt) };
    log.debug('asked', asked);
    if (location !== null) log.info('redirected', { ...asked, to: redactUrl(location) });
    else if (outcome.kind === 'failed') log.info('no answer', { ...asked, detail: outcome.detail });
    else if (outcome.status >= 400) log.info('answered with an error', asked);
    return answer;
  };
}

/** The same frontier, telling when something is put off, and why. */
export function logFrontier(
  frontier: Frontier,
  { log, now }: { readonly log: Log; readonly now: () => number },
): Frontier {
  if (!log.isVerbose) return frontier;
  const waits = new Map<string, number>();
  return {
    ...frontier,
    addLater: (target, at) => {
      const milliseconds = Math.round(at - now());
      const { url, attempts, confirming } = target;
      const fields = { url: redactUrl(url), tries: attempts.length, milliseconds };
      if (milliseconds > 0) log.info(confirming ? 'asking a last time later' : 'asking again later', fields);
      frontier.addLater(target, at);
    },
    pause: (origin, until) => {
      // Requests that are under way together are turned away together: that is one wait.
      if (now() >= (waits.get(origin) ?? 0))
        log.info('waiting, as the host asks', { origin, milliseconds: Math.round(until - now()) });
      waits.set(origin, until);
      frontier.pause(origin, until);
    },
    slowDown: (origin, gap) => {
      log.info('going slower, as the host asks', { origin, gap });
      frontier.slowDown(origin, gap);
    },
    pace: (origin, pace) => {
      log.info('asking at another pace', { origin, ...pace });
      frontier.pace(origin, pace);
    },
  };
}

function fieldsOf({ method, result, took }: Attempt): Readonly<Record<string, string | number>> {
  return { method, result, milliseconds: Math.round(took) };
}
