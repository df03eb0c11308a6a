import type { PackedLinks } from '../model/packed-links.js';
import {
  checkColumns,
  decodeRows,
  decodeTargets,
  retarget,
  splitWords,
  type LinkColumns,
} from './link-columns.js';

/** The links of one page as they lie in a store. Each part is decoded when it is asked for, and once. */
export class StoredLinks implements PackedLinks {
  readonly #columns: LinkColumns;
  readonly #urlOf: (id: number) => string;
  #targets: Uint32Array | undefined;
  #urls: readonly string[] | undefined;
  #words: readonly string[] | undefined;
  #rows: Uint32Array | undefined;

  /** Throws if the columns are damaged. `urlOf` gives the URL of a resource of the same run. */
  constructor(columns: LinkColumns, urlOf: (id: number) => string) {
    checkColumns(columns);
    this.#columns = columns;
    this.#urlOf = urlOf;
  }

  /** About how many bytes they take. */
  get size(): number {
    return this.#columns.links.length + this.#columns.words.length;
  }

  get urls(): readonly string[] {
    return (this.#urls ??= this.#readUrls());
  }

  /** The ids of `urls`, in the run that these are of. */
  get targets(): Uint32Array {
    return (this.#targets ??= decodeTargets(this.#columns));
  }

  get words(): readonly string[] {
    return (this.#words ??= splitWords(this.#columns));
  }

  get rows(): Uint32Array {
    return (this.#rows ??= decodeRows(this.#columns));
  }

  #readUrls(): readonly string[] {
    const urls: string[] = [];
    for (const id of this.targets) urls.push(this.#urlOf(id));
    return urls;
  }

  /** These, with their URLs read: nothing else is read later. Throws if they cannot be. */
  withUrls(): this {
    this.#urls ??= this.#readUrls();
    return this;
  }

  /** The same links in another run, where `urls` have these ids. */
  leadingTo(targets: Uint32Array): LinkColumns {
    return retarget(this.#columns, targets);
  }
}
