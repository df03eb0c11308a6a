import type { LinkColumns } from '../../model/links/columns.js';
import type { GrowingNumbering, Numbering } from '../../model/links/numbering.js';
import { PackedLinks } from '../../model/links/packed-links.js';
import type { Reading } from '../../model/reading.js';

/** What a reading thread sends back: a batch of readings, and the URLs that no earlier batch had. */
export interface EncodedReadings {
  readonly readings: readonly EncodedReading[];
  /** As JSON: one long string costs a tenth of what many short ones do. */
  readonly newUrls: string;
}

interface EncodedReading extends Omit<Reading, 'links'> {
  readonly links: LinkColumns;
}

/** Encodes readings whose links were packed with this numbering. */
export function createEncoder(
  numbering: GrowingNumbering,
): (readings: readonly Reading[]) => EncodedReadings {
  return (readings) => ({
    readings: readings.map(({ links, ...rest }) => ({ ...rest, links: links.columns })),
    newUrls: JSON.stringify(numbering.takeNew()),
  });
}

/** Decodes the output of one encoder, which must be given completely and in order. */
export function createDecoder(): (encoded: EncodedReadings) => readonly Reading[] {
  const urls: string[] = [];
  const numbering: Numbering = { urlOf: (number) => urls[number] ?? '' };
  return ({ readings, newUrls }) => {
    // Written by the encoder above.
    for (const url of JSON.parse(newUrls) as readonly string[]) urls.push(url);
    return readings.map(({ links, ...rest }) => ({ ...rest, links: new PackedLinks(links, numbering) }));
  };
}
