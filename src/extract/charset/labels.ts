/** The WHATWG name of a charset label; `null` if there is no such charset. */
export function charsetOf(label: string): string | null {
  const key = label.trim().toLowerCase();
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = key.length > labelLimit ? null : lookUp(key);
  if (names.size < nameLimit) names.set(key, name);
  return name;
}

const labelLimit = 40;
const nameLimit = 500;
const names = new Map<string, string | null>([
  // Pages that name these are read as the standard says (WHATWG Encoding §4.2), not as they declare.
  ['x-user-defined', 'windows-1252'],
]);

function lookUp(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
