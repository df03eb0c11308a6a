import { fold } from '../../kit/text/fold.js';
import { decodeText } from '../markup/references.js';

/** Collects the text inside an element while it is open. */
export interface Capture {
  readonly isOpen: boolean;
  readonly start: () => void;
  readonly add: (markup: string, start: number, end: number) => void;
  /** Puts a space between the blocks of a text. */
  readonly separate: () => void;
  /** Ends it and returns the text, with white space folded. */
  readonly finish: () => string;
  /** Ends it and returns the text as it is, to be folded later. */
  readonly take: () => string;
}

/** A capture whose text is cut at this many characters. */
export function createCapture(limit: number): Capture {
  const rawLimit = limit * 8;
  let text = '';
  const capture = {
    isOpen: false,
    start: () => {
      capture.isOpen = true;
      text = '';
    },
    add: (markup: string, start: number, end: number) => {
      if (text.length < rawLimit) text += decodeText(markup.slice(start, Math.min(end, start + rawLimit)));
    },
    separate: () => {
      if (text !== '' && text.length < rawLimit) text += ' ';
    },
    finish: () => {
      capture.isOpen = false;
      return fold(text, limit);
    },
    take: () => {
      capture.isOpen = false;
      return text;
    },
  };
  return capture;
}
