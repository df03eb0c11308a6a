import { attributeOf, scanXml } from '../scan-xml.js';

/** How many texts are read, and how many characters of each. */
export interface TextLimits {
  readonly cells: number;
  readonly cellLength: number;
}

/** What of a text in runs (ECMA-376 §18.4.4) is not struck out. */
export interface Unstruck {
  /** In a cell that is not struck out itself. */
  readonly shown: string;
  /** In one that is: only a run with a font of its own is not struck out, too. */
  readonly own: string;
}

export interface SharedStrings {
  readonly strings: readonly string[];
  /** Of those in runs, by their index. */
  readonly unstruck: ReadonlyMap<number, Unstruck>;
}

/** The texts that cells refer to (ECMA-376 §18.4.9), without the furigana that Japanese Excel keeps beside them. */
export function readSharedStrings(xml: string, limits: TextLimits): SharedStrings {
  const strings: string[] = [];
  const unstruck = new Map<number, Unstruck>();
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
      const parts = collector.unstruck();
      if (parts !== null) unstruck.set(strings.length, parts);
      strings.push(collector.result());
      return strings.length <= limits.cells;
    },
  });
  return { strings, unstruck };
}

/** Collects the `t` of runs, leaving out `rPh`, the phonetic ones (§18.4.6). */
export interface TextCollector {
  readonly begin: () => void;
  readonly open: (tag: string, attributes: string) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: string) => void;
  readonly result: () => string;
  /** `null` if the text is not in runs. */
  readonly unstruck: () => Unstruck | null;
}

/** Creates a collector; `begin` makes it ready for the next text. */
export function createTextCollector({ cellLength }: TextLimits): TextCollector {
  let collected = '';
  let shown = '';
  let own = '';
  let inText = false;
  let phonetic = false;
  let inRuns = false;
  let hasFont = false;
  let struck = false;
  return {
    begin: () => {
      collected = shown = own = '';
      inText = phonetic = inRuns = hasFont = struck = false;
    },
    open: (tag, attributes) => {
      if (tag === 'rPh') phonetic = true;
      else if (tag === 'r') [inRuns, hasFont, struck] = [true, false, false];
      else if (tag === 'rPr') hasFont = true;
      else if (tag === 'strike') struck = isOn(attributes);
      else if (tag === 't') inText = !phonetic;
    },
    text: (text) => {
      if (!inText || collected.length >= cellLength) return;
      collected += text;
      if (!inRuns || struck) return;
      shown += text;
      if (hasFont) own += text;
    },
    close: (tag) => {
      if (tag === 'rPh') phonetic = false;
      else if (tag === 't') inText = false;
    },
    result: () => decodeEscapes(collected),
    unstruck: () => (inRuns ? { shown: decodeEscapes(shown), own: decodeEscapes(own) } : null),
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
