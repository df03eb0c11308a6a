import type { CheerioAPI } from 'cheerio/slim';
import { fold } from '../../kit/fold.js';
import type { Observation } from '../../model/verdict.js';

/** What a page announces about itself: where portals put their error texts. */
export interface Notice {
  /** The parts of the title and the first heading, each trimmed. */
  readonly headlines: readonly string[];
  /** The texts of its alert boxes. Costs a tree if there are any. */
  readonly alerts: () => readonly string[];
  /** What it says beside its navigation, white space folded. Costs a tree. */
  readonly text: () => string;
}

const separators = /\s+[|\-–—:·•»«›]+\s+|\s*[|｜]\s*/u;
const longestTitle = 200;
/** Longer texts are no error messages; how much longer does not matter. */
const longestText = 10_000;
const notices = new WeakMap<Observation, Notice>();

/** What a page announces, made once for all rules; `null` if it is no page. */
export function noticeOf(observation: Observation): Notice | null {
  if (observation.page === null) return null;
  const known = notices.get(observation);
  if (known !== undefined) return known;
  const notice = readNotice(observation, observation.page.title, observation.page.heading);
  notices.set(observation, notice);
  return notice;
}

/** Whether any headline is nothing but one of the patterns, with or without a full stop. */
export function headlineSays({ headlines }: Notice, patterns: RegExp): string | null {
  return headlines.find((headline) => patterns.test(headline)) ?? null;
}

function readNotice(observation: Observation, title: string, heading: string): Notice {
  const headlines = title.length > longestTitle ? [] : title.split(separators);
  if (headlines.length > 1) headlines.push(title);
  if (heading !== '' && heading.length <= longestTitle && heading !== title) headlines.push(heading);
  let alerts: readonly string[] | null = null;
  let text: string | null = null;
  return {
    headlines,
    alerts: () => (alerts ??= readAlerts(observation)),
    text: () => (text ??= readText(observation.tree())),
  };
}

/** Below this many characters it costs next to nothing to look for something in the markup. */
const small = 4096;

function readAlerts(observation: Observation): readonly string[] {
  const { markup, tree } = observation;
  if (markup.length > small && !isPortalPage(observation)) return [];
  if (!markup.includes('alert-danger') && !markup.includes('alert-warning')) return [];
  const $ = tree();
  return $('.alert-danger, .alert-warning')
    .slice(0, 5)
    .map((_, box) => fold($(box).text().slice(0, longestText), longestText))
    .get()
    .filter((words) => words !== '');
}

/** Whether a page is small enough to be looked at more closely. */
export function isSmall({ markup }: Observation): boolean {
  return markup.length <= small;
}

/** Whether a page ends as Power Pages ends whole pages. Looks at the last characters only: scanning pages is what costs. */
export function isPortalPage({ markup }: Observation): boolean {
  return markup.slice(-300).includes('<!-- Page OK -->');
}

const chrome = 'script, style, noscript, template, nav, header, footer, svg, head';

function readText($: CheerioAPI): string {
  const main = $('main, [role=main]').first();
  const root = (main.length > 0 ? main : $('body').first()).clone();
  root.find(chrome).remove();
  return fold(root.text(), longestText);
}
