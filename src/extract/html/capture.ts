import { fold } from '../../kit/fold.js';
import { decodeText } from './references.js';

/** Collects the text inside an element while it is open. */
export interface Capture {
  readonly isOpen: () => boolean;
  readonly start: () => void;
  readonly add: (markup: string, start: number, end: number) => void;
  /** Puts a blank between the blocks of a text. */
  readonly separate: () => void;
  /** Ends it and gives the text, white space folded. */
  readonly finish: () => string;
  /** Ends it and gives the text as it stands, for `fold` to see to later. */
  readonly take: () => string;
}

/** A capture whose text is cut at this many characters. */
export function createCapture(limit: number): Capture {
  const rawLimit = limit * 8;
  let open = false;
  let text = '';
  return {
    isOpen: () => open,
    start: () => {
      open = true;
      text = '';
    },
    add: (markup, start, end) => {
      if (text.length < rawLimit) text += decodeText(markup.slice(start, Math.min(end, start + rawLimit)));
    },
    separate: () => {
      if (text !== '' && text.length < rawLimit) text += ' ';
    },
    finish: () => {
      open = false;
      return fold(text, limit);
    },
    take: () => {
      open = false;
      return text;
    },
  };
}

/** Elements that stand on lines of their own: the words before and after one are not one word. */
export const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody ' +
    'td tfoot th thead tr ul xmp'
  ).split(' '),
);
