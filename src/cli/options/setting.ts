import type { Override } from '../../app/configure.js';
import type { Problem } from '../../model/problem.js';
import { longName, type Given, type Option } from './option.js';
import type { Quantity } from './quantity.js';

/** An option that outweighs a value of the configuration. */
export interface Setting extends Option {
  /** The path of the value in the configuration; `*` stands for every source. */
  readonly path: readonly string[];
  /** Paths that get the same value: their defaults would otherwise cut short what the setting allows. */
  readonly followers?: readonly (readonly string[])[];
  /** How the word after the option is read, or the value of an option without one. */
  readonly value: Quantity | boolean;
  /** Set if it may be given several times: the values are `added` to the configured ones, or used `instead` of them. */
  readonly repeats?: 'added' | 'instead';
}

/** The given settings as overrides of the configuration, and those that cannot be read as problems. */
export function readSettings(
  given: Given,
  settings: readonly Setting[],
): { readonly overrides: readonly Override[]; readonly problems: readonly Problem[] } {
  const overrides: Override[] = [];
  const problems: Problem[] = [];
  for (const setting of settings) {
    const values = given.get(setting);
    if (values === undefined) continue;
    const { path, repeats } = setting;
    const name = longName(setting);
    if (repeats === 'instead') overrides.push({ path, name, value: [] });
    for (const text of repeats === undefined ? values.slice(-1) : values) {
      const value = typeof setting.value === 'boolean' ? setting.value : setting.value.read(text);
      if (value === null)
        problems.push({ place: {}, message: `${name} must be ${nounOf(setting)}, not "${text}"` });
      else overrides.push(...overridesBy(setting, value));
    }
  }
  return { overrides, problems };
}

function overridesBy(setting: Setting, value: Override['value']): readonly Override[] {
  const { path, followers = [], repeats } = setting;
  const adds = repeats !== undefined;
  return [path, ...followers].map((each) => {
    return { path: each, name: longName(setting), value, adds, ...unitOf(setting) };
  });
}

function unitOf({ value }: Setting): { readonly unit?: string } {
  return typeof value === 'boolean' || value.unit === undefined ? {} : { unit: value.unit };
}

function nounOf({ value }: Setting): string {
  return typeof value === 'boolean' ? 'alone' : value.noun;
}
