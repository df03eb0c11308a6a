import type { Link } from '../../src/model/link.js';
import { rowWidth } from '../../src/model/links/columns.js';
import type { PackedLinks } from '../../src/model/links/packed-links.js';
import { unpackLink } from '../../src/model/links/unpack.js';

/** The links that were packed, in their order. */
export function unpackLinks(packed: PackedLinks): readonly Link[] {
  return Array.from({ length: packed.rows.length / rowWidth }, (_, row) => unpackLink(packed, row));
}
