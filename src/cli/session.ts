import type { World } from '../app/context/world.js';
import { createForwardClock } from '../kit/time/forward-clock.js';
import type { Language } from '../model/text.js';
import { openLog } from './log.js';
import type { Given } from './options/option.js';
import { noProgressOption, quietOption, verboseOption } from './options/presentation.js';
import type { StatusLine } from './terminal/status-line.js';
import { readInput } from './terminal/read-input.js';
import { canRedraw } from './terminal/style.js';
import { stopSignals, type StopSignal, type Terminal } from './terminal/terminal.js';

/** The world a use case runs in, and the end of that. */
export interface Session {
  readonly world: World;
  /** The exit code of the signal that asked to stop; `null` if none came. */
  readonly interruptedBy: () => number | null;
  /** Clears the status line, so that something else can be printed while the work goes on. */
  readonly makeRoom: () => void;
  /** Clears the status line and stops listening to signals. */
  readonly close: () => void;
}

/**
 * Makes a world of the real clock, chance and terminal. The first signal asks to stop, and from then on signals do what they
 * always do: the second ends the process at once, unless it comes from a terminal that was closed. `farewell` is printed when the
 * first comes.
 */
export async function openSession(
  terminal: Terminal,
  given: Given,
  language: Language,
  farewell = '',
): Promise<Session> {
  const line = await openStatusLine(terminal, given, language);
  const log = await openLog(given, terminal.stderr, line.clear);
  const stop = new AbortController();
  let exitCode: number | null = null;
  const listeners = {
    SIGINT: () => interrupt('SIGINT'),
    SIGTERM: () => interrupt('SIGTERM'),
    SIGHUP: () => {
      outlive(terminal);
      interrupt('SIGHUP');
    },
  };
  const close = (): void => {
    terminal.off('SIGINT', listeners.SIGINT);
    terminal.off('SIGTERM', listeners.SIGTERM);
    terminal.off('SIGHUP', listeners.SIGHUP);
    line.clear();
  };
  const interrupt = (signal: StopSignal): void => {
    close();
    exitCode = stopSignals[signal];
    log.info('stopping', { signal });
    if (farewell !== '' && !given.has(quietOption)) terminal.stderr.write(farewell, () => undefined);
    stop.abort('interrupted');
  };
  terminal.once('SIGINT', listeners.SIGINT);
  terminal.once('SIGTERM', listeners.SIGTERM);
  terminal.once('SIGHUP', listeners.SIGHUP);
  return {
    world: {
      now: createForwardClock(Date.now),
      random: Math.random,
      environment: terminal.env,
      readInput: readInput(terminal),
      signal: stop.signal,
      log,
      onProgress: (progress) => {
        if (!stop.signal.aborted) line.show(progress);
      },
    },
    interruptedBy: () => exitCode,
    makeRoom: line.clear,
    close,
  };
}

/**
 * A closed terminal sends this signal more than once, by way of the system and of the shell, though nobody asks to end at once.
 */
function outlive(terminal: Terminal): void {
  terminal.once('SIGHUP', () => outlive(terminal));
}

async function openStatusLine(terminal: Terminal, given: Given, language: Language): Promise<StatusLine> {
  const unwanted = [quietOption, verboseOption, noProgressOption].some((option) => given.has(option));
  if (unwanted || !canRedraw(terminal.stderr, terminal.env)) return noStatusLine;
  const { createStatusLine } = await import('./terminal/status-line.js');
  return createStatusLine(terminal.stderr, language);
}

const noStatusLine: StatusLine = { show: () => undefined, clear: () => undefined };
