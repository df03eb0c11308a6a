/** Bytes as text: by byte order mark, else UTF-16 by its zeros, else the first charset in which every byte is right. */
export function decodeList(bytes: Uint8Array): string {
  const charset = markedCharset(bytes) ?? zeroedCharset(bytes);
  if (charset !== null) return new TextDecoder(charset).decode(bytes);
  for (const strict of ['utf-8', 'shift_jis', 'euc-jp']) {
    const text = decodeStrictly(bytes, strict);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Latin letters, digits and separators have a zero byte in UTF-16, and a list is full of them. */
function zeroedCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2048);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte === 0 && at % 2 === 0) even++;
    else if (byte === 0) odd++;
  }
  const many = sample.length / 8;
  if (odd > many && odd > even * 4) return 'utf-16le';
  return even > many && even > odd * 4 ? 'utf-16be' : null;
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
