import type { Style } from '../../model/report.js';
import type { Language } from '../../model/text.js';
import type { Output, Terminal } from './terminal.js';

type Environment = Terminal['env'];

/** How text is to look on a stream: `FORCE_COLOR`, `NO_COLOR` (no-color.org) and `TERM=dumb` outweigh what the stream is. */
export function styleOf(output: Output, environment: Environment): Style {
  return {
    colour: wantsColour(output, environment),
    width: output.isTTY === true ? (output.columns ?? 80) : null,
  };
}

/** Whether a line can be redrawn in place. */
export function canRedraw(output: Output, environment: Environment): boolean {
  return output.isTTY === true && environment['TERM'] !== 'dumb';
}

/** The language the environment asks for (POSIX: the first of the three that is set decides). */
export function languageOf(environment: Environment): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(isSet) ?? '';
  return /^ja(?:[_.@-]|$)/i.test(locale) ? 'ja' : 'en';
}

function wantsColour(output: Output, environment: Environment): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (isSet(environment['NO_COLOR'])) return false;
  return canRedraw(output, environment);
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
