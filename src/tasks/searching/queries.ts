import { identifyHref } from '../../kit/urls/url.js';
import { redactUrl } from '../../kit/urls/redact.js';
import { isGenericLabel } from '../list/generic-label.js';

/** A name that nothing has: whatever its result page shows stands on every result page. */
export const controlQuery = 'zqxvkw7 nonesuch';

const extension = /\.(?:pptx?|docx?|xlsx?|pdf|zip|vsdx?|mp4)$/i;
const languageMark = /\s*[([（［【](?:日本語版?|英語版?|japanese|english|jpn?|eng?)[)\]）］】]/gi;
const versionMark = /[\s_-]+(?:v|ver\.?|version)\s?\d+(?:\.\d+)*$/i;

/** What a partner would type to find a title: the title as it is, then without version, language and file ending. */
export function queriesFor(title: string): readonly string[] {
  const whole = title.replace(/\s+/g, ' ').trim().slice(0, 200);
  const bare = whole.replace(extension, '').replace(languageMark, '').replace(versionMark, '').trim();
  return [...new Set([whole, bare])].filter((query) => query !== '');
}

/** The address of a result page as a snapshot has it; `null` if there is none. */
export function searchAddress(template: string, query: string): string | null {
  const url = identifyHref(template.replaceAll('{query}', () => encodeURIComponent(query)));
  return url === null ? null : redactUrl(url);
}

const mostSearches = 100;

/** The queries for the search of one portal: the control, then titles, each once, up to a hundred. */
export function planQueries(titles: Iterable<string>): readonly string[] {
  const queries = new Set([controlQuery]);
  for (const title of titles) {
    if (!isGenericLabel(title)) for (const query of queriesFor(title)) queries.add(query);
    if (queries.size >= mostSearches) break;
  }
  return queries.size > 1 ? [...queries].slice(0, mostSearches) : [];
}
