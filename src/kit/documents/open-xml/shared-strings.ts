import { scanXml } from '../scan-xml.js';

/** How many texts are read, and how many characters of each. */
export interface TextLimits {
  readonly cells: number;
  readonly cellLength: number;
}

/** The texts that cells refer to (ECMA-376 §18.4.9), without the furigana that Japanese Excel keeps beside them. */
export function readSharedStrings(xml: string, limits: TextLimits): readonly string[] {
  const strings: string[] = [];
  const collector = createTextCollector(limits);
  scanXml(xml, {
    open: (tag) => {
      if (tag === 'si') collector.begin();
      collector.open(tag);
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
  readonly open: (tag: string) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: string) => void;
  readonly result: () => string;
}

/** Creates a collector; `begin` makes it ready for the next text. */
export function createTextCollector({ cellLength }: TextLimits): TextCollector {
  let collected = '';
  let inText = false;
  let phonetic = false;
  return {
    begin: () => {
      collected = '';
      inText = false;
      phonetic = false;
    },
    open: (tag) => {
      if (tag === 'rPh') phonetic = true;
      else if (tag === 't') inText = !phonetic;
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

/** Excel writes characters XML forbids as `_x000D_` (ECMA-376 §22.9.2.19). */
function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
