import { z } from 'zod';
import type { CookieFile } from './cookies.js';

const stateSchema = z.object({
  cookies: z.array(
    z.object({
      name: z.string().min(1),
      value: z.string(),
      domain: z.string().min(1),
      path: z.string().startsWith('/').default('/'),
      expires: z.number().default(-1),
      httpOnly: z.boolean().default(false),
      secure: z.boolean().default(false),
    }),
  ),
});

/** Reads what Playwright's `storageState` writes; only the cookies in it can be sent. */
export function readPlaywrightCookies(file: string, text: string): CookieFile {
  const json = parseJson(text);
  if (json === undefined) return { cookies: [], problems: [{ place: { file }, message: 'is not JSON' }] };
  const state = stateSchema.safeParse(json);
  if (!state.success) {
    const problems = state.error.issues.map(({ path, message }) => ({
      place: { file },
      message: `${path.join('.')}: ${message}`,
      hint: 'a storageState file as Playwright writes it',
    }));
    return { cookies: [], problems };
  }
  const cookies = state.data.cookies.map(({ expires, ...cookie }) => ({
    ...cookie,
    wide: cookie.domain.startsWith('.'),
    expires: expires < 0 ? null : expires,
  }));
  return { cookies, problems: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
