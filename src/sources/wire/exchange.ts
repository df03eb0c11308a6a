import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { noResolver } from '../../kit/trouble/shortage.js';
import { slipsHeader, type Failed } from '../../model/resource.js';
import { createCollector, type Collector } from './collector.js';
import type { Connection, Waiter } from '../connections/connections.js';
import { failed, failureOf, isGarbled, proxyFailureOf } from './failure.js';
import { declaredLength, headersOf, redirectStatuses } from './headers.js';
import type { Flight } from './in-flight.js';
import type { Portion } from './portion.js';
import type { Ending, Order, Received, Wire } from './wire.js';

/** Informational answers (1xx) a server may send before the real one. */
const maxInformational = 16;

/** They have no body, whatever length they declare (RFC 9110 §6.4.1). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Sends one request and waits for its end. Rejects only if `signal` calls it off. */
export function exchange(wire: Wire, order: Order, signal: AbortSignal): Promise<Received | Failed> {
  return new Promise((resolve, reject) => {
    new Exchange(wire, order, signal, resolve, reject).start();
  });
}

/**
 * One request from start to end: waits for a connection, then for headers, then for a body. A class, since undici calls back into
 * its state: methods are shared, while closures would be created for every request.
 */
class Exchange implements Dispatcher.DispatchHandler, Waiter, Flight {
  readonly #wire: Wire;
  readonly #order: Order;
  readonly signal: AbortSignal;
  readonly #resolve: (result: Received | Failed) => void;
  readonly #reject: (reason: unknown) => void;
  #lastMoment: number;
  #phase: 'connect' | 'headers' | 'body' | 'over' = 'connect';
  #phaseEnd: number;
  /** As far as is known: the time to connect counts from when the address of the host is. */
  #awaitsAddress = true;
  #connection: Connection | null = null;
  #controller: Dispatcher.DispatchController | null = null;
  /** Another try on a fresh connection is allowed, since this one was used before. */
  #mayBeStale = false;
  #informational = 0;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #portion: Portion | null = null;
  #isWaiting = false;
  #collector: Collector | null = null;

  constructor(
    wire: Wire,
    order: Order,
    signal: AbortSignal,
    resolve: (result: Received | Failed) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#wire = wire;
    this.#order = order;
    this.signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#phaseEnd = wire.inFlight.time;
    this.#lastMoment = wire.inFlight.time + wire.patience.wholeTimeout;
  }

  get deadline(): number {
    return this.#isWaiting ? Number.POSITIVE_INFINITY : Math.min(this.#phaseEnd, this.#lastMoment);
  }

  start(): void {
    this.#wire.inFlight.add(this);
    this.#wire.connections.take(this.#order.origin, this);
  }

  accept(connection: Connection): void {
    this.#connection = connection;
    this.#mayBeStale = connection.answers > 0;
    this.#dispatch(connection);
  }

  #dispatch(connection: Connection): void {
    const { origin, path, method, headers } = this.#order;
    // Without `reset: false` undici closes the connection after every HEAD.
    const options = { origin, path, method, headers, reset: false };
    connection.dispatcher.dispatch(options, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#phase === 'over') {
      controller.abort(new Error('too late'));
      return;
    }
    this.#controller = controller;
    this.#phase = 'headers';
    this.#phaseEnd = this.#wire.inFlight.time + this.#wire.patience.headersTimeout;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200) {
      if (++this.#informational > maxInformational)
        this.#breakOff(failed('protocol', 'TOO_MANY_INFORMATIONAL'));
      return;
    }
    this.#phase = 'body';
    this.#phaseEnd = this.#wire.inFlight.time + this.#wire.patience.bodyTimeout;
    this.#status = status;
    this.#headers = headers;
    this.#portion = this.#order.portion(headers);
    const length = this.#order.method === 'HEAD' ? 0 : declaredLength(headers);
    this.#collector = createCollector(this.#portion, length);
    const room = this.#order.begun?.(bodiless.has(status) ? 0 : this.#portion.holds) ?? null;
    if (this.#portion.most === 0 && length !== 0) this.#breakOff(this.#received(this.#portion.beyond));
    else if (room !== null) this.#waitFor(room);
  }

  /** Reads on once there is room for the body. Until then the server is not blamed for the delay. */
  #waitFor(room: Promise<void>): void {
    const since = this.#wire.inFlight.time;
    this.#isWaiting = true;
    this.#controller?.pause();
    void room.then(() => {
      this.#isWaiting = false;
      if (this.#phase === 'over') return;
      const { time } = this.#wire.inFlight;
      this.#lastMoment += time - since;
      this.#phaseEnd = time + this.#wire.patience.bodyTimeout;
      this.#controller?.resume();
    });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#collector === null || this.#portion === null) return;
    this.#phaseEnd = this.#wire.inFlight.time + this.#wire.patience.bodyTimeout;
    const room = this.#portion.most - this.#collector.read;
    this.#collector.add(chunk.length > room ? chunk.subarray(0, room) : chunk);
    if (chunk.length > room) this.#breakOff(this.#received(this.#portion.beyond));
  }

  onResponseEnd(_controller: Dispatcher.DispatchController, trailers: IncomingHttpHeaders): void {
    if (this.#connection !== null) this.#connection.answers++;
    this.#headers = withSlips(this.#headers, trailers);
    this.#settle(this.#received('whole'));
  }

  /**
   * Where a proxy wants a password (407), undici goes on telling of its answer after this, so there must not be another request.
   */
  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#phase === 'over') return;
    if (this.#phase === 'body') {
      this.#settle(this.#received(this.#endingBy(error)));
    } else if (this.#phase === 'connect' && this.#connection?.isProxied === true) {
      this.#breakOff(proxyFailureOf(error));
    } else if (this.#mayBeStale && this.#connection !== null && failureOf(error).cause !== 'proxy') {
      this.#tryAfresh(this.#connection);
    } else if (this.#phase === 'connect') {
      // A connection that could not be made is not kept: undici never retries one that met another host's certificate.
      this.#breakOff(failureOf(error));
    } else {
      this.#settle(failureOf(error));
    }
  }

  /** The server closed or broke a connection that was kept alive: that says nothing about this request (RFC 9112 §9.3.1). */
  #tryAfresh(connection: Connection): void {
    this.#mayBeStale = false;
    this.#phase = 'connect';
    this.#phaseEnd = this.#wire.inFlight.time;
    this.#awaitsAddress = true;
    this.#controller = null;
    // undici is still closing the broken socket.
    queueMicrotask(() => {
      if (this.#phase !== 'over') this.#dispatch(connection);
    });
  }

  expire(): void {
    if (this.#phase === 'over') return;
    const { inFlight, patience, isQueued } = this.#wire;
    if (this.#awaitsAddress && isQueued(this.#order.origin))
      this.#lastMoment = inFlight.time + patience.wholeTimeout;
    const isOverall = inFlight.time >= this.#lastMoment;
    if (isOverall || this.#phase !== 'connect' || !this.#awaitsAddress) {
      this.#breakOff(this.#tooLate(isOverall ? 'whole' : this.#phase));
      return;
    }
    // The system looks up few names at once: this one may be waiting for others, and the host was not even asked.
    this.#awaitsAddress = this.#isResolving();
    this.#phaseEnd = inFlight.time + (this.#awaitsAddress ? 0 : patience.connectTimeout);
  }

  #isResolving(): boolean {
    return this.#phase === 'connect' && this.#wire.isResolving(this.#order.origin);
  }

  #tooLate(what: string): Received | Failed {
    if (this.#phase === 'body' && this.#leadsOn()) return this.#received('dropped');
    if (!this.#isResolving()) return failed('timeout', what);
    return failed('dns', this.#wire.isOutage() ? noResolver : 'ETIMEOUT');
  }

  /** Browsers follow a redirect at once, whatever becomes of its body. */
  #leadsOn(): boolean {
    return redirectStatuses.has(this.#status) && this.#headers.location !== undefined;
  }

  #endingBy(error: Error): Ending {
    if (bodiless.has(this.#status)) return 'whole';
    if (this.#leadsOn()) return 'dropped';
    return isGarbled(error) ? 'garbled' : 'cut';
  }

  abandon(): void {
    if (this.#phase === 'over') return;
    this.#reject(this.signal.reason);
    this.#breakOff(failed('connection', 'ABORTED'));
  }

  /** Settles first, so that what undici then says about the end of the connection changes nothing. */
  #breakOff(result: Received | Failed): void {
    const { connections } = this.#wire;
    const { origin } = this.#order;
    const controller = this.#controller;
    if (controller !== null) {
      this.#settle(result);
      controller.abort(new Error('enough'));
      return;
    }
    const connection = this.#connection;
    this.#connection = null;
    this.#settle(result);
    if (connection === null) connections.leave(origin, this);
    else connections.discard(origin, connection);
  }

  #settle(result: Received | Failed): void {
    this.#phase = 'over';
    this.#wire.inFlight.delete(this);
    if (this.#connection !== null) this.#wire.connections.release(this.#order.origin, this.#connection);
    this.#resolve(result);
    // If this object outlives a minor garbage collection, it must not keep the body alive.
    this.#collector = null;
    this.#controller = null;
  }

  #received(ending: Ending): Received {
    const collector = this.#collector;
    return {
      kind: 'received',
      status: this.#status,
      headers: this.#headers,
      start: collector?.start() ?? new Uint8Array(0),
      end: collector?.end() ?? null,
      read: collector?.read ?? 0,
      ending,
    };
  }
}

/** How a body breaks HTTP is known only at its end. */
function withSlips(headers: IncomingHttpHeaders, trailers: IncomingHttpHeaders): IncomingHttpHeaders {
  if (trailers[slipsHeader] === undefined) return headers;
  const slips = [...headersOf(headers, slipsHeader), ...headersOf(trailers, slipsHeader)];
  return { ...headers, [slipsHeader]: slips.join(', ') };
}
