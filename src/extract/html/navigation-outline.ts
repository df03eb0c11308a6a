import { createCapture } from './capture.js';
import type { Outline } from './outline.js';

const titleLimit = 300;
const depthLimit = 64;

/** The outline of a navigation: the headings of an entry in nested lists are the titles of the entries above it. */
export function createNavigationOutline(): Outline {
  const capture = createCapture(titleLimit);
  /** The title of the entry that is open at each depth of lists. */
  const titles: string[] = [];
  let depth = 0;

  function finish(): void {
    if (capture.isOpen) titles[depth] = capture.finish();
  }

  return {
    path: () => titles.slice(0, depth).filter((title) => title !== ''),
    open: ({ name, isBlock }) => {
      if (isList(name)) {
        finish();
        titles[depth] ??= '';
        if (depth < depthLimit) depth++;
        titles.length = depth;
      } else if (name === 'li') {
        finish();
        titles.length = depth;
        capture.start();
      } else if (capture.isOpen && isBlock) capture.separate();
    },
    close: ({ name }) => {
      if (isList(name) || name === 'li') finish();
      if (isList(name) && depth > 0) titles.length = depth--;
    },
    text: (markup, start, end) => {
      if (capture.isOpen) capture.add(markup, start, end);
    },
    finish,
    first: () => '',
  };
}

function isList(name: string): boolean {
  return name === 'ul' || name === 'ol';
}
