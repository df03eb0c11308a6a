/** The encodings of Japanese pages made before UTF-8, by the names pages declare them with. */
export type JapaneseEncoding = 'shift_jis' | 'euc-jp';

/** Lead bytes of two-byte characters (Encoding Standard §12); a trail byte is anything above 0x3F. */
const leads: Readonly<Record<JapaneseEncoding, readonly [first: number, last: number][]>> = {
  shift_jis: [
    [0x81, 0x9f],
    [0xe0, 0xfc],
  ],
  'euc-jp': [[0xa1, 0xfe]],
};

/** The text's bytes. Node only decodes these encodings, so the table is made by decoding every pair of bytes once. */
export function encodeJapanese(text: string, encoding: JapaneseEncoding): Uint8Array {
  const table = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, table);
  return Buffer.concat(Array.from(text, (character) => encodeCharacter(character, table)));
}

function encodeCharacter(character: string, table: ReadonlyMap<string, Buffer>): Buffer {
  if (character < '\u0080') return Buffer.from(character);
  const bytes = table.get(character);
  if (bytes === undefined) throw new Error(`the encoding has no ${character}`);
  return bytes;
}

/** Made once: it takes some milliseconds. */
const tables = new Map<JapaneseEncoding, ReadonlyMap<string, Buffer>>();

function makeTable(encoding: JapaneseEncoding): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Buffer>();
  for (const [first, last] of leads[encoding]) {
    for (let lead = first; lead <= last; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const bytes = Buffer.from([lead, trail]);
        const character = decoder.decode(bytes);
        if (character.length === 1 && character !== '\ufffd' && !table.has(character))
          table.set(character, bytes);
      }
    }
  }
  return table;
}
