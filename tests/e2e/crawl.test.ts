import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { launcher, run, start } from '../support/command-line.js';
import { parseReport } from '../support/reports.js';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { suiteFolder } from '../support/suite-folder.js';
import { untilKept } from '../support/until-kept.js';

const folder = suiteFolder();
const quick = ['--retries', '0', '--no-progress'];

describe('exit codes', () => {
  it('0 when everything opens', async () => {
    const { origin } = await serveSite({ '/': linking('/a'), '/a': linking('/') });
    expect(await run(['crawl', origin, ...quick], folder())).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('1 when something is broken, unless told to fail on nothing', async () => {
    const { origin } = await serveSite({ '/': linking('/gone') });
    expect((await start(['crawl', origin, ...quick], folder()).ended).exitCode).toBe(1);
    expect((await run(['crawl', origin, ...quick, '--fail-on', 'never'], folder())).exitCode).toBe(0);
  });

  it('2 for every mistake at once, before anything is fetched', async () => {
    const { origin, asked } = await serveSite({ '/': linking() });
    const { exitCode, stderr } = await run(
      ['crawl', `${origin}/`, 'htp:/nowhere', '--max-dept', '3', '--concurrency', 'many', '-o', 'report.doc'],
      folder(),
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--max-depth');
    expect(stderr).toContain('--concurrency');
    expect(stderr).toContain('report.doc');
    expect(stderr).toContain('htp:/nowhere');
    expect(asked).toEqual([]);
  });

  it('3 when a seed cannot be reached or is behind a sign-in', async () => {
    const { origin } = await serveSite({ '/wall': (_, response) => response.writeHead(401).end() });
    expect((await run(['crawl', `${origin}/wall`, ...quick], folder())).exitCode).toBe(3);
    expect((await run(['crawl', 'http://127.0.0.1:1/', ...quick], folder())).exitCode).toBe(3);
    expect((await run(['crawl', 'http://nowhere.invalid/', ...quick], folder())).exitCode).toBe(3);
  });

  it('4 when a limit was reached and nothing found', async () => {
    const { origin } = await serveSite({ '*': linking('/1', '/2', '/3', '/4') });
    const { exitCode, stdout } = await run(
      ['crawl', origin, ...quick, '--max-pages', '2', '-f', 'json'],
      folder(),
    );
    expect(exitCode).toBe(4);
    expect(parseReport(stdout).run).toMatchObject({ complete: false, limitsReached: ['max-pages'] });
  });
});

describe('streams and files', () => {
  it('writes every format its ending asks for, and the JSON report is what its schema says', async () => {
    const { origin } = await serveSite({ '/': linking('/gone') });
    await run(['crawl', origin, ...quick, '-o', 'a.json', '-o', 'b.md', '-q'], folder());
    const schema = JSON.parse(await readFile('config/report.schema.json', 'utf8')) as object;
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(JSON.parse(await readFile(join(folder(), 'a.json'), 'utf8')));
    expect(validate.errors).toBeNull();
    expect(await readFile(join(folder(), 'b.md'), 'utf8')).toContain('/gone');
  });

  it('says so when a redirection gets only half a report', async () => {
    const links = Array.from({ length: 200 }, (_, at) => `/page-${at}`);
    const { origin } = await serveSite({ '/': linking(...links) });
    await run(['crawl', origin, ...quick, '-q', '--no-probes'], folder());
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 32; exec "$0" "$1" report -f json > report.json', process.execPath, launcher],
      { cwd: folder(), encoding: 'utf8' },
    );
    expect(stderr).toMatch(/^stdout: the report cannot be written: the file may not grow any more \(/);
    expect(status).toBe(2);
  });

  it('refuses an output that cannot be written before it fetches anything', async () => {
    const { origin, asked } = await serveSite({ '/': linking() });
    await mkdir(join(folder(), 'a-folder.json'), { recursive: true });
    const { exitCode, stderr } = await run(
      ['crawl', origin, '-o', 'missing/folder/report.json', '-o', 'a-folder.json'],
      folder(),
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('missing/folder');
    expect(stderr).toContain('a-folder.json');
    expect(asked).toEqual([]);
  });

  it('ends quietly when nobody reads its output any longer', async () => {
    const links = Array.from({ length: 300 }, (_, index) => `/gone/${index}`);
    const { origin } = await serveSite({ '/': linking(...links) });
    const { process, ended } = start(['crawl', origin, ...quick, '-f', 'json'], folder());
    process.stdout?.destroy();
    expect((await ended).stderr).toBe('');
  });

  it('refuses a store of a newer version', async () => {
    const { origin, asked } = await serveSite({ '/': linking() });
    const store = join(folder(), 'newer');
    await mkdir(store);
    await writeFile(join(store, 'store.json'), '{"version": 99}');
    const { exitCode, stderr } = await run(['crawl', origin, '--store', store], folder());
    expect(exitCode).toBe(2);
    expect(stderr).toContain('newer version');
    expect(asked).toEqual([]);
  });
});

describe('seeds', () => {
  it('may be a sitemap index of compressed sitemaps', async () => {
    const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>${body}`;
    const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
    const { origin } = await serveSite({
      '/index.xml': (request, response) => {
        const child = `http://${request.headers.host}/pages.xml.gz`;
        const index = xml(`<sitemapindex ${namespace}><sitemap><loc>${child}</loc></sitemap></sitemapindex>`);
        response.writeHead(200, { 'content-type': 'application/xml' }).end(index);
      },
      '/pages.xml.gz': (request, response) => {
        const page = `http://${request.headers.host}/hidden`;
        const set = xml(`<urlset ${namespace}><url><loc>${page}</loc></url></urlset>`);
        response.writeHead(200, { 'content-type': 'application/gzip' }).end(gzipSync(set));
      },
      '/hidden': linking('/gone'),
    });
    const { stdout } = await run(['crawl', `${origin}/index.xml`, ...quick, '-f', 'json'], folder());
    expect(parseReport(stdout).findings.map(({ url }) => url)).toEqual([`${origin}/gone`]);
  });

  it('that lead out of what is walked are never "nothing broken"', async () => {
    const elsewhere = await serveSite({ '/': linking('/gone') });
    const { origin } = await serveSite({
      '/': (_, response) => void response.writeHead(302, { location: '/home' }).end(),
      '/home': linking('/gone'),
      '/away': (_, response) => void response.writeHead(301, { location: elsewhere.origin }).end(),
      '/on': `<meta http-equiv=refresh content="0; url=${elsewhere.origin}">`,
      '/later': `<meta http-equiv=refresh content="900; url=${elsewhere.origin}">`,
    });
    const inside = await run(['crawl', origin, ...quick, '-q'], folder());
    expect(inside.exitCode).toBe(1);
    const outside = await run(['crawl', origin, '--include', '/docs/', ...quick, '-q'], folder());
    expect(outside.exitCode).toBe(3);
    expect(outside.stderr).toContain(`led to ${origin}/home`);
    const away = await run(['crawl', `${origin}/away`, ...quick, '-q'], folder());
    expect(away.exitCode).toBe(3);
    expect(away.stderr).toContain(`led to ${elsewhere.origin}`);
    const onward = await run(['crawl', `${origin}/on`, ...quick, '-q'], folder());
    expect(onward.exitCode).toBe(3);
    expect(onward.stderr).toContain(`on to ${elsewhere.origin}`);
    const later = await run(['crawl', `${origin}/later`, ...quick, '-q'], folder());
    expect(later.exitCode).toBe(0);
  });
});

describe('interruptions', () => {
  /** A site that never ends and takes its time. */
  const endless: Handler = (request, response) => {
    const number = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
    setTimeout(() => {
      const page = linking(`/${number * 2 + 1}`, `/${number * 2 + 2}`, '/');
      response.writeHead(number === 7 ? 404 : 200, { 'content-type': 'text/html' }).end(page);
    }, 5);
  };

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s: the partial report is written, marked, and the exit code tells', async (signal, code) => {
    const { origin, untilAsked } = await serveSite({ '*': endless });
    const { process, ended } = start(['crawl', origin, ...quick, '-o', 'partial.json', '-q'], folder());
    await untilAsked(100);
    process.kill(signal);
    expect((await ended).exitCode).toBe(code);
    const report = parseReport(await readFile(join(folder(), 'partial.json'), 'utf8'));
    expect(report.run).toMatchObject({ complete: false, limitsReached: ['interrupted'] });
    expect(report.totals.pages).toBeGreaterThan(10);
  });

  it.skipIf(spawnSync('script', ['--version']).status !== 0)(
    'a closed terminal: the partial report is written, and the process ends by itself',
    async () => {
      const { origin, untilAsked } = await serveSite({ '*': endless });
      const words = [launcher, 'crawl', origin, ...quick, '--store', 'closed', '-o', 'closed.json'];
      const line = [process.execPath, ...words].map((word) => `'${word}'`).join(' ');
      // A shell passes on that its terminal has gone; this one lives on to tell what became of what it started.
      const told = `trap 'kill -HUP $walk' HUP; ${line} & walk=$!; wait; wait $walk; echo $? > told; mv told code`;
      const terminal = spawn('script', ['-qc', told, '/dev/null'], {
        cwd: folder(),
        env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', TERM: 'xterm' },
        stdio: 'ignore',
      });
      await untilAsked(100);
      terminal.kill('SIGKILL');
      const codeFile = join(folder(), 'code');
      await expect.poll(() => existsSync(codeFile), { timeout: 20_000 }).toBe(true);
      expect(await readFile(codeFile, 'utf8')).toBe('129\n');
      const report = parseReport(await readFile(join(folder(), 'closed.json'), 'utf8'));
      expect(report.run).toMatchObject({ complete: false, limitsReached: ['interrupted'] });
    },
  );

  it('kill -9: what was seen is kept, nothing is half-written, and the next run is not disturbed', async () => {
    const { origin, untilAsked } = await serveSite({ '*': endless });
    await writeFile(join(folder(), 'kept.json'), 'an earlier report');
    const { process, ended } = start(
      ['crawl', origin, ...quick, '-o', 'kept.json', '--store', 'killed'],
      folder(),
    );
    await untilAsked(100);
    await untilKept('killed', 50, folder());
    process.kill('SIGKILL');
    await ended;
    expect(await readFile(join(folder(), 'kept.json'), 'utf8')).toBe('an earlier report');
    const runs = await run(['runs', '--store', 'killed'], folder());
    expect(runs.stdout).toContain('unfinished');
    const id = /^\d+T\S+/m.exec(runs.stdout)?.[0] ?? '';
    const told = await run(['report', id, '--store', 'killed', '-f', 'json'], folder());
    expect(parseReport(told.stdout).totals.pages).toBeGreaterThan(10);
    expect(parseReport(told.stdout).run.complete).toBe(false);
    const next = await run(
      ['crawl', `${origin}/9`, ...quick, '--store', 'killed', '--max-pages', '5', '-q'],
      folder(),
    );
    expect([1, 4]).toContain(next.exitCode);
  });

  it('a second run in a store that is in use is refused, and says by whom it is', async () => {
    const { origin, asked, untilAsked } = await serveSite({ '*': endless });
    const first = start(['crawl', origin, ...quick, '--store', 'shared', '-q'], folder());
    await untilAsked(20);
    const before = asked.length;
    const second = await run(['crawl', `${origin}/second`, ...quick, '--store', 'shared'], folder());
    expect(second).toMatchObject({ exitCode: 2, stdout: '' });
    expect(second.stderr).toContain(`another run holds this store: process ${String(first.process.pid)} on`);
    expect(asked.slice(before)).not.toContain('/second');
    expect((await run(['runs', '--store', 'shared'], folder())).stdout).toContain('unfinished');
    first.process.kill('SIGKILL');
    await first.ended;
    const third = await run(
      ['crawl', `${origin}/9`, ...quick, '--store', 'shared', '--max-pages', '5', '-q'],
      folder(),
    );
    expect(third.stderr).toBe(
      'playbook-health: the walk is incomplete (4): the limit of addresses per source (--max-pages)\n',
    );
    expect(await readdir(join(folder(), 'shared', 'runs'))).not.toHaveLength(0);
  });

  it('a store that cannot be written is a clear mistake', async () => {
    if (process.getuid?.() === 0)
      await writeFile(join(folder(), 'locked'), 'a file where a folder should be');
    else {
      await mkdir(join(folder(), 'locked'));
      await chmod(join(folder(), 'locked'), 0o500);
    }
    const { origin, asked } = await serveSite({ '/': linking() });
    const { exitCode, stderr } = await run(['crawl', origin, '--store', join('locked', 'store')], folder());
    expect(exitCode).toBe(2);
    expect(stderr).toContain('locked');
    expect(asked).toEqual([]);
  });
});

describe('report', () => {
  it('tells an old run again in another language and format, without the network', async () => {
    const { origin, close } = await serveSite({ '/': linking('/gone') });
    const first = parseReport(
      (await run(['crawl', origin, ...quick, '--store', 'old', '-f', 'json'], folder())).stdout,
    );
    await close();
    const again = parseReport((await run(['report', '--store', 'old', '-f', 'json'], folder())).stdout);
    expect(again).toEqual(first);
    const japanese = await run(['report', '--store', 'old', '--lang', 'ja', '-f', 'markdown'], folder());
    expect(japanese.stdout).toMatch(/壊れ|リンク/);
  });
});
