import type { CrawlProgress } from '../../app/context/world.js';
import type { Language } from '../../model/text.js';
import { renderProgress } from './progress.js';
import type { Output } from './terminal.js';

/** One line that is redrawn in place. */
export interface StatusLine {
  readonly show: (progress: CrawlProgress) => void;
  /** Clears the line, so that something else can be printed. */
  readonly clear: () => void;
}

const eraseLine = '\r\u001b[2K';

/** A status line on a terminal. The last column stays free: some terminals wrap as soon as it is filled. */
export function createStatusLine(output: Output, language: Language): StatusLine {
  let drawn = '';
  return {
    show: (progress) => {
      const line = renderProgress(progress, language, (output.columns ?? 80) - 1);
      if (line === drawn) return;
      drawn = line;
      output.write(eraseLine + line, () => undefined);
    },
    clear: () => {
      if (drawn !== '') output.write(eraseLine, () => undefined);
      drawn = '';
    },
  };
}
