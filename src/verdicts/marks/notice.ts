import { rememberLatest } from '../../kit/remember-latest.js';
import type { Observation } from '../../model/verdict.js';
import { skim, type Skimmed } from './skim.js';

/** What a page announces about itself: where portals put their error texts. */
interface Notice {
  /** The title, its parts, and the first heading. */
  readonly headlines: readonly string[];
  /** The texts of its alert boxes. Builds the tree if there are any. */
  readonly alerts: () => readonly string[];
  /** Characters of its own text, without what frames every page of its site; infinite for large pages. Builds the tree. */
  readonly length: () => number;
  /** How many fields ask for a password. Builds the tree. */
  readonly passwordFields: () => number;
  /** Whether it has a hidden field of this name. Builds the tree. */
  readonly hides: (name: string) => boolean;
}

const separators = /\s+[|\-–—:·•»«›]+\s+|\s*[|｜]\s*/u;
const longestHeadline = 200;
/** Larger pages are no error messages and no sign-in forms; to build the tree of one may take seconds. */
const largest = 262_144;
/** Markup of so few characters can be searched at almost no cost. */
const small = 4096;

/** The notice of a page, made once for all rules; `null` if it is no page. */
export const noticeOf = rememberLatest((observation: Observation): Notice | null =>
  observation.page === null
    ? null
    : readNotice(observation, observation.page.title, observation.page.heading),
);

/** The first headline that a pattern finds; `null` if none does. */
export function headlineSays({ headlines }: Notice, patterns: RegExp): string | null {
  return headlines.find((headline) => patterns.test(headline)) ?? null;
}

/** The first headline or alert that a pattern finds; `null` if none does. */
export function noticeSays(notice: Notice, headlines: RegExp, alerts: RegExp): string | null {
  return headlineSays(notice, headlines) ?? notice.alerts().find((text) => alerts.test(text)) ?? null;
}

/** Whether a page is small enough to be looked at more closely. */
export function isSmall({ markup }: Observation): boolean {
  return markup.length <= small;
}

/**
 * Whether a page ends as Power Pages ends whole pages. Looks at the last characters only: searching whole pages would be slow.
 */
export function isPortalPage({ markup }: Observation): boolean {
  return markup.slice(-300).includes('<!-- Page OK -->');
}

function readNotice(observation: Observation, title: string, heading: string): Notice {
  let skimmed: Skimmed | null = null;
  const page = (): Skimmed => (skimmed ??= skim(observation.tree()));
  const isLarge = observation.markup.length > largest;
  return {
    headlines: headlinesOf(title, heading),
    alerts: () => (isLarge || !mayHoldAlerts(observation) ? [] : page().alerts),
    length: () => (isLarge ? Infinity : page().length),
    passwordFields: () => (isLarge ? 0 : page().passwordFields),
    hides: (name) => !isLarge && page().hiddenFields.has(name),
  };
}

function headlinesOf(title: string, heading: string): readonly string[] {
  const headlines = title.length > longestHeadline ? [] : title.split(separators);
  if (headlines.length > 1) headlines.push(title);
  if (heading !== '' && heading.length <= longestHeadline && heading !== title) headlines.push(heading);
  return headlines;
}

function mayHoldAlerts(observation: Observation): boolean {
  if (!isSmall(observation) && !isPortalPage(observation)) return false;
  return observation.markup.includes('alert-danger') || observation.markup.includes('alert-warning');
}
