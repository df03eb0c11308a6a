import { fold } from '../../kit/text/fold.js';
import { createCapture } from './capture.js';
import type { Element } from '../markup/elements.js';

/** The headings of a page as they come. */
export interface Outline {
  /** The headings above the current place, outermost first; one that is still open is not among them. */
  readonly path: () => readonly string[];
  readonly open: (element: Element) => void;
  readonly close: (element: Element) => void;
  readonly text: (markup: string, start: number, end: number) => void;
  readonly finish: () => void;
  /** The first `h1` with text. */
  readonly first: () => string;
}

const headingLimit = 300;

/**
 * Follows `h1` to `h6`: one takes back all headings of its own level and below, as a table of contents would. White space is
 * folded only when asked for: most headings have no link below them.
 */
export function createOutline(): Outline {
  const capture = createCapture(headingLimit);
  const above: { readonly level: number; readonly words: string }[] = [];
  let path: readonly string[] | null = [];
  let level = 0;
  let containerDepth = 0;
  let first = '';

  function finish(): void {
    if (!capture.isOpen) return;
    const words = capture.take();
    if (level === 1 && first === '') first = fold(words, headingLimit);
    above.push({ level, words });
    path = null;
  }

  function open({ heading, endsHeading, isBlock }: Element): void {
    if (heading > 0) openHeading(heading);
    else if (capture.isOpen) {
      if (endsHeading) containerDepth++;
      if (isBlock) capture.separate();
    }
  }

  function openHeading(opened: number): void {
    finish();
    while ((above.at(-1)?.level ?? 0) >= opened) {
      above.pop();
      path = null;
    }
    level = opened;
    containerDepth = 0;
    capture.start();
  }

  function close({ heading, endsHeading, isBlock }: Element): void {
    if (!capture.isOpen) return;
    if (heading > 0 || (endsHeading && containerDepth-- === 0)) finish();
    else if (isBlock) capture.separate();
  }

  return {
    path: () =>
      (path ??= above.map(({ words }) => fold(words, headingLimit)).filter((title) => title !== '')),
    open,
    close,
    text: (markup, start, end) => {
      if (capture.isOpen) capture.add(markup, start, end);
    },
    finish,
    first: () => first,
  };
}
