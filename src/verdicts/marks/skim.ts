import type { CheerioAPI } from 'cheerio/slim';
import { fold } from '../../kit/text/fold.js';
import { elementsIn, nodesIn, type TreeElement, type TreeParent } from '../../kit/nodes-in.js';

/** What one pass over the tree of a page shows. */
export interface Skimmed {
  /** Characters of text without what frames every page of its site, up to a limit. */
  readonly length: number;
  /** The texts of the first alert boxes. */
  readonly alerts: readonly string[];
  readonly passwordFields: number;
  /** Names of hidden fields. */
  readonly hiddenFields: ReadonlySet<string>;
}

/** Longer texts are no error messages; how much longer does not matter. */
const longest = 10_000;
const mostAlerts = 5;

/** Elements that frame every page of a site, or that nobody reads. */
const chrome: ReadonlySet<string> = new Set([
  'head',
  'title',
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'header',
  'footer',
  'svg',
]);

/** Passes over a page once. */
export function skim($: CheerioAPI): Skimmed {
  const [root] = $.root().get();
  let main: TreeParent | null = root ?? null;
  const alerts: TreeElement[] = [];
  const fields: TreeElement[] = [];
  for (const element of elementsIn($)) {
    if (main === root && (element.name === 'main' || element.attribs['role'] === 'main')) main = element;
    if (element.name === 'input') fields.push(element);
    if (alerts.length < mostAlerts && isAlert(element)) alerts.push(element);
  }
  return {
    length: main === null ? 0 : textOf(main).length,
    alerts: alerts.map(textOf).filter((text) => text !== ''),
    passwordFields: fields.filter((field) => typeOf(field) === 'password').length,
    hiddenFields: new Set(
      fields.filter((field) => typeOf(field) === 'hidden').map(({ attribs }) => attribs['name'] ?? ''),
    ),
  };
}

function typeOf({ attribs }: TreeElement): string {
  return (attribs['type'] ?? '').toLowerCase();
}

function isAlert({ attribs }: TreeElement): boolean {
  return /(?:^|\s)alert-(?:danger|warning)(?:\s|$)/.test(attribs['class'] ?? '');
}

function textOf(parent: TreeParent): string {
  let text = '';
  for (const node of nodesIn(parent, chrome)) {
    if (node.nodeType === 3 && 'data' in node) text += node.data;
    if (text.length > 2 * longest) break;
  }
  return fold(text, longest);
}
