import type { HubPage } from './layout.js';

/** An English page by its path in the language's folder; `twin` by its path in the Japanese one. */
export function page(
  path: string,
  title: string,
  twin: string | undefined,
  body: readonly string[],
): HubPage {
  const base = { path: `/en-us/${path}`, language: 'en-us', title, body } as const;
  return twin === undefined ? base : { ...base, twin: `/ja-jp/${twin}` };
}
