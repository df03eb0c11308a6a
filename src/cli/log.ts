import type { Log } from '../app/context/world.js';
import { lastOf, type Given } from './options/option.js';
import { logFileOption, quietOption, verboseOption } from './options/presentation.js';
import type { Output } from './terminal/terminal.js';

/**
 * The log that the options ask for: JSON lines to a file or to stderr, else only warnings as plain lines, which are printed even
 * if all else is to be quiet. The logger is loaded only if JSON is wanted. `interrupt` is called before a line is printed on the
 * terminal.
 */
export async function openLog(given: Given, stderr: Output, interrupt: () => void): Promise<Log> {
  const file = lastOf(given, logFileOption);
  const verbosity = given.get(verboseOption)?.length ?? 0;
  if (file === undefined && verbosity === 0) return plainWarnings(stderr, interrupt, given.has(quietOption));
  const { pino, destination, stdTimeFunctions } = await import('pino');
  const stream =
    file === undefined ? stderrStream(stderr, interrupt) : destination({ dest: file, sync: true });
  const level = verbosity > 1 ? 'debug' : 'info';
  const logger = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, stream);
  return {
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    remark: (message, fields) => logger.warn(fields ?? {}, message),
    isVerbose: true,
  };
}

const ignore = (): void => undefined;

function plainWarnings(stderr: Output, interrupt: () => void, isQuiet: boolean): Log {
  const warn: Log['warn'] = (message, fields) => {
    interrupt();
    const details = Object.entries(fields ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
    stderr.write(`warning: ${[message, ...details].join(', ')}\n`, ignore);
  };
  return { debug: ignore, info: ignore, warn, remark: isQuiet ? ignore : warn, isVerbose: false };
}

function stderrStream(stderr: Output, interrupt: () => void): { readonly write: (line: string) => void } {
  return {
    write: (line) => {
      interrupt();
      stderr.write(line, ignore);
    },
  };
}
