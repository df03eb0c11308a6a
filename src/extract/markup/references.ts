import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** Decodes character references in text (WHATWG HTML §13.2.5.72). */
export function decodeText(raw: string): string {
  return raw.includes('&') ? decodeHTML(raw) : raw;
}

/** Decodes character references in the value of an attribute, where `&copy=` and `&copyx` stay as written. */
export function decodeAttribute(raw: string): string {
  return raw.includes('&') ? decodeHTMLAttribute(raw) : raw;
}
