const gzipHeader = 10;
const zlibHeader = 2;

/** Flags of what follows the header of a gzip member (RFC 1952 §2.3.1). */
const flags = { headerChecksum: 2, extra: 4, name: 8, comment: 16 } as const;

/** What lies between header and checksum of a gzip member, and whatever follows it; `null` if it does not begin as one. */
export function compressedPartOfGzip(member: Uint8Array): Uint8Array | null {
  const [first, second, method, flag = 0] = member;
  if (first !== 0x1f || second !== 0x8b || method !== 8) return null;
  let start = gzipHeader;
  if (flag & flags.extra) start += 2 + (member[start] ?? 0) + ((member[start + 1] ?? 0) << 8);
  if (flag & flags.name) start = afterZero(member, start);
  if (flag & flags.comment) start = afterZero(member, start);
  if (flag & flags.headerChecksum) start += 2;
  return member.subarray(start);
}

/** The same of a zlib stream (RFC 1950 §2.2), whose header has to be there. */
export function compressedPartOfZlib(stream: Uint8Array): Uint8Array {
  return stream.subarray(zlibHeader);
}

function afterZero(member: Uint8Array, start: number): number {
  const zero = member.indexOf(0, start);
  return zero < 0 ? member.length : zero + 1;
}
