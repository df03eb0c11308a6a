const bytes: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** 32 bits as eight hexadecimal digits. From a table: `toString(16)` takes ten times as long. */
export function hexadecimal(bits: number): string {
  return digits(bits >>> 24) + digits((bits >>> 16) & 255) + digits((bits >>> 8) & 255) + digits(bits & 255);
}

function digits(byte: number): string {
  return bytes[byte] ?? '';
}
