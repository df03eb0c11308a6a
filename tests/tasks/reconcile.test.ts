import { describe, expect, test } from 'vitest';
import type { TaskRow } from '../../src/model/task.js';
import type { Verdict } from '../../src/model/verdict.js';
import { readTaskList } from '../../src/tasks/list/read-task-list.js';
import { reconcile } from '../../src/tasks/reconcile/reconcile.js';
import { snapshotOf, type ResourceSketch } from '../support/snapshots.js';

const hub = 'https://hub.example.com';
const community = 'https://community.example.com';
const docs = 'https://docs.example.com/decks';
const sources = [
  { id: 'hub', title: 'FastTrack Playbook', library: true, seeds: [`${hub}/`] },
  { id: 'community', title: 'Specialty Partner Community', library: true, seeds: [`${community}/`] },
];
const places = sources.map(({ id, title }) => ({ id, title, sources: [id] }));

function rowsOf(lines: readonly string[], name = 'list.csv'): readonly TaskRow[] {
  return readTaskList({ name, bytes: Buffer.from(['Task ID,Task Name,Document,Link', ...lines].join('\n')) })
    .tasks;
}

function judge(resources: readonly ResourceSketch[], lines: readonly string[], complete = true) {
  const snapshot = snapshotOf({ run: { complete }, sources, resources });
  const verdictOf = (id: number): Verdict | null => {
    const { outcome } = snapshot.resource(id)!;
    const location = outcome.kind === 'fetched' ? outcome.location : null;
    if (location !== null)
      return verdictOf([...snapshot.resources()].find(({ url }) => url === location)!.id);
    const status = outcome.kind === 'fetched' ? outcome.status : 0;
    const verdict = (state: Verdict['state']): Verdict => ({
      state,
      level: 'error',
      rule: 'test',
      reason: { en: `status ${status}`, ja: `状態 ${status}` },
    });
    if (status === 401) return { ...verdict('not-checked'), behindSignIn: true };
    if (status === 429) return verdict('not-checked');
    return status >= 400 ? verdict('broken') : null;
  };
  return reconcile({ rows: rowsOf(lines), snapshot, verdictOf, places });
}

const pages = (
  hubLinks: ResourceSketch['links'],
  communityLinks: ResourceSketch['links'],
): readonly ResourceSketch[] => [
  { url: `${hub}/`, source: 'hub', role: 'seed', title: 'Services Workshops', links: hubLinks ?? [] },
  { url: `${community}/`, source: 'community', role: 'seed', title: 'Home', links: communityLinks ?? [] },
];
const statesOf = (report: ReturnType<typeof judge>): unknown =>
  report.tasks[0]?.documents[0]?.places.map(({ state }) => state);
const line = `4122,Compliance Score Workshop,Compliance Score Workshop,${docs}/compliance-score-workshop-en.pptx`;

describe('a title that may be several documents', () => {
  const linked = (...files: readonly (readonly [string, string])[]) => {
    const links = files.map(([url, text]) => ({ url, text }));
    return [...pages(links, links), ...files.map(([url]) => ({ url, contentType: 'application/pdf' }))];
  };
  const both = linked([`${docs}/a.pdf`, '導入手順'], [`${docs}/b.pdf`, '運用設計']);
  const told = (resources: readonly ResourceSketch[], cell: string): unknown =>
    judge(resources, [`4122,作業,"${cell}",`]).tasks[0]?.documents.map(({ title, places: [place] }) => [
      title,
      place?.state,
    ]);

  test.each([
    '導入手順/運用設計',
    '導入手順、運用設計',
    '導入手順・運用設計',
    '導入手順, 運用設計',
    '導入手順 / 運用設計',
    '導入手順、、運用設計、',
  ])('%s is two where each is a file and nothing is called so', (cell) => {
    expect(told(both, cell)).toEqual([
      ['導入手順', 'available'],
      ['運用設計', 'available'],
    ]);
  });

  test('is three where separators differ, and part of it contains one', () => {
    const more = [
      ['c.pdf', 'TCP/IP 入門'] as const,
      ['d.pdf', '確認表'] as const,
      ['e.pdf', '導入手順'] as const,
    ];
    const three = linked(...more.map(([file, title]) => [`${docs}/${file}`, title] as const));
    expect(told(three, 'TCP/IP 入門、確認表/導入手順')).toEqual([
      ['TCP/IP 入門', 'available'],
      ['確認表', 'available'],
      ['導入手順', 'available'],
    ]);
  });

  test('is one where the whole is found', () => {
    const whole = linked(
      [`${docs}/a.pdf`, '導入手順'],
      [`${docs}/b.pdf`, '運用設計'],
      [`${docs}/c.pdf`, '導入手順/運用設計'],
    );
    expect(told(whole, '導入手順/運用設計')).toEqual([['導入手順/運用設計', 'available']]);
  });

  test('is one where a part is nowhere, or only the name of a page', () => {
    expect(told(both, '導入手順/監視設計')).toEqual([['導入手順/監視設計', 'missing']]);
    const page = { title: '監視設計', heading: '監視設計' };
    const site = [
      ...both,
      { url: `${hub}/watch`, source: 'hub', role: 'page', title: page.title, page } as const,
    ];
    expect(told(site, '監視設計')).toEqual([['監視設計', 'available']]);
    expect(told(site, '監視設計/運用設計')).toHaveLength(1);
  });

  test('is broken where one of its files is', () => {
    const broken = both.map((one) => (one.url.endsWith('b.pdf') ? { ...one, status: 404 } : one));
    expect(told(broken, '導入手順/運用設計')).toEqual([
      ['導入手順', 'available'],
      ['運用設計', 'broken'],
    ]);
  });
});

describe('a document at two places', () => {
  test.each<[string, readonly ResourceSketch[], readonly string[]]>([
    [
      'broken where it is linked, missing elsewhere',
      [
        ...pages(
          [{ url: `${docs}/compliance-score-workshop-en.pptx`, text: 'Compliance Score Workshop' }],
          [],
        ),
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 404 },
      ],
      ['broken', 'missing'],
    ],
    [
      'available at one, elsewhere for the other',
      pages([{ url: `${docs}/compliance-score-workshop-en.pptx`, text: 'Compliance Score Workshop' }], []),
      ['available', 'elsewhere'],
    ],
    [
      'in the other language only',
      pages(
        [
          {
            url: `${docs}/compliance-score-workshop-jp.pptx`,
            text: 'コンプライアンス スコア ワークショップ',
          },
        ],
        [{ url: `${docs}/compliance-score-workshop-en.pptx`, text: 'Compliance Score Workshop' }],
      ),
      ['other-language', 'available'],
    ],
    [
      'behind a sign-in',
      [
        ...pages(
          [{ url: `${docs}/compliance-score-workshop-en.pptx`, text: 'Compliance Score Workshop' }],
          [],
        ),
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 401 },
      ],
      ['sign-in', 'elsewhere'],
    ],
    [
      'not checked where its host asked for patience, which is no sign-in',
      [
        ...pages(
          [{ url: `${docs}/compliance-score-workshop-en.pptx`, text: 'Compliance Score Workshop' }],
          [],
        ),
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 429 },
      ],
      ['not-checked', 'elsewhere'],
    ],
    [
      'possibly renamed',
      pages([{ url: `${docs}/cm.pptx`, text: 'Compliance Manager Workshop' }], []),
      ['possibly-renamed', 'possibly-renamed'],
    ],
    ['missing everywhere', pages([], []), ['missing', 'missing']],
    [
      'broken where only the list leads to it, whatever is called nearly so',
      [
        ...pages([{ url: `${docs}/cm.pptx`, text: 'Compliance Manager Workshop' }], []),
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 404 },
      ],
      ['broken', 'broken'],
    ],
    [
      'not checked where only the list leads to it, and its host asked for patience',
      [...pages([], []), { url: `${docs}/compliance-score-workshop-en.pptx`, status: 429 }],
      ['not-checked', 'not-checked'],
    ],
    [
      'behind a sign-in where only the list leads to it',
      [...pages([], []), { url: `${docs}/compliance-score-workshop-en.pptx`, status: 401 }],
      ['sign-in', 'sign-in'],
    ],
    [
      'not checked where the list leads to it, though a link of that name is broken',
      [
        ...pages(
          [`${docs}/compliance-score-workshop-en.pptx`, `${hub}/compliance-score-workshop-en.pptx`].map(
            (url) => ({ url, text: 'Compliance Score Workshop' }),
          ),
          [],
        ),
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 429 },
        { url: `${hub}/compliance-score-workshop-en.pptx`, status: 500 },
      ],
      ['not-checked', 'elsewhere'],
    ],
    [
      'not known to be elsewhere where that was not checked, and the place that has it shows a broken one',
      [
        ...pages(
          [`${docs}/compliance-score-workshop-en.pptx`, `${hub}/compliance-score-workshop-en.pptx`].map(
            (url) => ({ url, text: 'Compliance Score Workshop' }),
          ),
          [],
        ),
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 500 },
        { url: `${hub}/compliance-score-workshop-en.pptx`, status: 429 },
      ],
      ['broken', 'not-checked'],
    ],
  ])('is %s', (_, resources, states) => {
    expect(statesOf(judge(resources, [line]))).toEqual(states);
  });

  test('is the newest of several older versions', () => {
    const files = ['Pilot-Plan-v1.docx', 'Pilot-Plan-v2.docx', 'Pilot-Plan-v3.docx'];
    const links = files.map((file) => ({ url: `${docs}/${file}`, text: file }));
    const documents = links.map(({ url }) => ({ url, contentType: 'application/pdf' }));
    const report = judge([...pages(links, links), ...documents], ['4122,Plan,Pilot-Plan-v4.docx,']);
    const [here] = report.tasks[0]?.documents[0]?.places ?? [];
    expect([here?.state, here?.sightings.map(({ title }) => title)]).toEqual([
      'older-version',
      files.toReversed(),
    ]);
    expect(here?.reason.en).toContain('“Pilot-Plan-v3.docx”');
  });

  test('is an older version where the name says so', () => {
    const report = judge(
      pages([{ url: `${docs}/teams-adoption-guide-v3.pptx`, text: 'Teams Adoption Guide v3' }], []),
      ['3716,Guide,Teams Adoption Guide v4,'],
    );
    expect(statesOf(report)).toEqual(['older-version', 'elsewhere']);
  });

  test('is not said to be elsewhere without a word of doubt where nobody saw it open', () => {
    const report = judge(
      [
        ...pages([`${docs}/compliance-score-workshop-en.pptx`], []),
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 429 },
      ],
      [line],
    );
    expect(report.tasks[0]?.documents[0]?.places[1]?.reason).toEqual({
      en: `It is not at Specialty Partner Community, but at ${docs}/compliance-score-workshop-en.pptx, which was not checked.`,
      ja: `Specialty Partner Community にはありませんが、${docs}/compliance-score-workshop-en.pptx にあります（開けるかどうかは未確認です）。`,
    });
  });

  test('is called renamed without a word on which name is the newer', () => {
    const report = judge(pages([{ url: `${docs}/cs.pptx`, text: 'Compliance Score Workshop' }], []), [
      '4122,Workshop,Compliance Manager Workshop,',
    ]);
    expect(report.tasks[0]?.documents[0]?.places[0]).toMatchObject({
      state: 'possibly-renamed',
      reason: {
        en: 'FastTrack Playbook lacks it, by this name at least. “Compliance Score Workshop” is “Compliance Manager Workshop” but for the name of the product, which has changed.',
      },
    });
  });

  test('is not called missing where too little was seen', () => {
    expect(statesOf(judge(pages([], []), [line], false))).toEqual(['not-checked', 'not-checked']);
    const walled = pages([], []).map((page) =>
      page.source === 'community' ? { ...page, status: 401 } : page,
    );
    expect(statesOf(judge(walled, [line]))).toEqual(['missing', 'not-checked']);
    const further = (...statuses: readonly number[]) =>
      statuses.map((status, at) => ({ url: `${hub}/${at}`, source: 'hub', status, page: {} }));
    const states = (...statuses: readonly number[]) =>
      statesOf(judge([...pages([], []), ...further(...statuses)], [line]));
    expect(states(200, 401)).toEqual(['missing', 'missing']);
    expect(states(401, 401)).toEqual(['not-checked', 'missing']);
  });

  test.each(['navigation', 'frame', 'media', 'resource', 'refresh', 'redirect'] as const)(
    'is available where only a link of the kind %s leads to it',
    (kind) => {
      const link = { url: `${docs}/cs.pptx`, text: 'Compliance Score Workshop', kind };
      expect(statesOf(judge(pages([link], []), [line]))).toEqual(['available', 'elsewhere']);
    },
  );

  test('says which tasks need a resource', () => {
    const report = judge(
      [
        { url: `${docs}/compliance-score-workshop-en.pptx`, status: 404, id: 7 },
        ...pages([`${docs}/compliance-score-workshop-en.pptx`], []),
      ],
      [line, line.replace('4122', '4123')],
    );
    expect(report.tasksOf(7)).toEqual(['4122', '4123']);
  });
});

test('a document of the same name that may be another is not called renamed, nor lacking', () => {
  const [answer] = judge(pages([{ url: `${docs}/plan.xlsx`, text: '展開計画テンプレート' }], []), [
    '4122,展開,展開計画テンプレート,',
  ]).tasks;
  expect(answer?.documents[0]?.places.map(({ reason }) => reason)).toMatchObject([
    {
      en: expect.stringMatching(
        /has “展開計画テンプレート”, but by this name alone it is not certain/,
      ) as string,
      ja: expect.stringMatching(/に「展開計画テンプレート」がありますが、名前だけでは/) as string,
    },
    { en: expect.stringContaining('lacks it, by this name at least.') as string },
  ]);
});

test('a document of the same name is told of before others that may mean the same', () => {
  const links = [
    { url: `${docs}/deploy.pdf`, text: 'Deployment guide' },
    { url: `${docs}/tejun.pdf`, text: '導入手順書' },
  ];
  const [answer] = judge(pages(links, []), ['4122,Plan,Deployment guide,']).tasks;
  expect(answer?.documents[0]?.places[0]?.reason.en).toMatch(
    /has “Deployment guide”, but by this name alone/,
  );
  expect(answer?.documents[0]?.suggestions[0]?.title).toBe('Deployment guide');
});

test('lists that disagree, documents nobody names and documents at two addresses are found', () => {
  const report = judge(
    pages(
      [{ url: `${docs}/teams-adoption-guide.pptx`, text: 'Teams Adoption Guide' }, `${docs}/orphan.pptx`],
      [{ url: 'https://cdn.example.org/teams-adoption-guide.pptx', text: 'Teams Adoption Guide' }],
    ).concat({ url: `${hub}/viewer.pptx`, source: 'hub', title: 'Viewer' }),
    [
      `4122,One,Teams Adoption Guide,${docs}/teams-adoption-guide.pptx`,
      '4123,二つ目,,',
      `4122,One,Other,${docs}/other.pptx`,
    ],
  );
  expect(report.findings.map(({ kind, tasks }) => [kind, tasks])).toEqual([
    ['listed-differently', ['4122']],
    ['only-in-one-language', ['4122']],
    ['only-in-one-language', ['4123']],
    ['several-addresses', ['4122']],
    ['unnamed-documents', []],
  ]);
  expect(report.findings[0]?.message).toEqual({
    en: 'Task 4122 is listed 2 times with different documents: “Teams Adoption Guide” (list.csv:2); “Other” (list.csv:4).',
    ja: 'タスク 4122 は 2 回記載され、資料が一致しません: 「Teams Adoption Guide」 (list.csv:2)；「Other」 (list.csv:4)。',
  });
  expect(report.findings.at(-1)?.items).toEqual([`${docs}/orphan.pptx`]);
});

test.each([
  ['one of which names no document', ['4122,One,Deck,', '4123,Two,,', '4122,One,,']],
  ['in two languages', ['4122,Plan the pilot,Pilot plan,', '4122,試行を計画する,試行計画書,']],
])('entries of a task do not disagree, %s', (_, lines) => {
  const { findings } = judge(pages([], []), lines);
  expect(findings.map(({ kind }) => kind)).not.toContain('listed-differently');
});

test('which of several documents a task means does not depend on the order in which they were found', () => {
  const linked = ['b', 'a', 'c'].map((name) => ({ url: `${docs}/${name}.pptx`, text: 'Pilot plan' }));
  const named = [linked, linked.toReversed()].map((links) =>
    judge(pages(links, []), ['4122,Plan,Pilot plan,']).tasks[0]?.documents[0]?.sightings.map(
      ({ url }) => url,
    ),
  );
  expect(named[0]).toEqual(['a', 'b', 'c'].map((name) => `${docs}/${name}.pptx`));
  expect(named[1]).toEqual(named[0]);
});

test('a document whose link says nothing is called what its page is called, else what its task is', () => {
  const titlesFor = (row: string): readonly string[] =>
    judge(
      [...pages([{ url: `${docs}/mip`, text: 'here' }], []), { url: `${docs}/mip`, title: 'MIP Workshop' }],
      [row],
    ).tasks.flatMap(({ documents }) => documents.map(({ title }) => title));
  expect(titlesFor(`4122,Compliance,こちら,${docs}/mip`)).toEqual(['MIP Workshop']);
  expect(titlesFor(`4122,Compliance,Download,${docs}/other`)).toEqual(['Compliance']);
  expect(titlesFor(`4122,Compliance,MIP,${docs}/mip`)).toEqual(['MIP']);
});

test('sheets that disagree are told apart', () => {
  const where = (sheet: string) => ({ file: 'list.xlsx', sheet, line: 2 });
  const rows = rowsOf([line, line.replace('Score Workshop,', 'Manager Workshop,')]).map((row, at) => ({
    ...row,
    documents: row.documents.map((document) => ({ ...document, url: `${docs}/${at}.pptx` })),
    where: where(at === 0 ? '現行' : '旧版'),
  }));
  const [finding] = reconcile({
    rows,
    snapshot: snapshotOf({ sources, resources: pages([], []) }),
    verdictOf: () => null,
    places,
  }).findings;
  expect(finding?.message.en).toMatch(/list\.xlsx:現行:2\).*list\.xlsx:旧版:2\)/);
});

describe('what comes in place of a document', () => {
  const instead = (status: number, title: string, cell: string) =>
    judge(
      [
        ...pages([{ url: `${docs}/x`, text: 'こちら' }], []),
        { url: `${docs}/x`, status, title, page: { title, heading: title, language: 'ja' } },
      ],
      [`4122,Deliver the Workshop,${cell},${docs}/x`],
    ).tasks[0]?.documents[0];

  test.each([
    [401, 'サインイン'],
    [404, '404'],
  ])('with %i does not name it', (status, title) => {
    const answer = instead(status, title, 'こちら');
    expect(answer?.title).toBe('Deliver the Workshop');
    expect(answer?.sightings.map((sighting) => sighting.title)).not.toContain(title);
  });

  test('does not tell its language by its address', () => {
    const report = judge(
      [
        ...pages([{ url: `${docs}/y`, text: 'Teams Adoption Guide' }], []),
        { url: `${docs}/y`, location: `${docs}/ja-jp/SignIn` },
        { url: `${docs}/ja-jp/SignIn`, status: 401, page: { title: 'サインイン', language: 'ja' } },
      ],
      ['4122,Adopt,Teams Adoption Guide,'],
    );
    expect(statesOf(report)).toEqual(['sign-in', 'elsewhere']);
  });

  test('does not tell its language', () => {
    const report = judge(
      [
        ...pages([{ url: `${docs}/y`, text: 'Teams Adoption Guide' }], []),
        { url: `${docs}/y`, status: 401, page: { title: 'サインイン', language: 'ja' } },
      ],
      ['4122,Adopt,Teams Adoption Guide,'],
    );
    expect(statesOf(report)).toEqual(['sign-in', 'elsewhere']);
  });
});
