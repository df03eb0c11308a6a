import type { CheerioAPI } from 'cheerio/slim';

type Root = ReturnType<CheerioAPI['root']>[number];
type TreeNode = Root['children'][number];
export type TreeParent = Root | Extract<TreeNode, { readonly children: unknown }>;
export type TreeElement = Extract<TreeNode, { readonly attribs: unknown }>;

const nowhere: ReadonlySet<string> = new Set();

/**
 * Every node below one, in the page's order, without what lies in elements of these names. By loops, not recursion or selectors:
 * a page may be nested deeper than any stack, and selectors take the square of the number of elements that lie in none.
 */
export function* nodesIn(parent: TreeParent, without: ReadonlySet<string> = nowhere): Generator<TreeNode> {
  const waiting: TreeNode[] = [];
  let next: TreeParent | null = parent;
  for (;;) {
    for (let at = (next?.children.length ?? 0) - 1; at >= 0; at--) {
      const child = next?.children[at];
      if (child !== undefined) waiting.push(child);
    }
    const node = waiting.pop();
    if (node === undefined) return;
    yield node;
    next = 'children' in node && !('name' in node && without.has(node.name)) ? node : null;
  }
}

/** Every element of a page, likewise. */
export function* elementsIn($: CheerioAPI, without: ReadonlySet<string> = nowhere): Generator<TreeElement> {
  for (const root of $.root().get())
    for (const node of nodesIn(root, without)) if ('attribs' in node) yield node;
}
