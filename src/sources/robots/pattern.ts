/** One `Allow` or `Disallow` line, ready to be matched many times. */
interface RobotsRule {
  readonly allow: boolean;
  /** Length of the pattern in octets: the longest that matches decides (RFC 9309 §2.2.2). */
  readonly weight: number;
  readonly matches: (path: string) => boolean;
}

/** Compiles a pattern: `*` matches anything, a `$` at the end only the end (RFC 9309 §2.2.3). */
export function compileRule(allow: boolean, written: string): RobotsRule {
  const pattern = spell(written);
  const isAnchored = pattern.endsWith('$');
  const [head = '', ...pieces] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  return { allow, weight: pattern.length, matches: matcher(head, pieces, isAnchored) };
}

/** Whether a path with its query may be asked for: the longest match decides, `Allow` wins a tie, and no match allows. */
export function isAllowedBy(rules: readonly RobotsRule[], path: string): boolean {
  const spelt = spell(path);
  let decisive: RobotsRule | null = null;
  for (const rule of rules) {
    const isLighter =
      decisive !== null &&
      (rule.weight < decisive.weight || (rule.weight === decisive.weight && !rule.allow));
    if (!isLighter && rule.matches(spelt)) decisive = rule;
  }
  return decisive?.allow ?? true;
}

/** Taking each piece where it first occurs finds a match if there is one, without backtracking. */
function matcher(head: string, pieces: readonly string[], isAnchored: boolean): (path: string) => boolean {
  const last = pieces.at(-1);
  if (last === undefined) return isAnchored ? (path) => path === head : (path) => path.startsWith(head);
  const middle = pieces.slice(0, -1);
  return (path) => {
    if (!path.startsWith(head)) return false;
    let position = head.length;
    for (const piece of middle) {
      const found = path.indexOf(piece, position);
      if (found < 0) return false;
      position = found + piece.length;
    }
    if (!isAnchored) return path.includes(last, position);
    return path.length - last.length >= position && path.endsWith(last);
  };
}

/** Percent-encoding as RFC 9309 §2.2.2 compares it: what is not ASCII is encoded, hexadecimal digits are in upper case. */
function spell(text: string): string {
  const encoded = text.replace(/[^\x21-\x7e]+/g, (part) =>
    Buffer.from(part).toString('hex').replace(/../g, '%$&'),
  );
  return encoded.includes('%')
    ? encoded.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
    : encoded;
}
