import { isRecord } from '../kit/is-record.js';
import { isFileUrl, standardInput } from '../kit/urls/file-url.js';
import type { Explanation } from './explain-issue.js';
import { valueAt, type Path } from './path.js';

const waysToSignIn = ['basic', 'bearer', 'bearerFile'] as const;

/**
 * Mistakes that no single value shows: sources of the same name, two ways to sign in to one source, a canary where nobody is
 * signed in, an address for what is no folder, two reports to one file.
 */
export function contradictions(value: unknown): readonly Explanation[] {
  return [...contradictionsOfSources(value), ...contradictionsOfOutput(value)];
}

function contradictionsOfOutput(value: unknown): readonly Explanation[] {
  const output = valueAt(value, ['output']);
  if (!Array.isArray(output)) return [];
  return output.flatMap((file: unknown, index) =>
    typeof file === 'string' && output.indexOf(file) < index
      ? [{ path: ['output', index], aboutKey: false, message: 'names the same file as another' }]
      : [],
  );
}

function contradictionsOfSources(value: unknown): readonly Explanation[] {
  const sources = valueAt(value, ['sources']);
  if (!Array.isArray(sources)) return [];
  const ids = new Set<unknown>();
  return sources.flatMap((source: unknown, index) => {
    const id = valueAt(source, ['id']);
    const repeated = typeof id === 'string' && ids.has(id);
    ids.add(id);
    const path = ['sources', index];
    return [
      ...(repeated ? [explainRepetition([...path, 'id'], id)] : []),
      ...explainSignIns(source, path),
      ...explainCanary(source, path),
      ...explainServing(source, path),
    ];
  });
}

const ownId = 'give each source its own';

function explainRepetition(path: Path, id: string): Explanation {
  return {
    path,
    aboutKey: false,
    message: `is the same as another source's, "${id}"`,
    hint: ownId,
    discreet: { message: "is the same as another source's", hint: ownId },
  };
}

function explainSignIns(source: unknown, path: Path): readonly Explanation[] {
  const used = waysToSignIn.filter((way) => valueAt(source, ['credentials', way]) !== undefined);
  const [first, second] = used;
  if (first === undefined || second === undefined) return [];
  const message = `"${second}" and "${first}" are two ways to say the same`;
  return [{ path: [...path, 'credentials', second], aboutKey: true, message, hint: 'keep one of them' }];
}

/** Credentials go to the origins of the seeds only: a canary elsewhere would live whatever becomes of the session. */
function explainCanary(source: unknown, path: Path): readonly Explanation[] {
  const canary = originAt(source, ['canary', 'url']);
  const credentials = valueAt(source, ['credentials']);
  const seeds = valueAt(source, ['seeds']);
  if (canary === null || !isRecord(credentials) || !Array.isArray(seeds)) return [];
  if (seeds.some((_, index) => originAt(seeds, [index]) === canary)) return [];
  const message = 'is on none of the hosts of the seeds, so no credentials are sent there';
  const hint = 'take a page of the portal itself, with the same scheme and port';
  return [{ path: [...path, 'canary', 'url'], aboutKey: false, message, hint }];
}

/** One address can be that of one folder. */
function explainServing(source: unknown, path: Path): readonly Explanation[] {
  if (valueAt(source, ['servedAt']) === undefined || isServable(source)) return [];
  return [{ path: [...path, 'servedAt'], aboutKey: false, ...unservable }];
}

const unservable = {
  message: 'is the address of one folder, which has to be the only seed',
  hint: 'make a source of its own of each folder',
};

/** Whether options and operands together serve a folder that is not there; where options are given, they are for all sources. */
export function explainUnserved(value: unknown): readonly Explanation[] {
  const sources = valueAt(value, ['sources']);
  if (!Array.isArray(sources) || sources.some(isServable)) return [];
  return sources.slice(0, 1).flatMap((source: unknown) => explainServing(source, ['sources', 0]));
}

function isServable(source: unknown): boolean {
  const seeds = valueAt(source, ['seeds']);
  const seed = valueAt(seeds, [0]);
  return (
    Array.isArray(seeds) &&
    seeds.length === 1 &&
    typeof seed === 'string' &&
    isFileUrl(seed) &&
    seed !== standardInput
  );
}

function originAt(value: unknown, path: Path): string | null {
  const address = valueAt(value, path);
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : null;
}
