import { didYouMean } from '../kit/text/nearest.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A text with its variables put in, and what stood in the way; `at` is the offset of the mistake in the text. */
export interface Substituted {
  readonly text: string;
  readonly troubles: readonly { readonly at: number; readonly message: string; readonly hint: string }[];
}

/**
 * Puts in `${NAME}` and `${NAME:-default}` (the default also stands in for an empty value); `$${` is a plain `${`.
 * What is put in is never looked at again, so a value cannot name another variable.
 */
export function substitute(text: string, environment: Environment): Substituted {
  if (!text.includes('${')) return { text, troubles: [] };
  const troubles: { at: number; message: string; hint: string }[] = [];
  const substituted = text.replace(
    /\$\$\{|\$\{(?:([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?\})?/g,
    (
      written: string,
      name: string | undefined,
      withDefault: string | undefined,
      otherwise: string | undefined,
      at: number,
    ) => {
      if (written === '$${') return '${';
      const value = name === undefined ? undefined : valueOf(environment, name);
      if (value !== undefined && (value !== '' || withDefault === undefined)) return value;
      if (withDefault !== undefined) return otherwise ?? '';
      troubles.push({ at, ...describe(name, environment) });
      return '';
    },
  );
  return { text: substituted, troubles };
}

function describe(name: string | undefined, environment: Environment): { message: string; hint: string } {
  if (name === undefined)
    return { message: '"${" is not followed by a name and "}"', hint: 'write "$${" for a plain "${"' };
  const hint = didYouMean(name, Object.keys(environment), `set it, or write "\${${name}:-default}"`);
  return { message: `the environment variable "${name}" is not set`, hint };
}

function valueOf(environment: Environment, name: string): string | undefined {
  return Object.hasOwn(environment, name) ? environment[name] : undefined;
}
