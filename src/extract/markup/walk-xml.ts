import { decodeXML } from 'entities';

/** What is reported about an XML document, in order. Names are in lower case, without their prefix. */
export interface XmlSink {
  readonly open: (name: string, attribute: (name: string) => string | null) => void;
  /** The end of an element, with the text directly before it. */
  readonly close: (name: string, text: string) => void;
}

const textLimit = 4096;
const tokens = /<!--|<!\[CDATA\[|<[?!]|<(\/?)([a-z_][^\s/>]*)/gi;

/** Reads XML leniently and in linear time: well-formed or not, what looks like an element is one. */
export function walkXml(markup: string, sink: XmlSink): void {
  const next = new RegExp(tokens);
  let text = '';
  let textStart = 0;

  function addText(end: number): void {
    if (text.length < textLimit)
      text += decodeXML(markup.slice(textStart, Math.min(end, textStart + textLimit)));
  }

  function endTag(name: string, from: number, closing: boolean): void {
    const body = markup.slice(from, textStart - 1);
    const local = localName(name);
    if (!closing) sink.open(local, (wanted) => readAttribute(body, wanted));
    if (closing) sink.close(local, text.trim());
    else if (body.endsWith('/')) sink.close(local, '');
    text = '';
  }

  for (let token = next.exec(markup); token !== null; token = next.exec(markup)) {
    const at = next.lastIndex;
    addText(token.index);
    const [whole, slash, name] = token;
    if (whole === '<![CDATA[') {
      textStart = placeBehind(markup, ']]>', at);
      text += markup.slice(at, Math.min(textStart - 3, at + textLimit - text.length));
    } else {
      textStart = placeBehind(markup, whole === '<!--' ? '-->' : '>', at);
      if (name !== undefined) endTag(name, at, slash !== '');
    }
    next.lastIndex = textStart;
  }
}

/** The root element's name without prefix, lower case; empty if there is none near the beginning. */
export function rootOf(head: string): string {
  const bare = head.replace(/<!--[^]*?-->|<\?[^>]*>|<![^>]*>/g, '');
  return localName(/^[^<]*<([a-z_][^\s/>]*)/i.exec(bare)?.[1] ?? '');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function placeBehind(markup: string, mark: string, from: number): number {
  const end = markup.indexOf(mark, from);
  return end < 0 ? markup.length : end + mark.length;
}

function readAttribute(body: string, wanted: string): string | null {
  const attributes = body.slice(0, textLimit).matchAll(/([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  for (const [, name, double, single] of attributes) {
    if (name === wanted) return decodeXML(double ?? single ?? '');
  }
  return null;
}
