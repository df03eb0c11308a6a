import { describe, expect, it } from 'vitest';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { nightlyChanges, type NightlyChange } from '../../src/demo/nights.js';
import { serveDemo, type DemoPortals } from '../../src/demo/serve-demo.js';
import { headsUpSchema, type HeadsUp } from '../../src/model/change.js';
import type { Report } from '../../src/model/report.js';
import { run, type Ended } from '../support/command-line.js';
import { parseReport } from '../support/reports.js';
import { suiteFolder } from '../support/suite-folder.js';

const folder = suiteFolder();
const nights = [0, 1, 2, 3, 4, 5, 6];

describe('seven nights of the demo, walked by the built command line', () => {
  let demo: DemoPortals;
  let reports: readonly Report[];
  const told: string[] = [];
  const hook = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      told.push(body);
      response.end('1');
    });
  });

  beforeAll(async () => {
    demo = await serveDemo();
    const { config, rules } = demo;
    const notify = [{ kind: 'slack', url: `${await listen(hook)}/services/T0/SECRET` }];
    const known = join(folder(), 'known.yaml');
    await writeFile(known, '# Looked at in the Monday round.\n');
    // Whoever is slow or throttles is not what these nights are about.
    const limits = { ...config.limits, maxWait: 50, retries: 0, headersTimeout: 250, wholeTimeout: 500 };
    await writeFile(join(folder(), 'demo.json'), JSON.stringify({ ...config, limits, rules, notify, known }));
    const found: Report[] = [];
    for (const night of nights) {
      demo.turnTo(night);
      const { stdout, stderr } = await command('crawl', '--config', 'demo.json', '-f', 'json');
      // On one night a portal is down.
      expect(stderr).toEqual(night === 3 ? expect.stringContaining('not possible in full') : '');
      expect(stdout).not.toContain('SECRET');
      found.push(parseReport(stdout));
    }
    reports = found;
  }, 120_000);
  afterAll(async () => {
    await demo.close();
    hook.close();
  });

  const command = (...words: readonly string[]): Promise<Ended> => run(words, folder());
  const at = (night: number): Report => reports[night] ?? expect.fail(`no report of night ${night}`);

  /** `moved /library/…`, without the port and the query, which is secret. */
  const line = ({ kind, url }: Pick<HeadsUp['changes'][number], 'kind' | 'url'>): string =>
    `${kind} ${url.replace(/[?].*/, '')}`;
  const planned = ({ kind, origin, path }: NightlyChange): string => {
    const url = demo.origins[origin] + (kind === 'down' ? '/' : path);
    return line({ kind: kind === 'down' ? 'broke' : kind, url });
  };

  it.each(nights)('show exactly what was planned on night %i: nothing more, nothing less', (night) => {
    const changes = (at(night).changes?.changes ?? []).filter(({ subject }) => subject !== 'task');
    const expected = nightlyChanges.filter((change) => change.night === night).map(planned);
    expect(changes.map(line).sort()).toEqual(expected.sort());
  });

  it('tell of the tasks that stop and go on with their documents', () => {
    const tasks = reports.map(({ changes }) =>
      (changes?.changes ?? []).filter(({ subject }) => subject === 'task').map(line),
    );
    // An article of the Community stands for the kick-off deck while that is gone. On the night without the Community the runbook
    // there does not open; whatever else it holds is not known.
    expect(tasks).toEqual([[], [], [], ['broke 4133'], [], [], []]);
  });

  it("tell of a document that looks equal as its portal's own table does", () => {
    const change = at(4).changes?.changes.find(({ url }) => url.endsWith('/Windows-365-Overview.pdf'));
    expect(change).toMatchObject({
      evidence: [{ kind: 'update-table', before: '2026-10-05', after: '2026-11-20' }],
      reason: { en: 'A page says that it was updated on 2026-11-20.' },
    });
  });

  it('call a portal that is down one change, with what it stands for, and nothing removed or fixed', () => {
    const change = at(3).changes?.changes.find(({ subject }) => subject === 'host');
    expect(change).toMatchObject({ kind: 'broke', affected: 3 });
    expect(at(3).changes?.totals).toMatchObject({ removed: 0, fixed: 0, new: 0 });
  });

  it('remember each finding: since when, how often, when it was last healthy, and when it comes and goes', () => {
    const pastOf = (night: number, part: string) =>
      at(night).findings.find(({ url }) => url.includes(part))?.past;
    expect(pastOf(1, 'Kickoff-Deck-v2.pptx')).toMatchObject({
      course: 'new',
      nights: 1,
      lastHealthy: at(0).run.start,
    });
    expect(pastOf(5, 'skype-to-teams')).toMatchObject({ course: 'persisting', nights: 6, lastHealthy: null });
    expect(pastOf(5, 'skype-to-teams')?.firstSeen).toBe(at(0).run.start);
    expect(at(2).fixed?.map(({ url }) => url)).toEqual([expect.stringContaining('Kickoff-Deck-v2.pptx')]);
    expect(at(3).fixed).toEqual([]);
    // The Community was not seen on night 3, so nothing there was well in between.
    expect(pastOf(4, 'partner-readiness')).toMatchObject({ course: 'persisting', nights: 4 });
  });

  it('tell Slack of the nights on which anything changed, and never say where Slack is', async () => {
    expect(told).toHaveLength(6);
    expect(told.join()).toContain('Adoption Success Metrics');
    expect(await readFile(join(folder(), '.playbook-health', 'findings.json'), 'utf8')).not.toContain(
      'SECRET',
    );
  });

  it('tell the heads-up again for any span, in both languages, as text, table, JSON and feed', async () => {
    const first = at(0).run.id;
    const json = await command(
      'changes',
      '--since',
      first,
      '-f',
      'json',
      '-o',
      'heads-up.atom',
      '-o',
      'h.md',
    );
    expect(json).toMatchObject({ exitCode: 0, stderr: '' });
    const { totals } = headsUpSchema.parse(JSON.parse(json.stdout));
    expect(totals).toEqual({ new: 1, updated: 7, localised: 1, moved: 1, removed: 1, broke: 0, fixed: 1 });
    expect(await readFile(join(folder(), 'heads-up.atom'), 'utf8')).toContain('<feed');
    const japanese = await command(
      'changes',
      '--between',
      at(3).run.id,
      at(4).run.id,
      '--lang',
      'ja',
      '-f',
      'markdown',
    );
    expect(japanese.stdout).toContain('| 公開日 | トピックのタイトル | 変更 |');
    expect(japanese.stdout).toContain('**復旧**');
  });

  it('fail for what is new alone: since a run, or since a baseline that shrinks', async () => {
    const exitCode = async (...words: string[]) =>
      (await command('report', '--config', 'demo.json', '--fail-on', 'new-broken', '-q', ...words)).exitCode;
    expect(await exitCode()).toBe(0);
    expect(await exitCode(at(1).run.id, '--baseline', at(0).run.id)).toBe(1);
    expect(await exitCode(at(2).run.id, '--baseline', at(0).run.id)).toBe(0);
    expect(await command('baseline', 'b.json', '-q')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await exitCode('--baseline', 'b.json')).toBe(0);
    expect(await exitCode(at(1).run.id, '--baseline', 'b.json')).toBe(1);
    expect(await exitCode('--baseline', './missing.json')).toBe(2);
  });

  it('accept a finding until a day, keeping what the file says besides', async () => {
    const { id = '' } = at(6).findings.find(({ rule }) => rule === 'gone') ?? {};
    const accepted = await command(
      'accept',
      id,
      '--reason',
      'retired',
      '--until',
      '2999-12-31',
      '--config',
      'demo.json',
    );
    expect(accepted).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await readFile(join(folder(), 'known.yaml'), 'utf8')).toContain(
      '# Looked at in the Monday round.',
    );
    const { stdout } = await command('report', '--config', 'demo.json', '-f', 'json');
    const again = parseReport(stdout).findings.find((finding) => finding.id === id);
    expect(again?.accepted).toEqual({ reason: 'retired', owner: null, until: '2999-12-31' });
    expect(await command('accept', 'nothing', '--reason', 'x')).toMatchObject({ exitCode: 2 });
  });
});

describe('playbook-health demo --nights', () => {
  it('tells what happens each night, and then what was found', async () => {
    const args = ['demo', '--nights', '2', '--store', 'two', '-o', 'second.json'];
    const { stdout, stderr, exitCode } = await run(args, folder());
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const written = parseReport(await readFile(join(folder(), 'second.json'), 'utf8'));
    expect(written.changes?.changes).not.toHaveLength(0);
    expect(stdout).toMatch(/Night 2 of 2[^]*The kick-off deck disappears\.[^]*Broken +Kickoff/);
  });

  it('takes no more nights than were planned', async () => {
    expect(await run(['demo', '--nights', '8'], folder())).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });
}
