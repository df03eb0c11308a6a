import { setTimeout as wait } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { onDemand } from '../../kit/on-demand.js';
import { messengers } from '../../reports/notify/messenger.js';
import { proxiesOf } from '../../sources/connections/proxy.js';
import type { World } from '../context/world.js';
import type { Message } from '../kept/undelivered.js';

const undici = onDemand('undici');

const tries = 3;
const firstPause = 1000;
const longestPause = 30_000;
const patience = 10_000;

/**
 * Tells everybody what there is to tell, if anything; once only after a walk that was interrupted. Gives what could not be delivered
 * and may be another night. Never fails the run: what cannot be sent is a warning, and nothing ever says the address, which is as
 * good as a password.
 */
export async function notifyOfChanges(
  messages: readonly Message[],
  world: Pick<World, 'environment' | 'log' | 'signal'>,
): Promise<readonly Message[]> {
  const due = messages.filter(({ changes }) => changes.changes.length > 0);
  const left = await Promise.all(
    due.map(async (message) => {
      const dispatcher = dispatcherFor(message.channel.url, world.environment);
      try {
        return (await notify(message, dispatcher, world)) ? [message] : [];
      } finally {
        await dispatcher.close();
      }
    }),
  );
  return left.flat();
}

/** Whether it was not delivered, and may be another night. */
async function notify(
  { channel: { kind, url }, changes }: Message,
  dispatcher: Dispatcher,
  { log, signal }: Pick<World, 'log' | 'signal'>,
): Promise<boolean> {
  const body = messengers[kind](changes);
  let outcome = '';
  let mayPass = true;
  for (let attempt = 1; attempt <= tries; attempt++) {
    const sent = await post(url, body, dispatcher);
    if (sent.ok) {
      log.info('told of the changes', { kind, changes: changes.changes.length });
      return false;
    }
    ({ outcome, mayPass } = sent);
    if (!mayPass || attempt === tries) break;
    await wait(sent.pause ?? firstPause * 2 ** (attempt - 1), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
  }
  const next = mayPass ? ', the next run tries again' : '';
  log.warn(`nobody could be told of the changes${next}`, { kind, outcome });
  return mayPass;
}

interface Sent {
  readonly ok: boolean;
  /** A status, or a word of the system: never a message, which could name the address. */
  readonly outcome: string;
  /** Trying again may help. */
  readonly mayPass: boolean;
  /** How long we were asked to wait, milliseconds. */
  readonly pause: number | null;
}

async function post(url: string, body: string, dispatcher: Dispatcher): Promise<Sent> {
  try {
    const answer = await undici().request(url, {
      method: 'POST',
      body,
      dispatcher,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      signal: AbortSignal.timeout(patience),
    });
    await answer.body.dump();
    const { statusCode: status, headers } = answer;
    const seconds = Number(headers['retry-after']);
    return {
      ok: status >= 200 && status < 300,
      outcome: String(status),
      mayPass: status === 429 || status >= 500,
      pause: seconds > 0 ? Math.min(longestPause, seconds * 1000) : null,
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    return { ok: false, outcome: code, mayPass: true, pause: null };
  }
}

/** The proxy is the one that the walk would take. */
function dispatcherFor(url: string, environment: World['environment']): Dispatcher {
  const { Agent, ProxyAgent } = undici();
  const uri = proxiesOf(environment)?.(new URL(url).origin) ?? null;
  // Many proxies allow tunnels to port 443 only.
  return uri === null ? new Agent() : new ProxyAgent({ uri, proxyTunnel: false });
}
