import { locateColumns, type LinkColumns } from './columns.js';
import { decodeRows, decodeTargets, splitWords } from './decode-columns.js';
import { encodeColumns, retarget } from './encode-columns.js';
import type { Numbering } from './numbering.js';

/**
 * The links of one page in the form that crosses threads and is stored: every string once, every link a row of small integers,
 * URLs by the numbers of a numbering. Each part is decoded once, when it is first asked for.
 */
export class PackedLinks {
  /** What the numbers of the targets refer to. */
  readonly numbering: Numbering;
  /** As they are stored, but for the numbers of their targets. */
  readonly columns: LinkColumns;
  #targets: Uint32Array | undefined;
  #urls: readonly string[] | undefined;
  #words: readonly string[] | undefined;
  #rows: Uint32Array | undefined;

  /** Throws if the columns are damaged. */
  constructor(columns: LinkColumns, numbering: Numbering) {
    locateColumns(columns.links);
    this.columns = columns;
    this.numbering = numbering;
  }

  /** About how many bytes they take. */
  get size(): number {
    return this.columns.links.length + this.columns.words.length;
  }

  /** The numbers of the distinct target URLs, in order of first appearance. */
  get targets(): Uint32Array {
    return (this.#targets ??= decodeTargets(this.columns));
  }

  /** The distinct target URLs, in the order of `targets`. */
  get urls(): readonly string[] {
    return (this.#urls ??= this.#readUrls());
  }

  /** Distinct texts, heading paths, fragments and hrefs as written. The first is always empty. */
  get words(): readonly string[] {
    return (this.#words ??= splitWords(this.columns));
  }

  /** `rowWidth` numbers a link (see `LinkTable`). */
  get rows(): Uint32Array {
    return (this.#rows ??= decodeRows(this.columns));
  }

  /** One of `urls`, by its position. The others are not read, which may be costly. */
  urlAt(position: number): string {
    if (this.#urls !== undefined) return this.#urls[position] ?? '';
    const number = this.targets[position];
    return number === undefined ? '' : this.numbering.urlOf(number);
  }

  /** The same links with all URLs read, so that none has to be later. Throws if one cannot be. */
  withUrls(): this {
    this.#urls ??= this.#readUrls();
    return this;
  }

  #readUrls(): readonly string[] {
    const urls: string[] = [];
    for (const number of this.targets) urls.push(this.numbering.urlOf(number));
    return urls;
  }

  /** The columns of the same links where `targets` have these numbers. */
  leadingTo(targets: Uint32Array): LinkColumns {
    return retarget(this.columns, targets);
  }
}

const nothing = encodeColumns({ targets: new Uint32Array(0), words: [''], rows: new Uint32Array(0) });
export const noLinks = new PackedLinks(nothing, { urlOf: () => '' });
