/** The portal that the walks of these tests start from. */
export const origin = 'https://hub.example';
export const source = { id: 'hub', seeds: [`${origin}/`], robots: false };

/** What walks the portal: its source with `overrides`, and the `rest` of a configuration. */
export const one = (overrides: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => ({
  sources: [{ ...source, ...overrides }],
  ...rest,
});

/** The address of a path of the portal. */
export const at = (path: string): string => `${origin}${path}`;
