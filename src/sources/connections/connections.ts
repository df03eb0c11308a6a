import type { buildConnector, Dispatcher } from 'undici';
import { Client } from './undici.js';

/** One connection to one origin, serving one request at a time. */
export interface Connection {
  readonly dispatcher: Dispatcher;
  /**
   * Answers that came over it since it was opened. If the first request on a connection fails, the server is to blame;
   * if a later one does, the server may only have closed the connection meanwhile (RFC 9112 §9.3.1).
   */
  answers: number;
  /** What fails before it is established is the proxy's fault. */
  readonly isProxied: boolean;
}

/** What waits for a connection. */
export interface Waiter {
  accept(connection: Connection): void;
}

/**
 * Connections by origin: kept alive, limited in number for each, thrown away when the other side closes them and when too many
 * are idle.
 */
export interface Connections {
  take(origin: string, waiter: Waiter): void;
  release(origin: string, connection: Connection): void;
  /** Ends a connection that is stuck, and whatever is under way on it. */
  discard(origin: string, connection: Connection): void;
  /** A waiter that has no connection yet waits no longer. */
  leave(origin: string, waiter: Waiter): void;
  /** Closes the connections on which nothing is under way. */
  closeIdle(): void;
  close(): Promise<void>;
}

interface Pool {
  readonly all: Set<Connection>;
  readonly idle: Connection[];
  readonly waiting: Waiter[];
}

/**
 * Idle connections to all origins together: each takes a file descriptor, of which a process may have no more than a thousand,
 * and a walk may lead to any number of hosts that are asked only once.
 */
const mostIdle = 256;

/** Opens connections to origins directly, without a proxy. */
export function createConnections(options: {
  readonly connect: buildConnector.connector;
  readonly perOrigin: number;
  readonly maxHeaderSize: number;
}): Connections {
  const pools = new Map<string, Pool>();
  /** Longest idle first. */
  const idleOrigins = new Map<Connection, string>();
  const { perOrigin, connect, maxHeaderSize } = options;

  const open = (origin: string, pool: Pool): Connection => {
    // We have time-outs of our own, with one timer for all of them and a name for each phase.
    const client = new Client(origin, { connect, maxHeaderSize, headersTimeout: 0, bodyTimeout: 0 });
    const connection: Connection = { dispatcher: client, answers: 0, isProxied: false };
    pool.all.add(connection);
    client.on('disconnect', () => {
      connection.answers = 0;
      if (pool.idle.includes(connection)) remove(origin, pool, connection);
    });
    return connection;
  };

  const remove = (origin: string, pool: Pool, connection: Connection): void => {
    pool.all.delete(connection);
    idleOrigins.delete(connection);
    const position = pool.idle.indexOf(connection);
    if (position >= 0) pool.idle.splice(position, 1);
    if (pool.all.size === 0 && pool.waiting.length === 0) pools.delete(origin);
    void connection.dispatcher.destroy();
  };

  const keepIdle = (origin: string, pool: Pool, connection: Connection): void => {
    pool.idle.push(connection);
    idleOrigins.set(connection, origin);
    closeIdle(idleOrigins.size - mostIdle);
  };

  const closeIdle = (count: number): void => {
    let left = count;
    for (const [connection, origin] of idleOrigins) {
      if (left-- <= 0) return;
      const pool = pools.get(origin);
      if (pool !== undefined) remove(origin, pool, connection);
    }
  };

  return {
    take: (origin, waiter) => {
      let pool = pools.get(origin);
      if (pool === undefined) pools.set(origin, (pool = { all: new Set(), idle: [], waiting: [] }));
      const idle = pool.idle.pop();
      if (idle !== undefined) {
        idleOrigins.delete(idle);
        waiter.accept(idle);
      } else if (pool.all.size < perOrigin) waiter.accept(open(origin, pool));
      else pool.waiting.push(waiter);
    },
    release: (origin, connection) => {
      const pool = pools.get(origin);
      if (pool?.all.has(connection) !== true) return;
      const waiter = pool.waiting.shift();
      if (waiter === undefined) keepIdle(origin, pool, connection);
      else waiter.accept(connection);
    },
    discard: (origin, connection) => {
      const pool = pools.get(origin);
      if (pool?.all.has(connection) !== true) return;
      remove(origin, pool, connection);
      const waiter = pool.waiting.shift();
      if (waiter !== undefined) waiter.accept(open(origin, pool));
    },
    leave: (origin, waiter) => {
      const waiting = pools.get(origin)?.waiting ?? [];
      const position = waiting.indexOf(waiter);
      if (position >= 0) waiting.splice(position, 1);
    },
    closeIdle: () => closeIdle(idleOrigins.size),
    close: async () => {
      const all = [...pools.values()].flatMap((pool) => [...pool.all]);
      pools.clear();
      await Promise.all(all.map(({ dispatcher }) => dispatcher.destroy()));
    },
  };
}
