import { isFileUrl } from '../../kit/urls/file-url.js';
import type { SourceConfig } from '../../model/config.js';
import type { Secrets } from './secrets.js';

/** Headers that prove who asks. They go to the origins of their own source's seeds, and nowhere else. */
export interface Credentials {
  /** Names and values alternate; empty for every origin but the source's own. */
  headers(source: string | null, origin: string): readonly string[];
  /** The `Cookie` header for a URL; empty if there is none to send. */
  cookies(source: string | null, url: URL): string;
}

/** Sorts out what each source may send where. */
export function createCredentials(sources: readonly SourceConfig[], secrets: Secrets): Credentials {
  const headers = new Map(sources.map((source) => [source.id, provingHeaders(source, secrets)]));
  const origins = new Map(
    sources.map((source) => [
      source.id,
      new Set(source.seeds.filter((seed) => !isFileUrl(seed)).map((seed) => new URL(seed).origin)),
    ]),
  );
  const isOwn = (source: string, origin: string): boolean => origins.get(source)?.has(origin) === true;
  return {
    headers: (source, origin) =>
      source !== null && isOwn(source, origin) ? (headers.get(source) ?? []) : [],
    cookies: (source, url) => {
      const jar = source === null ? undefined : secrets.jars.get(source);
      if (source === null || jar === undefined || !isOwn(source, url.origin)) return '';
      return jar.getCookieStringSync(url.href);
    },
  };
}

/** The `Authorization` header of RFC 7617. */
export function basicAuthorization(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Header names in lower case, so that a later one replaces ours. */
function provingHeaders({ id, credentials }: SourceConfig, { tokens }: Secrets): readonly string[] {
  const { basic, bearer } = credentials;
  const token = bearer ?? tokens.get(id);
  const headers = new Map<string, string>();
  if (basic !== undefined) headers.set('authorization', basicAuthorization(basic.user, basic.password));
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  for (const [name, value] of Object.entries(credentials.headers)) headers.set(name.toLowerCase(), value);
  return [...headers].flat();
}
