import { bare, misbehave, plain } from '../wire/reply.js';
import { byTurns, portal, type Handler } from '../wire/portal.js';
import { nothingHere } from './nothing-here.js';

/** An old server that nobody maintains. */
export function atticPortal(): Handler {
  return portal(
    {
      '/robots.txt': nothingHere,
      '/silent/lync-archive.html': misbehave(bare(200), 'silent'),
      '/reset/lync-client.html': misbehave(bare(200), 'reset'),
      '/busy/rollout-plan.html': byTurns(
        plain('Slow down', 429, { 'retry-after': '1' }),
        plain('Rollout plan'),
      ),
      '/broken/gateway.html': bare(502),
      '/broken/method.html': bare(405, { allow: 'POST' }),
    },
    () => nothingHere,
  );
}
