import { fold } from '../../kit/text/fold.js';
import type { Attributes } from '../markup/attributes.js';
import { createCapture } from './capture.js';
import { scan } from '../markup/scan.js';

const lengthLimit = 32_768;
const entryLimit = 20;
const titleLimit = 300;

/** Whether this start tag begins a breadcrumb: a list of that class, a navigation of that label, or schema.org's type. */
export function beginsBreadcrumb(name: string, attributes: Attributes): boolean {
  if (name === 'ul' || name === 'ol') {
    if (attributes.hasLength(5) && /(?:^|\s)breadcrumbs?(?:\s|$)/i.test(attributes.value('class') ?? ''))
      return true;
  }
  if (name === 'nav' && /(?:^|\s)breadcrumbs?(?:\s|$)/i.test(attributes.value('aria-label') ?? ''))
    return true;
  return (
    attributes.hasLength(6) && /(?:^|[\s/])BreadcrumbList(?:\s|$)/.test(attributes.value('typeof') ?? '')
  );
}

/**
 * The titles of a breadcrumb whose element `container` begins before `from`, outermost first, the page's own last.
 * Entries are the list items, or the links if there is no list; a title that was cut is taken from `title=`.
 */
export function readBreadcrumb(markup: string, from: number, container: string): readonly string[] {
  const part = markup.slice(from, from + lengthLimit);
  const items = readEntries(part, container, 'li');
  return items.length > 0 ? items : readEntries(part, container, 'a');
}

function readEntries(markup: string, container: string, item: string): readonly string[] {
  const titles: string[] = [];
  const capture = createCapture(titleLimit);
  let full = '';
  let depth = 1;

  function finish(): void {
    if (!capture.isOpen) return;
    const shown = capture.finish();
    const title = isCut(shown, full) ? full : shown;
    if (/[\p{L}\p{N}]/u.test(title) && titles.length < entryLimit) titles.push(title);
  }

  scan(markup, {
    open: ({ name }, attributes) => {
      if (depth === 0) return;
      if (name === container) depth++;
      if (name === item) {
        finish();
        full = '';
        capture.start();
      }
      if (full === '') full = fold(attributes.value('title') ?? '', titleLimit);
    },
    close: ({ name }) => {
      if (depth === 0) return;
      if (name === item) finish();
      if (name === container && --depth === 0) finish();
    },
    text: (start, end) => {
      if (capture.isOpen) capture.add(markup, start, end);
    },
    raw: () => undefined,
  });
  finish();
  return titles;
}

/** Whether what is shown is the beginning of the full title, with dots in place of the rest. */
function isCut(shown: string, full: string): boolean {
  const kept = shown.replace(/\s*(?:…|\.{3})$/, '');
  return full !== '' && (kept === '' || (full.length > kept.length && full.startsWith(kept)));
}
