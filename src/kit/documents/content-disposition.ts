/**
 * The file name in a `Content-Disposition` header (RFC 6266), without folders; `filename*` (RFC 5987) outweighs `filename`.
 * `null` if there is none.
 */
export function fileNameOf(header: string): string | null {
  const extended = /;\s*filename\*\s*=\s*([\w-]+)'[^']*'([^;\s]+)/i.exec(header);
  const name =
    (extended === null ? null : decodeExtended(extended[1] ?? '', extended[2] ?? '')) ?? plainName(header);
  return name === null ? null : (name.split(/[\\/]/).at(-1) ?? null);
}

function plainName(header: string): string | null {
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(header);
  if (quoted !== null) return (quoted[1] ?? '').replace(/\\(.)/g, '$1');
  return /;\s*filename\s*=\s*([^;"\s]+)/i.exec(header)?.[1] ?? null;
}

function decodeExtended(charset: string, text: string): string | null {
  try {
    if (/^utf-8$/i.test(charset)) return decodeURIComponent(text);
    if (!/^iso-8859-1$/i.test(charset)) return null;
    return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  } catch {
    return null;
  }
}
