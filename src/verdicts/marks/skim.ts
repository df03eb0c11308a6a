import type { CheerioAPI } from 'cheerio/slim';
import { fold } from '../../kit/text/fold.js';

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

type Root = ReturnType<CheerioAPI['root']>[number];
type Node = Root['children'][number];
type Parent = Root | Extract<Node, { readonly children: unknown }>;
type Element = Extract<Node, { readonly attribs: unknown }>;

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

/** Passes over a page once. By loops, not recursion or selectors: a page may be nested deeper than any stack. */
export function skim($: CheerioAPI): Skimmed {
  const [root] = $.root().get();
  let main: Parent | null = root ?? null;
  const alerts: Element[] = [];
  const fields: Element[] = [];
  if (root !== undefined) {
    for (const node of nodesIn(root, null)) {
      if (!('attribs' in node)) continue;
      if (main === root && (node.name === 'main' || node.attribs['role'] === 'main')) main = node;
      if (node.name === 'input') fields.push(node);
      if (alerts.length < mostAlerts && isAlert(node)) alerts.push(node);
    }
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

function typeOf({ attribs }: Element): string {
  return (attribs['type'] ?? '').toLowerCase();
}

function isAlert({ attribs }: Element): boolean {
  return /(?:^|\s)alert-(?:danger|warning)(?:\s|$)/.test(attribs['class'] ?? '');
}

function textOf(parent: Parent): string {
  let text = '';
  for (const node of nodesIn(parent, chrome)) {
    if (node.nodeType === 3 && 'data' in node) text += node.data;
    if (text.length > 2 * longest) break;
  }
  return fold(text, longest);
}

/** Every node below one, in the page's order, without what lies in elements of these names. */
function* nodesIn(parent: Parent, without: ReadonlySet<string> | null): Generator<Node> {
  const waiting: Node[] = [];
  let next: Parent | null = parent;
  for (;;) {
    for (let at = (next?.children.length ?? 0) - 1; at >= 0; at--) {
      const child = next?.children[at];
      if (child !== undefined) waiting.push(child);
    }
    const node = waiting.pop();
    if (node === undefined) return;
    yield node;
    next = 'children' in node && !('name' in node && without?.has(node.name) === true) ? node : null;
  }
}
