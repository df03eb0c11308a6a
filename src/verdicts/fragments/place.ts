/**
 * The place within a page that a decoded fragment names; `null` if it names none: empty, `top`, a text fragment
 * alone (`:~:text=`), or a route of a script (`!…`, `/…`). HTML Standard, "select the indicated part".
 */
export function placeOf(fragment: string): string | null {
  const directive = fragment.indexOf(':~:');
  const place = directive < 0 ? fragment : fragment.slice(0, directive);
  if (place === '' || place.startsWith('!') || place.startsWith('/')) return null;
  return place.toLowerCase() === 'top' ? null : place;
}
