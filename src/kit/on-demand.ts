import { createRequire } from 'node:module';
import type * as cheerio from 'cheerio/slim';
import type * as stringWidth from 'string-width';
import type * as toughCookie from 'tough-cookie';
import type * as undici from 'undici';
import type * as yaml from 'yaml';

interface Packages {
  readonly 'cheerio/slim': typeof cheerio;
  readonly 'string-width': typeof stringWidth;
  readonly 'tough-cookie': typeof toughCookie;
  readonly undici: typeof undici;
  readonly yaml: typeof yaml;
}

const require = createRequire(import.meta.url);

/** Gives a package that is loaded when it is first used: each takes 10 ms and more, and most runs need none. */
export function onDemand<Name extends keyof Packages>(name: Name): () => Packages[Name] {
  let loaded: Packages[Name] | undefined;
  return () => (loaded ??= require(name) as Packages[Name]);
}
