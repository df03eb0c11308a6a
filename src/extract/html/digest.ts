/** Takes the digest of a page's text, so that two runs can tell whether it changed. */
export interface Digest {
  readonly add: (markup: string, start: number, end: number) => void;
  /** 64 bits in hexadecimal. */
  readonly finish: () => string;
}

/** Where none of these words stands, nothing needs to be dropped. */
const noiseWords = ['Views:', 'Comments (', 'Error ID', 'Correlation ID', 'Activity ID'];
const noise = /Views:\s*[\d,.]+|Comments \(\d+\)|(?:Error|Correlation|Activity) ID[\s#:]*[0-9a-f-]{8,}/gi;

/**
 * A digest of the text a person sees, blind to white space, view counters, numbers of comments and error ids.
 * Markup does not count, so tokens in forms and time stamps in comments never did.
 */
export function createDigest(markup: string): Digest {
  return noiseWords.some((word) => markup.includes(word)) ? createCarefulDigest() : createPlainDigest();
}

function createCarefulDigest(): Digest {
  const plain = createPlainDigest();
  const pieces: string[] = [];
  return {
    add: (markup, start, end) => void pieces.push(markup.slice(start, end)),
    finish: () => {
      const text = pieces.join(' ').replace(/\s+/g, ' ').replace(noise, '');
      plain.add(text, 0, text.length);
      return plain.finish();
    },
  };
}

/** Two FNV-1a sums of 32 bits side by side: quick, and nobody gains by forging one. */
function createPlainDigest(): Digest {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  return {
    add: (markup, start, end) => {
      for (let at = start; at < end; at++) {
        const code = markup.charCodeAt(at);
        if (code <= 0x20) continue;
        low = Math.imul(low ^ code, 0x01000193);
        high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 15);
      }
    },
    finish: () => hexadecimal(high) + hexadecimal(low),
  };
}

function hexadecimal(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
