import {
  headerSize,
  locateColumns,
  rowWidth,
  wordColumn,
  type LinkColumns,
  type LinkTable,
} from './columns.js';

let scratch = new Uint8Array(1 << 16);

/** The columns of a table. */
export function encodeColumns({ targets, words, rows }: LinkTable): LinkColumns {
  const rowCount = rows.length / rowWidth;
  const worst = headerSize + 4 * (targets.length + rows.length + words.length);
  if (scratch.length < worst) scratch = new Uint8Array(worst * 2);
  const bytes = scratch;
  writeNumber(bytes, 0, 4, targets.length);
  writeNumber(bytes, 4, 4, rowCount);
  writeNumber(bytes, 8, 4, words.length);
  let end = writeColumn(bytes, 0, headerSize, targets, 0, 1, targets.length);
  for (let cell = 0; cell < rowWidth; cell++) {
    end = writeColumn(bytes, 1 + cell, end, rows, cell, rowWidth, rowCount);
  }
  const lengths = new Uint32Array(words.length);
  for (let word = 0; word < words.length; word++) lengths[word] = words[word]?.length ?? 0;
  end = writeColumn(bytes, wordColumn, end, lengths, 0, 1, lengths.length);
  return { links: bytes.slice(0, end), words: words.join('') };
}

/** The same links with other numbers for their URLs; nothing else is decoded. */
export function retarget({ links, words }: LinkColumns, targets: Uint32Array): LinkColumns {
  const { targetCount } = locateColumns(links);
  if (targetCount !== targets.length) throw new Error('every URL of a page needs its number');
  const rest = links.subarray(headerSize + targetCount * (links[12] ?? 0));
  const bytes = new Uint8Array(
    headerSize + targets.length * widthOf(targets, 0, 1, targets.length) + rest.length,
  );
  bytes.set(links.subarray(0, headerSize));
  bytes.set(rest, writeColumn(bytes, 0, headerSize, targets, 0, 1, targets.length));
  return { links: bytes, words };
}

/** Writes every `step`-th value from `first` on and notes the width; gives the position behind it. */
function writeColumn(
  bytes: Uint8Array,
  column: number,
  start: number,
  values: Uint32Array,
  first: number,
  step: number,
  count: number,
): number {
  const width = widthOf(values, first, step, count);
  bytes[12 + column] = width;
  let position = start;
  if (width === 0) return position;
  const end = first + count * step;
  for (let index = first; index < end; index += step) {
    writeNumber(bytes, position, width, values[index] ?? 0);
    position += width;
  }
  return position;
}

/** How many bytes the largest of these values takes. */
function widthOf(values: Uint32Array, first: number, step: number, count: number): 0 | 1 | 2 | 4 {
  let largest = 0;
  const end = first + count * step;
  for (let index = first; index < end; index += step) largest |= values[index] ?? 0;
  return largest === 0 ? 0 : largest >>> 8 === 0 ? 1 : largest >>> 16 === 0 ? 2 : 4;
}

function writeNumber(bytes: Uint8Array, position: number, width: number, value: number): void {
  bytes[position] = value;
  if (width === 1) return;
  bytes[position + 1] = value >>> 8;
  if (width === 2) return;
  bytes[position + 2] = value >>> 16;
  bytes[position + 3] = value >>> 24;
}
