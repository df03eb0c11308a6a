import { fold } from '../../kit/fold.js';
import { blockNames, createCapture } from './capture.js';

/** The headings of a page as they come. */
export interface Outline {
  /** The headings that the place at hand stands under, outermost first; the one that is still open is not among them. */
  readonly path: () => readonly string[];
  readonly open: (name: string) => void;
  readonly close: (name: string) => void;
  readonly text: (markup: string, start: number, end: number) => void;
  readonly finish: () => void;
  /** The first `h1` with text. */
  readonly first: () => string;
}

const headingLimit = 300;

/** Elements whose end tag ends a heading that was forgotten open inside them. */
const containers: ReadonlySet<string> = new Set(
  (
    'article aside blockquote body center dd details div dl dt fieldset footer form header html li main nav ol section table td ' +
    'th tr ul'
  ).split(' '),
);

/**
 * Follows `h1` to `h6`: one takes back all headings of its own level and below, as a table of contents would. White space is
 * folded only when somebody asks: under most headings no link stands.
 */
export function createOutline(): Outline {
  const capture = createCapture(headingLimit);
  const above: { readonly level: number; readonly words: string }[] = [];
  let path: readonly string[] | null = [];
  let level = 0;
  let containerDepth = 0;
  let first = '';

  function finish(): void {
    if (!capture.isOpen()) return;
    const words = capture.take();
    if (level === 1 && first === '') first = fold(words, headingLimit);
    above.push({ level, words });
    path = null;
  }

  function open(name: string): void {
    const opened = levelOf(name);
    if (opened > 0) openHeading(opened);
    else if (capture.isOpen()) {
      if (containers.has(name)) containerDepth++;
      if (blockNames.has(name)) capture.separate();
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

  function close(name: string): void {
    if (!capture.isOpen()) return;
    if (levelOf(name) > 0 || (containers.has(name) && containerDepth-- === 0)) finish();
    else if (blockNames.has(name)) capture.separate();
  }

  return {
    path: () =>
      (path ??= above.map(({ words }) => fold(words, headingLimit)).filter((title) => title !== '')),
    open,
    close,
    text: (markup, start, end) => {
      if (capture.isOpen()) capture.add(markup, start, end);
    },
    finish,
    first: () => first,
  };
}

function levelOf(name: string): number {
  if (name.length !== 2 || name.charCodeAt(0) !== 0x68) return 0; // h
  const level = name.charCodeAt(1) - 0x30;
  return level >= 1 && level <= 6 ? level : 0;
}
