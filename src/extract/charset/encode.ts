import { decode } from './decode.js';

/** The bytes of each character beyond ASCII in a charset, as its decoder reads them. */
type Table = ReadonlyMap<string, readonly number[]>;

const tables = new Map<string, Table>();

/** The bytes of a character beyond ASCII in a charset older than Unicode (WHATWG name); `null` if it has no such character. */
export function encodeCharacter(character: string, charset: string): readonly number[] | null {
  return tableOf(charset).get(character) ?? null;
}

function tableOf(charset: string): Table {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const note = (codes: readonly (readonly number[])[]): void => {
    for (const [at, text] of readEach(codes, charset).entries()) {
      const bytes = codes[at];
      if (bytes !== undefined && text.length === 1 && text !== '\ufffd' && !table.has(text))
        table.set(text, bytes);
    }
  };
  note(range(0x80, 0xff).map((byte) => [byte]));
  for (const lead of range(0x81, 0xfe)) {
    if (!isSecondary(charset, lead)) note(range(0x40, 0xfe).map((trail) => [lead, trail]));
  }
  tables.set(charset, table);
  return table;
}

const lineFeed = 0x0a;

/** Two line feeds end a code: the first may be lost with a code that does not exist. */
function readEach(codes: readonly (readonly number[])[], charset: string): readonly string[] {
  const bytes = Uint8Array.from(codes.flatMap((code) => [...code, lineFeed, lineFeed]));
  return decode(bytes, { charset, markup: false }).text.split(/\n+/);
}

/** Where a character occurs twice, the codes that its encoder never writes (WHATWG Encoding §5, on indexes). */
function isSecondary(charset: string, lead: number): boolean {
  if (charset === 'shift_jis') return lead === 0xed || lead === 0xee;
  return charset === 'big5' && lead < 0xa1;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
