/** Called for the parts of an XML text, in its order. Names come without their prefix. */
export interface XmlEvents {
  /** `attributes` is what stands after the name, as written; see `attributeOf`. Return `false` to stop. */
  readonly open?: (name: string, attributes: string) => boolean | undefined;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => boolean | undefined;
}

/**
 * Reads XML once without building a tree. Well-formedness is not checked, declared entities are not resolved. Returns `false` if
 * a tag, comment or section never ends.
 */
export function scanXml(xml: string, events: XmlEvents): boolean {
  for (let at = 0; at < xml.length;) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) events.text?.(decodeEntities(xml.slice(at, end)));
    if (tag < 0) return true;
    const next = passTag(xml, tag, events);
    if (next === 'stop') return true;
    if (next < 0) return false;
    at = next;
  }
  return true;
}

function passTag(xml: string, tag: number, events: XmlEvents): number | 'stop' {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4);
  if (xml.startsWith('<?', tag)) return after(xml, '?>', tag + 2);
  if (xml.startsWith('<![CDATA[', tag)) {
    const next = after(xml, ']]>', tag + 9);
    if (next > 0) events.text?.(xml.slice(tag + 9, next - 3));
    return next;
  }
  const end = endOfTag(xml, tag + 1);
  if (end < 0) return -1;
  if (xml[tag + 1] === '!') return end + 1;
  if (xml[tag + 1] === '/')
    return events.close?.(localName(xml.slice(tag + 2, end).trim())) === false ? 'stop' : end + 1;
  return openTag(xml.slice(tag + 1, end), events) ? end + 1 : 'stop';
}

function openTag(content: string, events: XmlEvents): boolean {
  const closed = content.endsWith('/');
  const inner = closed ? content.slice(0, -1) : content;
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  if (events.open?.(name, space < 0 ? '' : inner.slice(space)) === false) return false;
  return !closed || events.close?.(name) !== false;
}

/** A `>` within quotes does not end a tag. */
function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

function after(xml: string, text: string, from: number): number {
  const found = xml.indexOf(text, from);
  return found < 0 ? -1 : found + text.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of one attribute, by its name with prefix; `null` if there is none. */
export function attributeOf(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && !/\s/.test(attributes.charAt(at - 1))) continue;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (value !== null) return decodeEntities(value[1] ?? value[2] ?? '');
  }
  return null;
}

const namedEntities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, decodeEntity) : text;
}

function decodeEntity(whole: string, entity: string): string {
  if (!entity.startsWith('#')) return namedEntities.get(entity) ?? whole;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
