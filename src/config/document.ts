import type { LineCounter } from 'yaml';
import { onDemand } from '../kit/on-demand.js';
import type { Place, Problem } from '../model/problem.js';
import { convert, positionName, type Trouble } from './convert.js';
import { explainSyntax } from './explain-syntax.js';
import { tooDeepAt } from './nesting.js';
import type { Path } from './path.js';
import type { Environment } from './substitute.js';

const yaml = onDemand('yaml');

const longestText = 262_144;
const mostProblems = 50;

/** A configuration file as plain data that still knows where everything stands. */
export interface ConfigDocument {
  /** `{}` if the text is empty or cannot be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where a value begins, or the nearest value around it that was written. */
  readonly placeOf: (path: Path) => Place;
  /** Where a key begins. */
  readonly placeOfKey: (path: Path) => Place;
  /** Whether something from the environment is in a value, so that nothing of it may ever be shown. */
  readonly isFromEnvironment: (path: Path) => boolean;
  /** Whether a value could not be made, so that there is a problem about it already. */
  readonly failed: (path: Path) => boolean;
}

/**
 * Reads YAML 1.2 (and so JSON) with `${VARIABLES}` in its text values put in. Never throws: whatever is wrong is a problem
 * with its place. Size, depth and the growth of aliases are bounded.
 */
export function readDocument(text: string, environment: Environment, file?: string): ConfigDocument {
  const whole: Place = file === undefined ? {} : { file };
  if (text === '') return withoutValues(whole, []);
  const refuse = (place: Place, message: string): ConfigDocument =>
    withoutValues(whole, [{ place, message }]);
  if (text.length > longestText)
    return refuse(whole, `the configuration is larger than ${longestText / 1024} KiB`);
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== null)
    return refuse({ ...whole, ...countLines(text, tooDeep) }, 'the configuration nests too deeply');

  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { ...whole, line, column: col };
  };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const mistakes = firstOfEachLine([...document.errors, ...document.warnings].map(explainSyntax), lines);
  const converted = convert(mistakes.length > 0 ? null : document.contents, text, environment);
  const problems = [...mistakes, ...converted.troubles].slice(0, mostProblems);
  const positionOf = (path: Path) => converted.positions.get(positionName(path));
  const placeOf = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const position = positionOf(path.slice(0, length));
      if (position !== undefined) return placeAt(position.value);
    }
    return whole;
  };
  return {
    value: converted.value,
    problems: problems.map(({ at, ...said }) => ({ place: placeAt(at), ...said })),
    placeOf,
    placeOfKey: (path) => {
      const key = positionOf(path)?.key;
      return key === undefined || key === null ? placeOf(path) : placeAt(key);
    },
    isFromEnvironment: (path) => positionOf(path)?.isFromEnvironment === true,
    failed: (path) => mistakes.length > 0 || converted.failed.has(positionName(path)),
  };
}

function withoutValues(whole: Place, problems: readonly Problem[]): ConfigDocument {
  return {
    value: {},
    problems,
    placeOf: () => whole,
    placeOfKey: () => whole,
    isFromEnvironment: () => false,
    failed: () => problems.length > 0,
  };
}

/** The first mistake of each line: one makes the parser report several on the same line. */
function firstOfEachLine(mistakes: readonly Trouble[], lines: LineCounter): readonly Trouble[] {
  const sorted = [...mistakes].sort((one, other) => other.at - one.at);
  return [...new Map(sorted.map((mistake) => [lines.linePos(mistake.at).line, mistake])).values()].reverse();
}

function countLines(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
