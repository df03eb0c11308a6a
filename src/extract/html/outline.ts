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

/** Follows `h1` to `h6`: one takes back all headings of its own level and below, as a table of contents would. */
export function createOutline(): Outline {
  const capture = createCapture(headingLimit);
  const above: { readonly level: number; readonly title: string }[] = [];
  let path: readonly string[] = [];
  let level = 0;
  let containerDepth = 0;
  let first = '';

  function finish(): void {
    if (!capture.isOpen()) return;
    const title = capture.finish();
    if (title === '') return;
    if (level === 1 && first === '') first = title;
    above.push({ level, title });
    path = above.map((heading) => heading.title);
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
    const kept = above.filter((heading) => heading.level < opened);
    if (kept.length < above.length) {
      above.splice(0, above.length, ...kept);
      path = kept.map((heading) => heading.title);
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
    path: () => path,
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
  if (name.length !== 2 || !name.startsWith('h')) return 0;
  const level = name.charCodeAt(1) - 0x30;
  return level >= 1 && level <= 6 ? level : 0;
}
