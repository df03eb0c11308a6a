import type { z } from 'zod';
import { seedTrouble } from '../kit/urls/address.js';
import { standardInput } from '../kit/urls/file-url.js';
import { redactUrl } from '../kit/urls/redact.js';
import type { Config } from '../model/config.js';
import { describeProblem, type Place, type Problem } from '../model/problem.js';
import { contradictions, explainUnserved } from './contradictions.js';
import { readDocument, type ConfigDocument } from './document.js';
import { typeEnvironmentValues } from './environment-values.js';
import type { Explanation } from './explain-issue.js';
import { findWrittenFiles, resolveFiles, type KeptFile, type NamedFile } from './named-files.js';
import { applyOverrides, type Override } from './override.js';
import type { Path, PathPattern } from './path.js';
import { absenceOf, resolveSeeds, seedFile, type SeedFile } from './seed-files.js';
import { startFrom } from './seeds.js';
import type { Environment } from './substitute.js';
import { settingName, validate } from './validate.js';

/** Everything a run is told, wherever it was said. */
export interface ConfigInput {
  /** Where `text` came from: named in problems, and the folder that relative files start from. */
  readonly file?: string;
  /** YAML or JSON; empty if there is no configuration file. */
  readonly text: string;
  readonly environment: Environment;
  /** Addresses, files and folders to start from instead of the configured seeds; `-` for what is piped in. */
  readonly seeds: readonly string[];
  readonly overrides: readonly Override[];
  /** What commands write and this one reads: if the text names it, it has to be there. */
  readonly needed?: readonly KeptFile[] | undefined;
}

/** A configuration, or `null` and why; and the files it names, to be looked for before they are needed. */
export interface ParsedConfig<T> {
  readonly config: T | null;
  readonly problems: readonly Problem[];
  readonly read: readonly FileToFind[];
  readonly written: readonly FileToFind[];
  /** Files and folders to start from. */
  readonly seeds: readonly SeedToFind[];
}

/** A file or folder to start from, to be looked for: it may not be there, or have been meant as an address. */
export interface SeedToFind extends SeedFile {
  readonly place: Place;
  /** How a sentence names it. */
  readonly name: string;
  /** What to say if it is not there. */
  readonly absence: Problem;
}

/** A file that a configuration names. */
export interface FileToFind {
  readonly file: string;
  readonly place: Place;
  readonly name: string;
  /** Whether problems may name it: what was meant to be a token is not to be shown as a file. */
  readonly isPublic: boolean;
  /** What to do if it is not there. */
  readonly advice?: string;
}

/** Finds every mistake in a configuration file, its overrides and its seeds, without looking at the world. */
export function parseConfig<T extends Config>(input: ConfigInput, schema: z.ZodType<T>): ParsedConfig<T> {
  const document = readDocument(input.text, input.environment, input.file);
  const typed = typeEnvironmentValues(document.value, schema, document.isFromEnvironment);
  const { value: found, files } = resolveFiles(typed, input.file ?? '', input.needed);
  const { value, files: seedFiles } = resolveSeeds(found, input.file ?? '');
  const given = input.seeds.map(readSeed);
  const written = validate(value, schema);
  const explained = [...written.explanations, ...contradictions(value)];
  const inFile = explained
    .filter(({ path }) => !document.failed(path))
    .map((each) => problemInFile(each, document));
  const problems = [...document.problems, ...eachOnce(inFile).sort(byPlace)];

  problems.push(
    ...given.flatMap((seed) => (typeof seed === 'string' ? seedProblem(seed) : [])),
    ...overrideProblems(input.overrides, schema),
  );
  const isSound = problems.length === 0;
  const whole = isSound ? combine(value, { ...input, seeds: given.map(urlOf) }) : null;
  problems.push(...problemsWith(explainUnserved(whole), input.overrides));
  return {
    config: problems.length === 0 ? schema.parse(whole) : null,
    problems,
    read: files.map((file) => toFind(file, document)),
    written: findWrittenFiles(value).map((file) => toFind(file, document)),
    seeds: [
      ...seedFiles.map(({ path, ...file }) => {
        const isSecret = document.isFromEnvironment(path);
        return toLookFor(file, { place: document.placeOf(path), name: settingName(path), isSecret });
      }),
      ...given.flatMap((seed) => {
        if (typeof seed === 'string' || seed.url === standardInput) return [];
        return [toLookFor(seed, { place: {}, name: `"${redactUrl(seed.written)}"`, isSecret: false })];
      }),
    ],
  };
}

function toLookFor(
  seed: SeedFile,
  { place, name, isSecret }: { readonly place: Place; readonly name: string; readonly isSecret: boolean },
): SeedToFind {
  const { message, hint } = absenceOf(seed.written);
  return {
    ...seed,
    place,
    name,
    absence: toProblem(place, `${name} ${message}`, isSecret ? undefined : redactUrl(hint)),
  };
}

/** An operand that may be a file, with its URL; else as it is. */
function readSeed(written: string): string | SeedFile {
  if (written === '-') return { written, url: standardInput };
  const url = seedFile(written, '');
  return url === null ? written : { written, url };
}

function urlOf(seed: string | SeedFile): string {
  return typeof seed === 'string' ? seed : seed.url;
}

function toFind({ path, ...named }: NamedFile, document: ConfigDocument): FileToFind {
  return {
    ...named,
    place: document.placeOf(path),
    name: settingName(path),
    isPublic: !document.isFromEnvironment(path),
  };
}

/** Puts together parts that have no mistakes of their own. */
function combine(value: unknown, { seeds, overrides }: ConfigInput): unknown {
  return applyOverrides(startFrom(value, seeds), overrides);
}

/** Each problem once: what an alias repeats is checked each time. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [describeProblem(problem), problem])).values()];
}

function problemInFile(explanation: Explanation, document: ConfigDocument): Problem {
  const { path, aboutKey, discreet } = explanation;
  const place = aboutKey ? document.placeOfKey(path) : document.placeOf(path);
  const { message, hint } = (document.isFromEnvironment(path) ? discreet : null) ?? explanation;
  return toProblem(place, aboutKey ? message : `${settingName(path)} ${message}`, hint);
}

function seedProblem(seed: string): readonly Problem[] {
  const trouble = seedTrouble(seed);
  if (trouble === null) return [];
  const hint = trouble.hint === undefined ? undefined : redactUrl(trouble.hint);
  return [toProblem({}, `"${redactUrl(seed)}" ${trouble.message}`, hint)];
}

/** Overrides are judged on a sound configuration of one source, so that all complaints are about them. */
function overrideProblems(overrides: readonly Override[], schema: z.ZodType): readonly Problem[] {
  const { explanations } = validate(
    applyOverrides(startFrom({}, ['https://example.com/']), overrides),
    schema,
  );
  // One option may set several values.
  return eachOnce(problemsWith(explanations, overrides));
}

function problemsWith(
  explanations: readonly Explanation[],
  overrides: readonly Override[],
): readonly Problem[] {
  return explanations.map(({ path, message, hint }) => {
    const override = overrides.findLast((each) => covers(each.path, path));
    const counted = override?.unit === undefined ? undefined : `counted in ${override.unit}`;
    return toProblem({}, `${override?.name ?? settingName(path)} ${message}`, hint ?? counted);
  });
}

function covers(pattern: PathPattern, path: Path): boolean {
  return pattern.every((key, index) => (key === '*' ? typeof path[index] === 'number' : key === path[index]));
}

function toProblem(place: Place, message: string, hint: string | undefined): Problem {
  return hint === undefined ? { place, message } : { place, message, hint };
}

function byPlace(one: Problem, other: Problem): number {
  const lines = (one.place.line ?? 0) - (other.place.line ?? 0);
  return lines === 0 ? (one.place.column ?? 0) - (other.place.column ?? 0) : lines;
}
