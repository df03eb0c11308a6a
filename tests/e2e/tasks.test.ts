import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type DemoPortals } from '../../src/demo/serve-demo.js';
import { columnsOf } from '../../src/kit/text/display-width.js';
import { run, type Ended } from '../support/command-line.js';
import { parseReport } from '../support/reports.js';
import { linking, serveSite } from '../support/small-site.js';
import { suiteFolder } from '../support/suite-folder.js';

const folder = suiteFolder();
let demo: DemoPortals;

beforeAll(async () => {
  demo = await serveDemo();
  await configure('portals.json', {});
  const walked = await run(['crawl', '--config', 'portals.json', '-q'], folder());
  expect(walked).toMatchObject({ exitCode: 1, stderr: '' });
});
afterAll(() => demo.close());

async function configure(name: string, changes: object): Promise<void> {
  const config = { ...demo.config, rules: demo.rules, store: join(folder(), 'store'), ...changes };
  await writeFile(join(folder(), name), JSON.stringify(config));
}

function ask(...words: readonly string[]): Promise<Ended> {
  return run([...words, '--store', 'store'], folder());
}

/** What differs from run to run: ports, times, the run's name. */
function steady(text: string): string {
  const named = Object.entries(demo.origins).reduce(
    (rest, [name, origin]) => rest.replaceAll(origin, `http://${name}`),
    text,
  );
  return named
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d JST \([^)]*\)/g, '<time>')
    .replace(/\(\d+ ms\)/g, '(<time>)')
    .replace(/\d{8}T\d{9}Z-[0-9a-f]{4}/g, '<run>');
}

describe('the document of Task4122 cannot be found', () => {
  it('is told with the 404, the way to it, that the Community lacks it, and the nearest title', async () => {
    const { stdout, exitCode } = await ask('task', '4122', '--offline');
    expect(exitCode).toBe(1);
    expect(steady(stdout)).toContain(`■ Compliance Score Workshop
  http://hub/en-us/playbook/resource/compliance-score-workshop.html
  FastTrack Ready Partner Hub: broken
    The server says that there is nothing at this address (404).
    [FastTrack Ready Partner Hub] - [FastTrack Playbook] - [Resource] - [Services Workshops] ›
    Microsoft 365 workshops › Microsoft Information Protection (MIP) › Compliance Score Workshop
  Microsoft 365 Specialty Partner Community: possibly renamed
    Microsoft 365 Specialty Partner Community lacks it, by this name at least. “Compliance Manager
    Workshop” is “Compliance Score Workshop” but for the name of the product, which has changed.
  Nearest titles elsewhere
    - Compliance Manager Workshop
      http://documents/guides/Compliance-Manager-Workshop.docx
    - Compliance Manager Workshop
      http://community/knowledgebase/article/KB-01575/en-us`);
  });

  it('is ready to be pasted into a ticket', async () => {
    const { stdout } = await ask('task', 'Task4122', '--offline', '--ticket');
    expect(steady(stdout)).toMatchInlineSnapshot(`
      "Task4122 の資料を開けません / 見つかりません
      コンプライアンス スコア ワークショップの実施

      ■対象ファイル
      Compliance Score Workshop

      ■エラーメッセージ
      FastTrack Ready Partner Hub: 開けません - サーバーは「このアドレスには何もありません」（404）と応答しました。
      Microsoft 365 Specialty Partner Community: 改称の可能性 - Microsoft 365 Specialty Partner Community にこの名前の資料はありません。「Compliance Manager Workshop」と「Compliance Score Workshop」の違いは、名称変更前後の製品名だけです。

      ■掲載場所
      [FastTrack Ready Partner Hub] - [FastTrack Playbook] - [Resource] - [Services Workshops] › Microsoft 365 workshops › Microsoft Information Protection (MIP) › Compliance Score Workshop

      ■URL
      http://hub/en-us/playbook/resource/compliance-score-workshop.html

      ■試行
      <time> GET 404 (<time>)
      <time> GET 404 (<time>)

      ■参考（似たタイトル）
      Compliance Manager Workshop http://documents/guides/Compliance-Manager-Workshop.docx
      Compliance Manager Workshop http://community/knowledgebase/article/KB-01575/en-us

      ■確認日時
      <time>
      巡回: <run>

      ----------------------------------------

      Task4122: its document cannot be opened or found
      Deliver the Compliance Score Workshop

      ■Document
      Compliance Score Workshop

      ■Error message
      FastTrack Ready Partner Hub: broken - The server says that there is nothing at this address (404).
      Microsoft 365 Specialty Partner Community: possibly renamed - Microsoft 365 Specialty Partner Community lacks it, by this name at least. “Compliance Manager Workshop” is “Compliance Score Workshop” but for the name of the product, which has changed.

      ■Location
      [FastTrack Ready Partner Hub] - [FastTrack Playbook] - [Resource] - [Services Workshops] › Microsoft 365 workshops › Microsoft Information Protection (MIP) › Compliance Score Workshop

      ■URL
      http://hub/en-us/playbook/resource/compliance-score-workshop.html

      ■Attempts
      <time> GET 404 (<time>)
      <time> GET 404 (<time>)

      ■Nearest titles
      Compliance Manager Workshop http://documents/guides/Compliance-Manager-Workshop.docx
      Compliance Manager Workshop http://community/knowledgebase/article/KB-01575/en-us

      ■Checked at
      <time>
      Run: <run>
      "
    `);
  });

  it.each([['Ｔａｓｋ４１２２'], ['Task', '4122']])('is found by %s %s', async (...words) => {
    const { stdout } = await ask('task', ...words, '--offline', '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ tasks: [{ id: '4122', state: 'broken' }], unknown: [] });
  });
});

describe('documents of Task Details cannot be found on the Community', () => {
  it('is told of a document that is elsewhere only', async () => {
    const { stdout } = await ask('task', '4107', '--offline', '--lang', 'ja');
    expect(steady(stdout)).toContain(`  Microsoft 365 Specialty Partner Community: 別の場所のみ`);
  });

  it('is told of what the search does not find, and of what it alone finds', async () => {
    const { stdout } = await ask('report', '-f', 'json');
    const { findings } = parseReport(stdout);
    const found = (rule: string): unknown =>
      findings.filter((finding) => finding.rule === rule).map(({ title, tasks }) => [title, tasks]);
    expect(found('not-in-search')).toEqual([['Defender for Cloud Apps Overview', ['4130']]]);
    expect(found('only-in-search')).toEqual([['Windows 365 Pilot Runbook', ['4133']]]);
    expect(found('missing-document')).toEqual([['Defender for Cloud Overview', ['4144']]]);
  });
});

describe('an answer', () => {
  it('names ids near to one that no list has, and fails as a mistake', async () => {
    const { stdout, stderr, exitCode } = await ask('task', '4123', '--offline');
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toMatch(/^playbook-health: no list names a task 4123 \(nearest: 4122,/);
  });

  it('is of today, where the portals can be asked, and of the last run where they cannot', async () => {
    demo.turnTo(1);
    const now = await ask('task', '4101', '--config', 'portals.json');
    expect(now.stdout).toMatch(/FastTrack Kickoff Deck v2\n.*\n.*: broken\n/);
    expect(now.exitCode).toBe(1);
    demo.turnTo(0);
    const last = await ask('task', '4101', '--offline');
    expect(last.exitCode).toBe(0);
    expect(last.stdout).toContain('FastTrack Ready Partner Hub: available');
  });

  it('knows where the walk starts again, though it has moved within the portal meanwhile', async () => {
    let hasMoved = false;
    const site = await serveSite({
      '/guide': (_, response) => {
        if (hasMoved) response.writeHead(302, { location: '/new' }).end();
        else response.writeHead(200, { 'content-type': 'text/html' }).end(linking('/guide'));
      },
      '/new': linking('/guide'),
    });
    const guide = `${site.origin}/guide`;
    await writeFile(join(folder(), 'guide.csv'), `Task ID,Name,Document,URL\n4122,Plan,Guide,${guide}\n`);
    await run(['crawl', guide, '--tasks', 'guide.csv', '--store', 'guide', '-q', '--no-probes'], folder());
    hasMoved = true;
    const { stdout } = await run(['task', '4122', '--store', 'guide', '--lang', 'en'], folder());
    await site.close();
    expect(stdout).toMatch(/: available\n/);
  });

  it('rests on the last run that knows tasks, where other portals were walked since, and says so', async () => {
    const [store, folderOfStore] = ['later', join(folder(), 'later')];
    await cp(join(folder(), 'store'), folderOfStore, { recursive: true });
    await run(['crawl', `${demo.origins.documents}/`, '--store', store, '-q', '--no-probes'], folder());
    const { stdout, exitCode } = await run(['task', '4122', '--offline', '--store', store], folder());
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Compliance Score Workshop');
    expect(steady(stdout)).toContain('A newer run, <run>, knows no task');
    const all = await run(['tasks', '--store', store], folder());
    expect(steady(all.stdout)).toContain('A newer run, <run>, knows no task');
  });

  it('is made by a walk where there is no run yet, and says so', async () => {
    const { stdout, stderr, exitCode } = await run(
      ['task', '4122', '--config', 'portals.json', '--store', 'new', '--no-progress'],
      folder(),
    );
    expect(stderr).toContain('there is no run to answer from yet: walking the portals first');
    expect(stdout).toContain('Compliance Manager Workshop');
    expect(exitCode).toBe(1);
  });
});

describe('an answer that cannot be made anew', () => {
  it('says whether the host asked to come back later or said nothing, and of the demo only where it is', async () => {
    let headers: Readonly<Record<string, string>> | null = null;
    const site = await serveSite({
      '/': linking('/deck'),
      '/deck': (_, response) => {
        if (headers === null) response.writeHead(200, { 'content-type': 'text/html' }).end(linking('/'));
        else response.writeHead(429, headers).end();
      },
    });
    const deck = `${site.origin}/deck`;
    const now = (language: string): Promise<Ended> =>
      run(['task', '4122', '--store', 'busy', '--lang', language], folder());
    await writeFile(join(folder(), 'busy.csv'), `Task ID,Name,Document\n4122,Busy,${deck}\n`);
    await run(
      ['crawl', `${site.origin}/`, '--tasks', 'busy.csv', '--store', 'busy', '-q', '--no-probes'],
      folder(),
    );
    for (headers of [{ 'retry-after': '60' }, {}]) {
      const { stdout } = await now('ja');
      expect(stdout).toContain(
        `${deck} は現在アクセスを制限しているため、前回の巡回の結果を示します。\n確認時点`,
      );
      expect(stdout).not.toContain('応答がない');
      expect((await now('en')).stdout).toContain(
        `Asked now to come back later by ${deck}: what the last run saw still stands.\nas of `,
      );
    }
    await site.close();
    expect((await now('en')).stdout).toContain(
      `No answer now from ${deck}: what the last run saw still stands.\nas of `,
    );
  });
});

describe('a mistake of a partner who asks in Japanese', () => {
  const inJapanese = (...words: readonly string[]): Promise<Ended> =>
    run([...words, '--lang', 'ja'], folder());
  it.each([
    [
      ['task', '4123', '--offline', '--store', 'store'],
      /^playbook-health: タスク 4123 はどのリストにもありません \(近い ID: 4122, /,
    ],
    [
      ['task', 'abc', '--offline', '--fresh', '-f', 'jsn', '--store', 'store'],
      /^playbook-health: 「abc」はタスク ID ではありません \(タスク ID は .*\)\n.*: --offline と --fresh は同時に指定できません\n.*: --format に「jsn」は指定できません \(「json」ではありませんか\)\n$/,
    ],
    [
      ['task', '4122', '--store', 'none'],
      /none: 回答の元になる巡回の記録がなく、.* \(--config で設定ファイルを、または --store で/,
    ],
    [['task', '4122', '--fresh', '--store', 'store'], /store: 巡回するポータルが指定されていません \(/],
    [
      ['tasks', '--state', 'zzz', '--language', 'jaa', '--store', 'store'],
      /^playbook-health: --state に「zzz」は指定できません \(指定できる値: available, .*\n.*「ja」ではありませんか\)\n$/,
    ],
    [
      ['tasks', '--place', 'comunity', '--service', 'zzz', '--store', 'store'],
      /--place: 場所「comunity」は巡回の記録にありません \(近い名前: community\)\n.*--service: サービス「zzz」は巡回の記録にありません \(指定できる名前: /,
    ],
  ] as const)('is told in Japanese: %j', async (words, told) => {
    const { stdout, stderr, exitCode } = await inJapanese(...words);
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toMatch(told);
  });

  it('is told in Japanese where no run knows a task', async () => {
    await inJapanese('crawl', `${demo.origins.documents}/`, '--store', 'taskless', '-q', '--no-probes');
    const { stderr, exitCode } = await inJapanese('task', '4122', '--offline', '--store', 'taskless');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('タスクの情報がありません (設定ファイルの "tasks" にリストを指定して');
  });

  it('is told in the language of the configuration', async () => {
    await configure('japanese.json', { language: 'ja' });
    const { stderr } = await run(['task', 'abc', '--config', 'japanese.json'], folder());
    expect(stderr).toContain('「abc」はタスク ID ではありません');
  });
});

describe('all tasks', () => {
  it('stand in straight columns, in both languages', async () => {
    for (const [language, state] of [
      ['en', 'possibly renamed'],
      ['ja', '改称の可能性'],
    ] as const) {
      const { stdout } = await ask('tasks', '--lang', language);
      const lines = stdout.split('\n');
      const table = lines.slice(0, lines.indexOf(''));
      const header = table[0] ?? '';
      const second = columnsOf(header.slice(0, header.indexOf('FastTrack')));
      for (const line of table.slice(1)) expect(columnsOf(line.slice(0, 5))).toBeLessThan(second);
      const starts = table
        .filter((line) => line.includes(state))
        .map((line) => columnsOf(line.slice(0, line.indexOf(state))));
      expect(new Set(starts)).toEqual(new Set([second, ...starts.filter((start) => start !== second)]));
      expect(new Set(starts).size).toBe(2);
    }
  });

  it('can be filtered', async () => {
    const { stdout } = await ask('tasks', '--state', 'missing', '--place', 'community', '-f', 'json');
    const { tasks } = JSON.parse(stdout) as { tasks: readonly { id: string }[] };
    expect(tasks.map(({ id }) => id)).toEqual(['4140', '4144']);
    const stopped = await ask('tasks', '--stopped', '-f', 'json');
    const { tasks: undoable } = JSON.parse(stopped.stdout) as { tasks: readonly { id: string }[] };
    expect(undoable.map(({ id }) => id)).toEqual(['4118', '4122', '4140', '4144']);
    const wrong = await ask('tasks', '--state', 'mising');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain('did you mean "missing"?');
    const elsewhere = await ask('tasks', '--place', 'comunity', '--service', 'zzz');
    expect(elsewhere).toMatchObject({ stdout: '', exitCode: 2 });
    expect(elsewhere.stderr).toContain('--place: the run knows no place "comunity" (nearest: community)');
    expect(elsewhere.stderr).toMatch(/--service: the run knows no service "zzz" \(known: .+\)/);
  });
});

describe('a list', () => {
  const csv = 'Task ID,Task Name,Document\n4122,Compliance,Compliance Score Workshop\nsoon,Later,Nothing\n';
  const walkHome = (...words: readonly string[]): Promise<Ended> =>
    run(
      [
        'crawl',
        `${demo.origins.hub}/en-us/index.html`,
        '--max-pages',
        '1',
        '--store',
        'lists',
        '-f',
        'json',
        ...words,
      ],
      folder(),
    );

  it('whose rows cannot all be read is used for the others, and nothing is dropped silently', async () => {
    await writeFile(join(folder(), 'some.csv'), csv);
    const { stdout, stderr } = await walkHome('--tasks', 'some.csv');
    const told = 'some.csv:3:1: "soon" is not a task id';
    expect(stderr).toContain(`warning: ${told}`);
    const { taskLists, tasks } = parseReport(stdout);
    expect(taskLists).toMatchObject([{ name: 'some.csv', rows: 1 }]);
    expect(taskLists[0]?.problems[0]).toContain(told);
    expect(tasks).toMatchObject([{ id: '4122' }]);
  });

  it('of which nothing can be used is a mistake, before anything is fetched', async () => {
    await writeFile(join(folder(), 'none.csv'), 'Name,Link\nCompliance,x\n');
    const { stderr, exitCode } = await walkHome('--tasks', 'none.csv', '--tasks', 'absent.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('none.csv: no column holds task ids');
    expect(stderr).toContain('absent.csv: the list cannot be read: there is no such file or folder');
  });

  it('that its address does not give is a warning in the report', async () => {
    const address = `${demo.origins.hub}/en-us/no-such-list.csv`;
    const { stdout } = await walkHome('--tasks', address);
    const { findings } = parseReport(stdout);
    const [finding] = findings.filter(({ rule }) => rule === 'task-list');
    expect(finding).toMatchObject({ url: address, level: 'warning' });
    expect(finding?.reason).toContain('status 404');
  });
});
