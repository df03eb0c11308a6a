import { lastOf, type Given, type Option } from './option.js';

const group = 'From night to night:';

export const freshOption: Option = {
  flags: '--fresh',
  summary: 'ask for everything anew, whatever the last run knows',
  group,
};

export const resumeOption: Option = {
  flags: '--resume [run]',
  summary: 'go on with the last run of these seeds, or the one named, that did not end',
  group,
};

export const cronOption: Option = {
  flags: '--cron',
  summary: 'print nothing unless something changed since the last complete run',
  group,
};

/** The run to go on with, if one is asked for. The word after the option may be an address to walk instead of a run. */
export function readResume(given: Given): {
  readonly resume: { readonly run: string | undefined } | undefined;
  readonly seeds: readonly string[];
} {
  const named = lastOf(given, resumeOption);
  if (named === undefined) return { resume: undefined, seeds: [] };
  const isAddress = /[:/]/.test(named);
  const run = named === '' || isAddress ? undefined : named;
  return { resume: { run }, seeds: isAddress ? [named] : [] };
}
