import { createAttributeReader, isBlank } from '../markup/attributes.js';
import { isAt } from '../markup/names.js';
import { skipComment } from '../markup/scan.js';

/** The charset label that markup itself declares (`<?xml encoding>`, `<meta charset>`, `<meta http-equiv>`); `null` if none. */
export function findDeclaration(head: string): string | null {
  if (!/charset|encoding/i.test(head)) return null;
  return findXmlDeclaration(head) ?? findMeta(head);
}

function findXmlDeclaration(head: string): string | null {
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? null;
}

/** "Prescan a byte stream to determine its encoding", WHATWG HTML §13.2.3.2: comments and other tags are skipped. */
function findMeta(head: string): string | null {
  const attributes = createAttributeReader(head);
  let at = head.indexOf('<');
  while (at >= 0) {
    let next = at + 1;
    if (head.startsWith('!--', next)) {
      next = skipComment(head, at + 4);
    } else if (/[a-z]/i.test(head.charAt(next)) || /^\/[a-z]/i.test(head.slice(next, next + 2))) {
      let end = next;
      while (end < head.length && head[end] !== '>' && !isBlank(head.charCodeAt(end))) end++;
      const isMeta = isAt('meta', head, next, end);
      next = attributes.read(end);
      const label = isMeta && next >= 0 ? labelIn(attributes.value) : null;
      if (label !== null) return label;
    }
    if (next < 0) return null;
    at = head.indexOf('<', next);
  }
  return null;
}

function labelIn(value: (name: string) => string | null): string | null {
  const charset = value('charset');
  if (charset !== null) return charset;
  if (value('http-equiv')?.toLowerCase() !== 'content-type') return null;
  return (
    /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i
      .exec(value('content') ?? '')
      ?.slice(1)
      .find(Boolean) ?? null
  );
}
