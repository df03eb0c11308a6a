/** Something under way that may take too long or be called off. */
export interface Flight {
  readonly signal: AbortSignal;
  /** On the scale of `InFlight.time`. */
  readonly deadline: number;
  expire(): void;
  abandon(): void;
}

/** Everything under way, with one timer and one abort listener for all of it instead of one of each for every request. */
export interface InFlight {
  /** Milliseconds since the start in steps of `resolution`. Stops while the thread is busy, so no server is blamed for that. */
  readonly time: number;
  add(flight: Flight): void;
  delete(flight: Flight): void;
  close(): void;
}

/** Starts the watch; `resolution` in milliseconds is how late a deadline may be noticed. Keeps no process alive. */
export function watchFlights(resolution: number): InFlight {
  const flights = new Set<Flight>();
  const known = new WeakSet<AbortSignal>();
  let time = 0;

  const timer = setInterval(() => {
    time += resolution;
    for (const flight of flights) if (time >= flight.deadline) flight.expire();
  }, resolution);
  timer.unref();

  const listenTo = (signal: AbortSignal): void => {
    known.add(signal);
    const abandonAll = (): void => {
      for (const flight of flights) if (flight.signal === signal) flight.abandon();
    };
    signal.addEventListener('abort', abandonAll, { once: true });
  };

  return {
    get time() {
      return time;
    },
    add: (flight) => {
      flights.add(flight);
      if (!known.has(flight.signal)) listenTo(flight.signal);
    },
    delete: (flight) => void flights.delete(flight),
    close: () => clearInterval(timer),
  };
}
