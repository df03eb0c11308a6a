import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeJapanese } from '../../src/demo/hub/japanese-encoding.js';
import { serveDemo, type DemoPortals } from '../../src/demo/serve-demo.js';
import { ask, bytesOf, decode, linksOf } from './support.js';

let demo: DemoPortals;
beforeAll(async () => {
  demo = await serveDemo();
});
afterAll(() => demo.close());

describe.each(['shift_jis', 'euc-jp'] as const)('%s', (encoding) => {
  it('is decoded to what was encoded', () => {
    const characters = fc.constantFrom(...Array.from('タスク顧客の案内評価ABC 123。ー「」～一腕熙'));
    fc.assert(
      fc.property(fc.array(characters), (text) => {
        expect(new TextDecoder(encoding).decode(encodeJapanese(text.join(''), encoding))).toBe(text.join(''));
      }),
    );
  });

  it('refuses what it cannot say', () => {
    expect(() => encodeJapanese('🙂', encoding)).toThrow('🙂');
  });
});

describe('the Hub', () => {
  it.each([
    ['initiate', 'shift_jis', '顧客への案内'],
    ['assess', 'euc-jp', 'サービス ワークショップ'],
  ])('serves the Japanese page %s in %s, declared in a meta alone', async (name, charset, words) => {
    const url = `${demo.origins.hub}/ja-jp/playbook/${name}.html`;
    expect((await ask(url)).headers.get('content-type')).toBe('text/html');
    const bytes = await bytesOf(url);
    expect(bytes.toString('latin1')).toContain(`<meta charset="${charset}">`);
    expect(decode(bytes)).toContain(words);
  });

  it.each(['en-us', 'ja-jp'])('keeps its navigation in files that no page of %s links', async (folder) => {
    const { hub } = demo.origins;
    const page = `${hub}/${folder}/playbook/index.html`;
    expect(await (await ask(page)).text()).toContain('<meta name="docfx:tocrel" content="../toc.html">');
    expect(await linksOf(page)).not.toContain(`${hub}/${folder}/toc.html`);
    const inJson = JSON.stringify(await (await ask(`${hub}/${folder}/toc.json`)).json());
    for (const url of await linksOf(`${hub}/${folder}/toc.html`)) {
      expect((await ask(url)).status).toBe(200);
      expect(inJson).toContain(url.slice(`${hub}/${folder}/`.length));
    }
  });

  it('lists pages in its sitemap that open', async () => {
    const { hub } = demo.origins;
    expect(await (await ask(`${hub}/robots.txt`)).text()).toContain(`Sitemap: ${hub}/sitemap.xml`);
    const sitemap = await (await ask(`${hub}/sitemap.xml`)).text();
    const urls = Array.from(sitemap.matchAll(/<loc>([^<]+)<\/loc>/g), ([, url]) => url ?? '');
    expect(urls.length).toBeGreaterThan(15);
    for (const url of urls) expect((await ask(url)).status).toBe(200);
  });

  it('publishes the Task Reference List as CSV, as XLSX and as a page that agree', async () => {
    const [csv = '', book = '', page = ''] = demo.taskLists;
    const rows = parse(await bytesOf(csv), { bom: true, columns: true });
    const texts = await (await ask(page)).text();
    expect(rows).toHaveLength(demo.tasks.length);
    const linked = demo.tasks.filter(({ address }) => address !== '').length;
    expect((await bytesOf(book)).toString('utf8').match(/<hyperlink /g)).toHaveLength(linked);
    for (const { id, document } of demo.tasks) {
      expect(rows).toContainEqual(expect.objectContaining({ 'Task ID': `Task${id}`, Document: document }));
      expect(texts).toContain(document);
    }
    expect(demo.tasks.find(({ id }) => id === '4122')?.document).toBe('Compliance Score Workshop');
  });
});
