import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { zip } from '../../src/demo/documents/zip.js';
import type { Report } from '../../src/model/report.js';
import { run, start } from '../support/command-line.js';
import { parseReport } from '../support/reports.js';
import { serveSite, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let folder = '';
let site: SmallSite;
beforeEach(async () => {
  folder = temporaryFolder();
  site = await serveSite({
    '/ok': '<title>OK</title><h1 id="here">OK</h1>',
    '/evil': (_, response) =>
      response.writeHead(302, { location: `file://${folder}/site/.secret.html` }).end(),
    '/page': (_, response) =>
      response
        .writeHead(200, {
          'content-type': 'text/html',
          link: `<file://${folder}/site/.secret.html>; rel="alternate"`,
          refresh: `0; url=file://${folder}/site/.secret.html`,
        })
        .end(
          `<base href="file://${folder}/site/"><a href=".secret.html">s</a><a href="file://${folder}/site/.secret.html">f</a><meta http-equiv="refresh" content="0;url=file://${folder}/site/.secret.html">`,
        ),
  });
});

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const quick = ['--retries', '0', '--no-progress', '--allow-private'];

async function crawl(
  args: readonly string[],
  input = '',
): Promise<{ exitCode: number | null; report: Report }> {
  const { exitCode, stdout, stderr } = await run(
    ['crawl', ...args, ...quick, '-f', 'json'],
    folder,
    {},
    input,
  );
  if (stdout === '') throw new Error(stderr);
  return { exitCode, report: parseReport(stdout) };
}

/** What was found: rule, address, and the pages that link there with the headings above the link. */
function found({ findings }: Report): readonly string[] {
  return findings.map(({ rule, url, referrers }) => {
    const places = referrers.map((one) => [one.url, ...one.headings].join(' › '));
    return [rule, url.replace(site.origin, ''), [...new Set(places)].join(', ')].join(' | ');
  });
}

it('names files that lie elsewhere by their paths, found or missing', async () => {
  await write({ 'site/index.html': '<title>Home</title><a href="gone.html">gone</a>', 'here/.keep': '' });
  const { stdout } = await run(
    ['crawl', join(folder, 'site/index.html'), ...quick, '-f', 'json'],
    join(folder, 'here'),
  );
  expect(found(parseReport(stdout))).toEqual([
    `missing-file | ${folder}/site/gone.html | ${folder}/site/index.html`,
  ]);
});

describe('a folder of HTML', () => {
  it('is walked like a site', async () => {
    await write({
      'site/index.html': `<title>Home</title><a href="/a/">a</a><a href="gone.html">gone</a><a href="a/b.html#nope">n</a>
        <a href="a/b.html#here">h</a><a href="./#top">t</a><a href="empty/">e</a><a href="日 本/ファイル%23.html">j</a>
        <a href="../outside.html">o</a><img src="no.png"><img src="a/p.png"><a href="${site.origin}/ok#here">ok</a>
        <a href="${site.origin}/gone">web</a><a href="file:///C:/me/x.docx">disk</a><a href="www.example.com/x">w</a>`,
      'site/a/index.html': '<title>A</title><a href="b.html?v=2">b</a><a href="/">home</a>',
      'site/a/b.html':
        '<title>B</title><h1 id="here">B</h1><a href="../gone2.html">g</a><a href="/logout.html">l</a>',
      'site/a/p.png': 'png',
      'site/logout.html': '<title>Sign in</title>',
      'site/404.html': '<title>Page not found</title><h1>404 Page not found</h1>',
      'site/orphan.html': `<title>Orphan</title><a href="${site.origin}/gone-too">x</a>`,
      'site/日 本/ファイル#.html': '<title>日本</title><a href="../a/">a</a><a href="ない.html">n</a>',
      'site/notes.txt': `${site.origin}/not-of-the-site`,
      'site/empty/.keep': '',
    });
    const { exitCode, report } = await crawl(['./site/', '--check-fragments']);
    expect(found(report)).toEqual([
      'missing-file | site/日 本/ない.html | site/日 本/ファイル#.html',
      'missing-file | site/empty/ | site/index.html',
      'missing-file | site/gone.html | site/index.html',
      'missing-file | site/gone2.html | site/a/b.html › B',
      'missing-file | site/no.png | site/index.html',
      'malformed-link | site/www.example.com/x | site/index.html',
      'malformed-link | file:/C:/me/x.docx | site/index.html',
      'not-found | /gone | site/index.html',
      'not-found | /gone-too | site/orphan.html',
      'missing-fragment | site/a/b.html#nope | site/index.html',
      'outside | outside.html | site/index.html',
    ]);
    expect(exitCode).toBe(1);
    expect(report.run.sources).toEqual([{ id: 'files', title: 'site', seeds: ['site'] }]);
    expect(report.findings[2]?.trail.at(-1)).toMatchObject({ place: ['site', 'Home'], text: 'gone' });
    expect(site.asked.filter((path) => path.includes('robots') || path.includes('not-of'))).toEqual([]);
  });

  it('leads nobody but its author to a file by the address on the disk, whatever else leads there', async () => {
    await write({
      'site/index.html': `<a href="b.html">b</a><a href="file://${folder}/site/b.html">disk</a>
        <a href="file://${folder}/site/gone.html">disk</a><a href="gone.html">gone</a>`,
      'site/b.html': `<a href="${site.origin}/gone">x</a>`,
    });
    const { report } = await crawl(['site']);
    expect(found(report)).toEqual([
      'missing-file | site/gone.html | site/index.html',
      `malformed-link | file:${folder}/site/b.html | site/index.html`,
      `malformed-link | file:${folder}/site/gone.html | site/index.html`,
      'not-found | /gone | site/b.html',
    ]);
  });

  it('leaves the web alone if told so', async () => {
    await write({
      'site/index.html': `<a href="${site.origin}/untouched">x</a><a href="b.html">b</a>`,
      'site/b.html': '',
    });
    const { exitCode, report } = await crawl(['site', '--no-external']);
    expect([exitCode, found(report)]).toEqual([0, ['external | /untouched | site/index.html']]);
    expect(site.asked).not.toContain('/untouched');
  });

  it('with nothing to read in it is not called healthy', async () => {
    await write({ 'site/pic.png': 'png' });
    const { exitCode, report } = await crawl(['site']);
    expect([exitCode, found(report)]).toEqual([3, ['unread-file | site | ']]);
  });

  it('is compared with itself from night to night', async () => {
    await write({
      'site/index.html': '<h1>Home</h1><p>How to plan a rollout of Teams.</p><a href="a.html">a</a>',
      'site/a.html': '<p>a</p>',
      'site/notes.md': '# Notes',
    });
    const args = ['crawl', 'site', ...quick, '--cron'];
    expect((await run(args, folder)).exitCode).toBe(0);
    expect((await run(args, folder)).stdout).toBe('');
    await write({
      'site/index.html': '<h1>Home</h1><p>How to migrate mail.</p><a href="a.html">a</a>',
      'site/notes.md': '# Others',
    });
    await rm(join(folder, 'site/a.html'));
    const { stdout, exitCode } = await run(args, folder);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/no such file {2}a\n {4}site\/a\.html/);
    const changes = await run(['changes'], folder);
    expect(changes.stdout).toMatch(/Updated .*\n +site\/index\.html/);
    expect(changes.stdout).toMatch(/Updated .*\n +site\/notes\.md/);
    expect((await run(['runs'], folder)).stdout).toMatch(/ site$/m);
    const markdown = await run(['changes', '-f', 'markdown'], folder);
    expect(markdown.stdout).toMatch(/ \| Home \(site\/index\.html\) \| /);
    expect((await run(['changes', '-f', 'atom'], folder)).stdout).toMatch(/>site\/index\.html: Its content/);
  });

  it('is told apart from the web where a file comes and goes', async () => {
    await write({ 'site/index.html': '<h1>Home</h1>', 'site/old.html': '<h1>Old</h1>of old' });
    const args = ['crawl', 'site', ...quick, '-q'];
    await run(args, folder);
    await rm(join(folder, 'site/old.html'));
    await write({ 'site/new.html': '<h1>New</h1>what is new' });
    await run(args, folder);
    const { stdout } = await run(['changes'], folder);
    expect(stdout).toMatch(/Removed +Old\n.*\n +It is not there any more/);
    expect(stdout).toMatch(/New +New\n.*\n +It is there, or linked, for the first time/);
  });

  it('has findings that are accepted by the paths that the report names', async () => {
    await write({ 'site/index.html': '<a href="ない.html">x</a>' });
    await run(['crawl', 'site', ...quick, '-q'], folder);
    for (const path of ['site/ない.html', './site/ない.html']) {
      const { exitCode, stderr } = await run(['accept', path, '--reason', 'a draft'], folder);
      expect([exitCode, stderr]).toEqual([0, expect.stringContaining('known-issues.yaml')]);
    }
    const { stderr } = await run(['accept', 'site/ない.htm', '--reason', 'a draft'], folder);
    expect(stderr).toContain('did you mean "site/ない.html"');
  });

  it('has findings that may be accepted at the same time', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    await write({ 'site/index.html': names.map((name) => `<a href="${name}.html">x</a>`).join(' ') });
    await run(['crawl', 'site', ...quick, '-q'], folder);
    await Promise.all(
      names.map((name) => start(['accept', `site/${name}.html`, '--reason', 'a draft'], folder).ended),
    );
    const known = await readFile(join(folder, 'known-issues.yaml'), 'utf8');
    expect(known.match(/pattern/g)).toHaveLength(names.length);
  });
});

describe('files', () => {
  const slide =
    '<p:sld><a:p><a:r><a:rPr><a:hlinkClick r:id="x"/></a:rPr><a:t>the guide</a:t></a:r></a:p></p:sld>';
  const relations = (target: string) =>
    `<Relationships><Relationship Id="x" Type="x/hyperlink" Target="${target}" TargetMode="External"/></Relationships>`;

  it('of every kind have their links checked', async () => {
    await write({
      'my deck #1.pptx': zip([
        { name: '[Content_Types].xml', text: '<Types/>' },
        { name: 'ppt/slides/slide1.xml', text: slide },
        { name: 'ppt/slides/_rels/slide1.xml.rels', text: relations(`${site.origin}/in-deck`) },
      ]),
      'links.txt': `${site.origin}/ok\n資料は${site.origin}/in-textを参照。`,
      'list.csv': `name,url\nGuide,${site.origin}/in-csv`,
      'README.md': `# Read\n\`${site.origin}/code\` [x](${site.origin}/in-markdown) [y](list.csv) [z](other.md)`,
    });
    const { exitCode, report } = await crawl(['my deck #1.pptx', 'links.txt', 'list.csv', 'README.md']);
    expect(found(report)).toEqual([
      'missing-file | other.md | README.md › Read › L2',
      'not-found | /in-csv | list.csv › L2',
      'not-found | /in-deck | my deck #1.pptx › #1',
      'not-found | /in-markdown | README.md › Read › L2',
      'not-found | /in-text | links.txt › L2',
    ]);
    expect(exitCode).toBe(1);
    expect(report.run.sources[0]?.title).toBe('my deck #1.pptx, links.txt, list.csv, … (4)');
  });

  it('have the files beside them looked for, and no more', async () => {
    const page = `<a href="${site.origin}/was-read">x</a>`;
    await write({
      'a/README.md': `[g](docs/guide.md) [n](docs/guide.md#nope) [f](docs/) [gone](docs/gone.md) [up](../top.md)
[p](page.html) [d](deck.pptx) [e](empty.pdf) ![i](i.png) [link](link.html) [site](../site/b.html)`,
      'a/docs/guide.md': page,
      'a/page.html': page,
      'a/deck.pptx': 'no zip',
      'a/empty.pdf': '',
      'a/i.png': '',
      'top.md': page,
      'site/index.html': '<a href="../a/page.html">p</a><a href="../top.md">t</a><a href="../gone.md">g</a>',
      'site/b.html': '',
    });
    await symlink(join(folder, 'top.md'), join(folder, 'a/link.html'));
    const alone = await crawl(['a/README.md', '--check-fragments', '--no-external']);
    expect(found(alone.report)).toEqual([
      'missing-file | a/docs/gone.md | a/README.md › L1',
      'empty-document | a/empty.pdf | a/README.md › L2',
      'outside | ./ | a/README.md › L1, a/README.md › L2',
    ]);
    expect(alone.exitCode).toBe(1);
    expect(site.asked).not.toContain('/was-read');
    const { report } = await crawl(['site']);
    expect(found(report)).toEqual(['outside | ./ | site/index.html']);
  });

  it('of Markdown have the places of their headings', async () => {
    await write({
      'notes/README.md':
        '# Notes\n[a](#notes) [b](#gone) [c](docs/#手順) [d](docs/#no) [e](docs/x.md#why-not)',
      'notes/docs/README.md': '## 手順',
      'notes/docs/x.md': 'Why *not*?\n---\n',
    });
    const { report } = await crawl(['notes', '--check-fragments']);
    expect(found(report)).toEqual([
      'missing-fragment | notes/README.md#gone | notes/README.md › Notes › L2',
      'missing-fragment | notes/docs/#no | notes/README.md › Notes › L2',
    ]);
    expect(found((await crawl(['notes'])).report)).toEqual([]);
  });

  it('that cannot be read for links are told: the check was not possible', async () => {
    await write({ 'old.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'empty.txt': '' });
    const { exitCode, report } = await crawl(['old.doc', 'empty.txt']);
    expect(found(report)).toEqual(['unread-file | empty.txt | ', 'unread-file | old.doc | ']);
    expect(exitCode).toBe(3);
  });

  it('may be seeds of a configuration, from its folder on', async () => {
    await write({
      'etc/portals.yaml': `sources: [{ id: docs, title: Our papers, seeds: [../papers/, ../links.txt] }]`,
      'papers/list.txt': `${site.origin}/in-paper`,
      'links.txt': `${site.origin}/ok`,
    });
    const { report } = await crawl(['--config', 'etc/portals.yaml']);
    expect(found(report)).toEqual(['not-found | /in-paper | papers/list.txt › L1']);
    expect(report.findings[0]?.trail.at(-1)?.place).toEqual(['Our papers', 'list.txt']);
  });

  it('are named in every format, in English and Japanese', async () => {
    await write({ 'a b.txt': `${site.origin}/gone`, 'site/index.html': '<a href="ない.html">x</a>' });
    const endings = ['json', 'md', 'html', 'sarif', 'xml', 'csv'];
    const outputs = endings.flatMap((ending) => ['-o', `r.${ending}`]);
    const { stdout } = await run(['crawl', 'a b.txt', 'site', ...quick, '--lang', 'ja', ...outputs], folder);
    expect(stdout).toContain('✖ ファイルなし  x\n    site/ない.html\n');
    expect(stdout).toContain('このファイルは存在しません。');
    expect(stdout).toContain('\n      a b.txt');
    const { stdout: github } = await run(['report', '-f', 'github'], folder);
    expect(github).toContain('site/ない.html');
    const written = await Promise.all(endings.map((ending) => readFile(join(folder, `r.${ending}`), 'utf8')));
    expect(written[endings.indexOf('sarif')]).toContain('"uri": "a%20b.txt"');
    for (const report of [stdout, github, ...written]) expect(report).not.toContain('file://');
  });
});

describe('what is piped in', () => {
  it('has its addresses checked', async () => {
    const { exitCode, report } = await crawl(
      ['-'],
      `Hello,\nsee ${site.origin}/in-mail. [x](${site.origin}/ok)\n`,
    );
    expect([exitCode, found(report)]).toEqual([1, ['not-found | /in-mail | stdin › L2']]);
    expect(report.run.sources[0]).toEqual({ id: 'files', title: 'stdin', seeds: ['stdin'] });
  });

  it('lies in no folder, unless it says itself where it belongs', async () => {
    const page = '<!doctype html><title>T</title><a href="gone">x</a>';
    const alone = (await crawl(['-'], page)).report;
    expect(found(alone)).toEqual([expect.stringMatching(/^outside /)]);
    expect(alone.findings[0]?.reason).toContain('<base href="https://…">');
    const placed = await crawl(['-'], page.replace('<a', `<base href="${site.origin}/"><a`));
    expect(found(placed.report)).toEqual([expect.stringContaining('not-found | /gone')]);
  });

  it('may be nothing: then nothing was checked', async () => {
    expect((await crawl(['-'])).exitCode).toBe(3);
  });

  it('is not waited for once the run is stopped', async () => {
    const { process: child, ended } = start(['crawl', '-', ...quick, '-q'], folder, {}, null);
    await vi.waitUntil(() => existsSync(join(folder, '.playbook-health', 'lock')), { timeout: 20_000 });
    child.kill('SIGINT');
    expect((await ended).exitCode).toBe(130);
  });
});

describe('mistakes', () => {
  it('are told all at once, and name both possibilities', async () => {
    await write({ 'site/index.html': '' });
    const words = [
      'gone.pptx',
      'example.com/docs',
      'C:\\deck.pptx',
      '/dev/zero',
      'htp:/x',
      './site',
      '--max-dept',
      '3',
    ];
    const { exitCode, stdout, stderr } = await run(['crawl', ...words, ...quick], folder);
    const both = 'is neither a file or folder that is there nor a complete http or https address';
    expect(stderr.split('\n').slice(0, -1)).toEqual([
      'playbook-health: there is no option "--max-dept" (did you mean "--max-depth"?)',
      'playbook-health: "htp:/x" is not a complete http or https address (did you mean "http://x"?)',
      `playbook-health: "gone.pptx" ${both} (give the path of a file or folder, or an address such as "https://example.com/")`,
      `playbook-health: "example.com/docs" ${both} (did you mean "https://example.com/docs"?)`,
      `playbook-health: "C:\\deck.pptx" ${both} (give the path of a file or folder, or an address such as "https://example.com/")`,
      'playbook-health: "/dev/zero" is neither a file nor a folder (to check what is piped in, give "-")',
    ]);
    expect([exitCode, stdout]).toEqual([2, '']);
  });
});

describe('the web', () => {
  const filesIn = ({ findings }: Report): readonly (readonly [rule: string, attempts: number])[] =>
    findings
      .filter(({ url }) => url.startsWith('file:'))
      .map(({ rule, evidence }) => [rule, evidence.attempts.length]);

  it('never has a file read, by whatever it says', async () => {
    await write({
      'site/index.html': `<a href="${site.origin}/page">p</a><a href="${site.origin}/evil">e</a>`,
      'other/secret.txt': `${site.origin}/secret-was-read`,
    });
    await mkdir(join(folder, 'hidden'));
    await writeFile(join(folder, 'hidden/x.html'), `<a href="${site.origin}/secret-was-read">x</a>`);
    await symlink(join(folder, 'hidden'), join(folder, 'site/link'));
    await writeFile(join(folder, 'site/.secret.html'), `<a href="${site.origin}/secret-was-read">x</a>`);
    const alone = await crawl(['site/index.html', `${site.origin}/page`]);
    expect(filesIn(alone.report)).toEqual([['malformed-link', 0]]);
    const { report } = await crawl(['site', `${site.origin}/page`]);
    expect(site.asked).not.toContain('/secret-was-read');
    expect(filesIn(report)).toEqual([['malformed-link', 0]]);
    expect(report.findings.find(({ url }) => url.endsWith('/evil'))?.rule).toBe('lost-redirect');
  });
});

describe('a folder that will be served', () => {
  const address = 'https://docs.invalid/guide/';

  it('is where links to its address lead, and nobody is asked for what is not there yet', async () => {
    await write({
      'site/index.html': `<title>Home</title><a href="${address}a/b.html">b</a><a href="/guide/gone.html">gone</a>`,
      'site/a/b.html': `<title>B</title><a href="${address.replace('https', 'http')}">home</a><a href="/else">else</a>`,
    });
    const { exitCode, report } = await crawl(['./site', '--served-at', address, '--no-external']);
    expect(found(report)).toEqual([
      'missing-file | site/gone.html | site/index.html',
      'external | https://docs.invalid/else | site/a/b.html',
    ]);
    expect(exitCode).toBe(1);
  });

  it('is read anew once its address is another', async () => {
    await write({ 'site/index.html': `<title>Home</title><a href="${address}gone.html">gone</a>` });
    const rules = async (at: string) =>
      found((await crawl(['./site', '--served-at', at, '--no-external'])).report);
    expect(await rules('https://other.invalid/')).toEqual([
      `external | ${address}gone.html | site/index.html`,
    ]);
    expect(await rules(address)).toEqual(['missing-file | site/gone.html | site/index.html']);
  });
});
