import { slipsHeader } from '../../model/resource.js';

/** The chunks of one body, as browsers read them, in the form of RFC 9112 §7.1. */
export interface Chunks {
  /** The next bytes in that form. A trailer of our own says if they broke it. */
  take(bytes: Uint8Array): Uint8Array;
}

/** Longer lines are not sizes: browsers give up on them as well. */
const longestLine = 16_384;

/** Browsers allow blanks after it, since some servers once padded it to a fixed width, but nothing before it. */
const size = /^([0-9a-f]{1,12})( *)(?:;.*)?$/i;

/** No parser takes this for a chunk, so the body stays as broken as it was. */
const nonsense = Buffer.from('?\r\n');

/** Browsers accept lines without a carriage return; strict parsers do not. */
export function repairChunks(): Chunks {
  let place: 'size' | 'data' | 'after data' | 'trailers' | 'over' = 'size';
  let held: Buffer = Buffer.alloc(0);
  /** Bytes of the chunk still to come. */
  let missing = 0;
  let isSlipping = false;

  const end = (last: Uint8Array): readonly Uint8Array[] => {
    place = 'over';
    return [last];
  };

  const takeData = (): readonly Uint8Array[] => {
    const data = held.subarray(0, missing);
    held = held.subarray(data.length);
    missing -= data.length;
    if (missing === 0) place = 'after data';
    return [Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')];
  };

  const takeLine = (line: string): readonly Uint8Array[] => {
    const words = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (words === line) isSlipping = true;
    if (place === 'trailers') return words === '' ? end(endOf(isSlipping)) : [];
    if (place === 'after data') {
      place = 'size';
      return words === '' ? [] : end(nonsense);
    }
    const [, digits, blanks] = size.exec(words) ?? [];
    if (digits === undefined) return end(nonsense);
    if (blanks !== '') isSlipping = true;
    missing = Number.parseInt(digits, 16);
    place = missing === 0 ? 'trailers' : 'data';
    return [];
  };

  return {
    take: (bytes) => {
      const taken: Uint8Array[] = [];
      held = Buffer.concat([held, bytes]);
      while (held.length > 0 && place !== 'over') {
        if (place === 'data') {
          taken.push(...takeData());
          continue;
        }
        const feed = held.subarray(0, longestLine).indexOf('\n');
        if (feed < 0 && held.length < longestLine) break;
        const line = held.toString('latin1', 0, feed);
        held = held.subarray(feed + 1);
        taken.push(...(feed < 0 ? end(nonsense) : takeLine(line)));
      }
      return Buffer.concat(taken);
    },
  };
}

function endOf(isSlipping: boolean): Uint8Array {
  return Buffer.from(`0\r\n${isSlipping ? `${slipsHeader}: chunks\r\n` : ''}\r\n`);
}
