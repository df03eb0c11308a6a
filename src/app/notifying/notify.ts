import { setTimeout as wait } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { onDemand } from '../../kit/on-demand.js';
import { messengers } from '../../reports/notify/messenger.js';
import { createProxyAgent } from '../../sources/connections/proxy-agent.js';
import { proxiesOf } from '../../sources/connections/proxy.js';
import { failureOf } from '../../sources/wire/failure.js';
import type { World } from '../context/world.js';
import type { Message } from '../kept/undelivered.js';

const undici = onDemand('undici');

const tries = 3;
const firstPause = 1000;
const longestPause = 30_000;
const usualPatience = 10_000;

/**
 * Tells everybody what there is to tell, if anything; once only after a walk that was interrupted. Gives what could not be
 * delivered and may be another night. `patience` is for one try, in milliseconds. Never fails the run: what cannot be sent is a
 * warning, and nothing ever says the address, which is as good as a password.
 */
export async function notifyOfChanges(
  messages: readonly Message[],
  world: Pick<World, 'environment' | 'log' | 'signal'>,
  patience = usualPatience,
): Promise<readonly Message[]> {
  const due = messages.filter(({ changes }) => changes.changes.length > 0);
  const left = await Promise.all(
    due.map(async (message) => {
      const dispatcher = dispatcherFor(message.channel.url, world.environment);
      try {
        const send = (body: string) => post(message.channel.url, body, dispatcher, patience);
        return (await notify(message, send, world)) ? [message] : [];
      } finally {
        await dispatcher.destroy();
      }
    }),
  );
  return left.flat();
}

/** Whether it was not delivered, and may be another night. */
async function notify(
  { channel: { kind }, changes }: Message,
  send: (body: string) => Promise<Sent>,
  { log, signal }: Pick<World, 'log' | 'signal'>,
): Promise<boolean> {
  const body = messengers[kind](changes);
  let outcome = '';
  let mayPass = true;
  for (let attempt = 1; attempt <= tries; attempt++) {
    const sent = await send(body);
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

async function post(url: string, body: string, dispatcher: Dispatcher, patience: number): Promise<Sent> {
  const signal = AbortSignal.timeout(patience);
  try {
    const answering = undici().request(url, {
      method: 'POST',
      body,
      dispatcher,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      signal,
    });
    // undici calls nothing off that still waits for a connection.
    const answer = await Promise.race([answering, endOf(signal)]);
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
    return {
      ok: false,
      outcome: signal.aborted ? 'ETIMEDOUT' : outcomeOf(error),
      mayPass: true,
      pause: null,
    };
  }
}

function outcomeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { cause, detail } = failureOf(error);
  return `${cause} ${detail}`;
}

/** Rejects when a signal ends what it is for. */
function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too late')));
  });
}

/** The proxy is the one that the walk would take. */
function dispatcherFor(url: string, environment: World['environment']): Dispatcher {
  const uri = proxiesOf(environment)?.(new URL(url).origin) ?? null;
  return uri === null ? new (undici().Agent)() : createProxyAgent(uri);
}
