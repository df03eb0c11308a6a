/**
 * Whether a body is a gzip file (RFC 1952 §2.3.1), as sitemaps named `.xml.gz` are. Readers want it inflated: a caller that may
 * use zlib does so before `readMaterial`, within its limits.
 */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}
