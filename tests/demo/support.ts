import { load } from 'cheerio/slim';
import { openZip } from '../../src/kit/documents/unzip.js';
import type { DemoPortals } from '../../src/demo/serve-demo.js';

/** A request whose redirects are left alone. */
export function ask(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { redirect: 'manual', ...init });
}

export async function bytesOf(url: string): Promise<Buffer> {
  return Buffer.from(await (await ask(url)).arrayBuffer());
}

/**
 * Where the links of a page or an Office document lead, absolute, without fragments and dots behind hosts; `mailto:` and the like
 * left out.
 */
export async function linksOf(url: string): Promise<readonly string[]> {
  const response = await ask(url);
  const contentType = response.headers.get('content-type') ?? '';
  if (contentType.includes('openxmlformats')) return linksOfPackage(await response.arrayBuffer());
  if (!contentType.startsWith('text/html')) return [];
  const tree = load(decode(Buffer.from(await response.arrayBuffer())));
  const values = [
    ...tree('a[href], link[href]').map((_, element) => tree(element).attr('href')),
    ...tree('img[src], script[src]').map((_, element) => tree(element).attr('src')),
    ...tree('form[action]').map((_, element) => tree(element).attr('action')),
  ];
  return values
    .filter((value) => URL.canParse(value, url))
    .map((value) => new URL(value, url))
    .filter(({ protocol }) => protocol.startsWith('http'))
    .map((found) => found.href.replace(/#.*/, '').replace('//localhost.:', '//localhost:'));
}

function linksOfPackage(bytes: ArrayBuffer): readonly string[] {
  const zip = openZip(new Uint8Array(bytes), { entries: 100, inflated: 1_000_000 });
  if (typeof zip === 'string') return [];
  return zip.names
    .filter((name) => name.endsWith('.rels'))
    .map((name) => Buffer.from(zip.read(name) ?? '').toString())
    .flatMap((xml) => [...xml.matchAll(/Target="(http[^"]+)" TargetMode="External"/g)])
    .map(([, target = '']) => target);
}

/** By the charset its own `meta` declares. */
export function decode(bytes: Buffer): string {
  const declared = /<meta charset="([^"]+)"/.exec(bytes.toString('latin1'));
  return new TextDecoder(declared?.[1] ?? 'utf-8').decode(bytes);
}

/** Every page of the Hub and the Community a visitor can come to, with where its links lead. */
export async function walkDemo({
  origins,
  acting,
}: DemoPortals): Promise<ReadonlyMap<string, readonly string[]>> {
  const pages = new Map<string, readonly string[]>();
  const waiting = [
    `${origins.hub}/en-us/toc.html`,
    `${origins.hub}/ja-jp/toc.html`,
    `${origins.community}/en-us/`,
    `${origins.community}/ja-jp/`,
  ];
  const portals = [origins.hub, origins.community];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (pages.has(url) || isLeftAlone(url, acting) || !portals.includes(new URL(url).origin)) continue;
    const links = await linksOf(url);
    pages.set(url, links);
    waiting.push(...links);
  }
  return pages;
}

/** What no walk may ask for, or is told not to. */
export function isLeftAlone(url: string, acting: readonly string[]): boolean {
  return acting.some((address) => url.startsWith(address)) || url.includes('/ideas/?');
}
