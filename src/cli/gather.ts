import { SetupError, type Problem } from '../model/problem.js';

/** The results of several preparations, unless one of them found mistakes: then all mistakes of all of them at once. */
export async function gather<T>(
  mistakes: readonly Problem[],
  prepare: Promise<T>,
  ...checks: readonly Promise<readonly Problem[]>[]
): Promise<T> {
  const [prepared, ...checked] = await Promise.all([caught(prepare), ...checks]);
  const problems = [...mistakes, ...(prepared.problems ?? []), ...checked.flat()];
  if (prepared.problems !== undefined || problems.length > 0) throw new SetupError(problems);
  return prepared.value;
}

type Caught<T> =
  { readonly value: T; readonly problems?: undefined } | { readonly problems: readonly Problem[] };

async function caught<T>(preparation: Promise<T>): Promise<Caught<T>> {
  try {
    return { value: await preparation };
  } catch (error) {
    if (error instanceof SetupError) return { problems: error.problems };
    throw error;
  }
}
