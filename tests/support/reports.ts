import { reportSchema, reportVersion, type Finding, type Report } from '../../src/model/report.js';
import { levels, states } from '../../src/model/verdict.js';

/** The report that a JSON report holds. Throws if it is not what its schema says. */
export function parseReport(json: string): Report {
  return reportSchema.parse(JSON.parse(json));
}

const hub = 'https://hub.example/ja-jp/playbook';

/** A finding as the crawl makes them: a dead link on the Services Workshops page, unless told otherwise. */
export function buildFinding(different: Partial<Finding> = {}): Finding {
  return {
    id: 'a1b2c3d4',
    url: 'https://documents.example/mip/compliance-score-workshop.pptx',
    title: 'Compliance Score Workshop',
    verdict: 'broken',
    level: 'error',
    rule: 'not-found',
    status: 404,
    reason: 'The server says that there is no such page (HTTP 404).',
    evidence: {
      attempts: [
        { at: '2026-11-22T08:15:04.000Z', milliseconds: 112, method: 'HEAD', result: 404 },
        { at: '2026-11-22T08:16:31.000Z', milliseconds: 98, method: 'GET', result: 404 },
      ],
      hops: [],
      finalUrl: 'https://documents.example/mip/compliance-score-workshop.pptx',
      contentType: 'text/html',
      bytes: 1245,
      correlation: { 'x-ms-request-id': '5f1c9d1e-701e-0043-1b2c-3d4e5f000000' },
      detail: null,
      facts: {},
    },
    trail: [
      { url: `${hub}/index.html`, place: ['FastTrack Playbook'], headings: [], text: 'Resource' },
      {
        url: `${hub}/resource/services-workshops.html`,
        place: ['FastTrack Playbook', 'Resource', 'Services Workshops'],
        headings: ['Microsoft Information Protection (MIP)'],
        text: 'Compliance Score Workshop',
      },
    ],
    referrers: [
      {
        url: `${hub}/resource/services-workshops.html`,
        text: 'Compliance Score Workshop',
        headings: ['Microsoft Information Protection (MIP)'],
      },
      { url: `${hub}/phases/envision.html`, text: 'Compliance Score', headings: ['Workshops'] },
      { url: `${hub}/phases/envision.html`, text: 'workshop deck', headings: ['Next steps'] },
    ],
    also: [],
    affected: 1,
    tasks: ['4122'],
    ...different,
  };
}

/** A report around findings, its totals counted from them and from a thousand healthy resources. */
export function buildReport(findings: readonly Finding[], different: Partial<Report> = {}): Report {
  const count = <Key extends string>(
    keys: readonly Key[],
    of: (finding: Finding) => Key,
  ): Record<Key, number> =>
    Object.fromEntries(keys.map((key) => [key, findings.filter((one) => of(one) === key).length])) as Record<
      Key,
      number
    >;
  const byVerdict = count(states, ({ verdict }) => verdict);
  return {
    version: reportVersion,
    tool: { name: 'playbook-health', version: '0.1.0' },
    language: 'en',
    run: {
      id: '20261122T081500Z-1f3a',
      start: '2026-11-22T08:15:00.000Z',
      end: '2026-11-22T08:16:42.000Z',
      complete: true,
      limitsReached: [],
      unreachable: [],
      sources: [
        { id: 'hub', title: 'FastTrack Ready Partner Hub', seeds: [`${hub}/index.html`] },
        { id: 'community', title: 'Specialty Partner Community', seeds: ['https://community.example/'] },
      ],
    },
    totals: {
      resources: findings.length + 1000,
      pages: 412,
      links: 18_230,
      byVerdict: { ...byVerdict, healthy: byVerdict.healthy + 1000 },
      byRule: count([...new Set(findings.map(({ rule }) => rule))], ({ rule }) => rule),
      byLevel: count(levels, ({ level }) => level),
      hiddenBySignIn: byVerdict['not-checked'] / (findings.length + 1000),
    },
    findings: [...findings],
    tasks: [],
    taskLists: [],
    listFindings: [],
    resources: null,
    ...different,
  };
}

/** One finding of each state, as the demo portals hold them. */
function sampleFindings(language: Report['language'] = 'en'): readonly Finding[] {
  const japanese = language === 'ja';
  const { evidence } = buildFinding();
  return [
    buildFinding(
      japanese
        ? {
            title: 'コンプライアンス スコア ワークショップ',
            reason: 'サーバーは、このページは存在しないと答えました (HTTP 404)。',
            trail: [
              {
                url: `${hub}/resource/services-workshops.html`,
                place: ['FastTrack プレイブック', 'リソース', 'サービス ワークショップ'],
                headings: ['Microsoft Information Protection (MIP)'],
                text: 'コンプライアンス スコア ワークショップ',
              },
            ],
          }
        : {},
    ),
    buildFinding({
      id: 'b2',
      url: `${hub}/teams/skype-to-teams-transition-overview.html`,
      title: japanese ? 'Skype から Teams への移行の概要' : 'Skype to Teams Transition Overview',
      rule: 'server-error',
      status: 500,
      reason: japanese
        ? 'サーバーがエラーを返しました (HTTP 500)。ページの内容は空でした。'
        : 'The server failed (HTTP 500) and sent an empty page.',
      tasks: [],
    }),
    buildFinding({
      id: 'c3',
      url: 'https://retired-cdn.example/',
      title: 'retired-cdn.example',
      rule: 'dns',
      label: japanese ? 'ホストなし' : 'no host',
      status: null,
      reason: japanese ? 'このホスト名は存在しません。' : 'There is no host of this name.',
      evidence: {
        ...evidence,
        attempts: [{ at: '2026-11-22T08:15:30.000Z', milliseconds: 12, method: 'GET', result: 'dns' }],
        finalUrl: null,
        contentType: null,
        bytes: null,
        correlation: {},
        detail: 'ENOTFOUND',
      },
      affected: 37,
      tasks: ['1031', '2210'],
    }),
    buildFinding({
      id: 'd4',
      url: 'https://community.example/knowledgebase/article/KB-01528/ja-jp',
      title: '',
      verdict: 'not-checked',
      level: 'warning',
      rule: 'sign-in',
      label: japanese ? 'サインイン' : 'sign-in',
      status: 302,
      reason: japanese
        ? 'サインインが必要なため、確認できませんでした。'
        : 'A sign-in stands in front of it.',
      tasks: [],
    }),
    buildFinding({
      id: 'e5',
      url: 'http://hub.example/old/teams.html',
      title: japanese ? 'Teams の展開' : 'Deploy Teams',
      verdict: 'redirected',
      level: 'info',
      rule: 'permanent-redirect',
      status: 200,
      reason: japanese ? '恒久的に別のアドレスへ転送されます。' : 'It has moved for good.',
      evidence: {
        ...evidence,
        hops: [{ url: 'http://hub.example/old/teams.html', status: 301 }],
        finalUrl: 'https://hub.example/teams.html',
      },
      trail: [],
      referrers: [],
      tasks: [],
    }),
  ];
}

/** A report of one finding of each state. */
export function sampleReport(language: Report['language'] = 'en'): Report {
  const report = buildReport(sampleFindings(language), { language });
  return { ...report, run: { ...report.run, complete: false, limitsReached: ['max-pages'] } };
}

/** What so many nights came to, one of them incomplete where there is room for it. */
export function buildTrend(nights: number): NonNullable<Report['trend']> {
  return Array.from({ length: nights }, (_, night) => ({
    run: `night-${night}`,
    start: new Date(Date.UTC(2026, 10, 23 + night - nights, 8, 15)).toISOString(),
    complete: night !== 3,
    unreachable: 0,
    byVerdict: { healthy: 1000, redirected: 30, 'not-checked': 12, broken: 40 + ((night * 7) % 11) },
  }));
}

/** A report with so many findings, no two alike, under a tree of places. */
export function largeReport(count: number, language: Report['language'] = 'en'): Report {
  const pattern = sampleFindings(language);
  const findings = Array.from({ length: count }, (_, position) => {
    const model = pattern[position % pattern.length]!;
    const [part, page] = [position % 7, position % 61];
    const last = buildFinding().trail[1]!;
    return {
      ...model,
      id: `${model.id}-${position}`,
      url: `${model.url}?${position}`,
      title: `${model.title || 'Article'} ${position}`,
      trail: [
        {
          ...last,
          place: ['FastTrack Playbook', `Part ${part}`, `Page ${page}`],
          text: `Document ${position}`,
        },
      ],
    };
  });
  return buildReport(findings, { language });
}
