import type { buildConnector, Dispatcher } from 'undici';
import { Client } from './undici.js';

/** One connection to one origin, serving one request at a time. */
export interface Connection {
  readonly dispatcher: Dispatcher;
  /**
   * Answers that came over it since it was opened. The first request on a connection learns the truth about the server;
   * a later one may only learn that the server had closed it meanwhile (RFC 9112 §9.3.1).
   */
  answers: number;
  /** What fails before it stands is the proxy's fault. */
  readonly isProxied: boolean;
}

/** Who waits for a connection. */
export interface Rider {
  board(connection: Connection): void;
}

/**
 * Connections by origin: kept alive, at most so many to each, thrown away when the other side closes them, and when too many are
 * idle.
 */
export interface Connections {
  take(origin: string, rider: Rider): void;
  release(origin: string, connection: Connection): void;
  /** Ends a connection that is stuck, and whatever is under way on it. */
  discard(origin: string, connection: Connection): void;
  /** A rider that has not boarded yet leaves. */
  leave(origin: string, rider: Rider): void;
  close(): Promise<void>;
}

interface Stand {
  readonly all: Set<Connection>;
  readonly idle: Connection[];
  readonly waiting: Rider[];
}

/**
 * Idle connections to all origins together: each takes a file, of which a process may have no more than a thousand, and a walk
 * may lead to any number of hosts that are asked once.
 */
const mostIdle = 256;

/** Opens connections straight to their origins. */
export function createConnections(options: {
  readonly connect: buildConnector.connector;
  readonly perOrigin: number;
  readonly maxHeaderSize: number;
}): Connections {
  const stands = new Map<string, Stand>();
  /** The longest idle first. */
  const idleOrigins = new Map<Connection, string>();
  const { perOrigin, connect, maxHeaderSize } = options;

  const open = (origin: string, stand: Stand): Connection => {
    // Time-outs are ours: one timer for all, and each phase by its name.
    const client = new Client(origin, { connect, maxHeaderSize, headersTimeout: 0, bodyTimeout: 0 });
    const connection: Connection = { dispatcher: client, answers: 0, isProxied: false };
    stand.all.add(connection);
    client.on('disconnect', () => {
      connection.answers = 0;
      if (stand.idle.includes(connection)) remove(origin, stand, connection);
    });
    return connection;
  };

  const remove = (origin: string, stand: Stand, connection: Connection): void => {
    stand.all.delete(connection);
    idleOrigins.delete(connection);
    const position = stand.idle.indexOf(connection);
    if (position >= 0) stand.idle.splice(position, 1);
    if (stand.all.size === 0 && stand.waiting.length === 0) stands.delete(origin);
    void connection.dispatcher.destroy();
  };

  const rest = (origin: string, stand: Stand, connection: Connection): void => {
    stand.idle.push(connection);
    idleOrigins.set(connection, origin);
    if (idleOrigins.size <= mostIdle) return;
    for (const [longest, itsOrigin] of idleOrigins) {
      const itsStand = stands.get(itsOrigin);
      if (itsStand !== undefined) remove(itsOrigin, itsStand, longest);
      return;
    }
  };

  return {
    take: (origin, rider) => {
      let stand = stands.get(origin);
      if (stand === undefined) stands.set(origin, (stand = { all: new Set(), idle: [], waiting: [] }));
      const idle = stand.idle.pop();
      if (idle !== undefined) {
        idleOrigins.delete(idle);
        rider.board(idle);
      } else if (stand.all.size < perOrigin) rider.board(open(origin, stand));
      else stand.waiting.push(rider);
    },
    release: (origin, connection) => {
      const stand = stands.get(origin);
      if (stand?.all.has(connection) !== true) return;
      const rider = stand.waiting.shift();
      if (rider === undefined) rest(origin, stand, connection);
      else rider.board(connection);
    },
    discard: (origin, connection) => {
      const stand = stands.get(origin);
      if (stand?.all.has(connection) !== true) return;
      remove(origin, stand, connection);
      const rider = stand.waiting.shift();
      if (rider !== undefined) rider.board(open(origin, stand));
    },
    leave: (origin, rider) => {
      const waiting = stands.get(origin)?.waiting ?? [];
      const position = waiting.indexOf(rider);
      if (position >= 0) waiting.splice(position, 1);
    },
    close: async () => {
      const all = [...stands.values()].flatMap((stand) => [...stand.all]);
      stands.clear();
      await Promise.all(all.map(({ dispatcher }) => dispatcher.destroy()));
    },
  };
}
