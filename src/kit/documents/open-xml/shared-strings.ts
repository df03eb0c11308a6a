import { attributeOf, scanXml } from '../scan-xml.js';

/** How many texts are read, and how many characters of each. */
export interface TextLimits {
  readonly cells: number;
  readonly cellLength: number;
  /** Leave out what is struck out. */
  readonly unstruck?: boolean;
}

/** The texts that cells refer to (ECMA-376 §18.4.9), without the furigana that Japanese Excel keeps beside them. */
export function readSharedStrings(xml: string, limits: TextLimits): readonly string[] {
  const strings: string[] = [];
  const collector = createTextCollector(limits);
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'si') collector.begin();
      collector.open(tag, attributes);
      return undefined;
    },
    text: collector.text,
    close: (tag) => {
      collector.close(tag);
      if (tag !== 'si') return undefined;
      strings.push(collector.result());
      return strings.length <= limits.cells;
    },
  });
  return strings;
}

/** Collects the `t` of runs, leaving out `rPh`, the phonetic ones (§18.4.6). */
export interface TextCollector {
  readonly begin: () => void;
  readonly open: (tag: string, attributes: string) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: string) => void;
  readonly result: () => string;
}

/** Creates a collector; `begin` makes it ready for the next text. */
export function createTextCollector({ cellLength, unstruck = false }: TextLimits): TextCollector {
  let collected = '';
  let inText = false;
  let phonetic = false;
  let struck = false;
  return {
    begin: () => {
      collected = '';
      inText = false;
      phonetic = false;
      struck = false;
    },
    open: (tag, attributes) => {
      if (tag === 'rPh') phonetic = true;
      else if (tag === 'r') struck = false;
      else if (tag === 'strike') struck = unstruck && isOn(attributes);
      else if (tag === 't') inText = !phonetic && !struck;
    },
    text: (text) => {
      if (inText && collected.length < cellLength) collected += text;
    },
    close: (tag) => {
      if (tag === 'rPh') phonetic = false;
      else if (tag === 't') inText = false;
    },
    result: () => decodeEscapes(collected),
  };
}

/** Whether an element that switches something on does so (ECMA-376 §18.8.22): it may say that it does not. */
export function isOn(attributes: string): boolean {
  return !/^(0|false)$/.test(attributeOf(attributes, 'val') ?? '');
}

/** Excel writes characters XML forbids as `_x000D_` (ECMA-376 §22.9.2.19). */
function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
