import { crc32 } from 'node:zlib';

/** One file in an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/** An archive that stores its entries as they are (APPNOTE.TXT 4.3), with one fixed time stamp: equal entries, equal bytes. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const data = Buffer.from(text);
    const shared = describe(name, data);
    const local = Buffer.concat([uint32(0x04034b50), shared, Buffer.from(name), data]);
    directory.push(directoryEntry(name, shared, offset));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endOfDirectory(entries.length, central.length, offset)]);
}

/** What the local header and the directory say alike, from "version needed" to "extra length". */
function describe(name: string, data: Buffer): Buffer {
  const [version, utf8Names, stored, midnight, newYear1980, noExtra] = [20, 0x0800, 0, 0, 0x21, 0];
  return Buffer.concat([
    ...[version, utf8Names, stored, midnight, newYear1980].map(uint16),
    ...[crc32(data), data.length, data.length].map(uint32),
    ...[Buffer.byteLength(name), noExtra].map(uint16),
  ]);
}

function directoryEntry(name: string, shared: Buffer, offset: number): Buffer {
  const [madeBy, noComment, firstDisk, binary] = [20, 0, 0, 0];
  return Buffer.concat([
    uint32(0x02014b50),
    uint16(madeBy),
    shared,
    ...[noComment, firstDisk, binary].map(uint16),
    ...[0, offset].map(uint32),
    Buffer.from(name),
  ]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const [disk, noComment] = [0, 0];
  return Buffer.concat([
    uint32(0x06054b50),
    ...[disk, disk, count, count].map(uint16),
    ...[size, offset].map(uint32),
    uint16(noComment),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
