import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig, type ConfigInput } from '../../src/config/parse.js';
import { configSchema } from '../../src/model/config.js';
import { describeProblem } from '../../src/model/problem.js';
import { thresholds } from '../../src/model/threshold.js';
import { processorTime } from '../support/processor-time.js';

const nothing: ConfigInput = { text: '', environment: {}, seeds: [], overrides: [] };

function parse(input: Partial<ConfigInput>) {
  return parseConfig({ ...nothing, ...input }, configSchema);
}

function problems(input: Partial<ConfigInput>): readonly string[] {
  return parse(input).problems.map(describeProblem);
}

describe('a sound configuration', () => {
  test('is everything by default', () => {
    expect(parse({}).config).toEqual(configSchema.parse({}));
  });

  test('may be JSON', () => {
    expect(parse({ text: '{"limits": {"concurrency": 4},\n "deep": true}' }).config).toMatchObject({
      limits: { concurrency: 4, perHost: 8 },
      deep: true,
    });
  });

  test('has variables, defaults and plain dollars put in, once', () => {
    const text = 'userAgent: "${NAME}/${VERSION:-1.0}/${EMPTY:-none}/$${NAME}"';
    const environment = { NAME: '${VERSION}', EMPTY: '' };
    expect(parse({ text, environment }).config?.userAgent).toBe('${VERSION}/1.0/none/${NAME}');
  });

  test('has numbers and truth values from the environment where no text will do', () => {
    const text =
      'confirm: ${N}\nkeep: ${K:-30}\ndeep: "${D}"\nlimits: { maxTime: "${T:-90}" }\nuserAgent: ${N}\nmaxStore: ${M:-7}';
    expect(parse({ text, environment: { N: '3', D: 'true' } }).config).toMatchObject({
      confirm: 3,
      keep: 30,
      deep: true,
      limits: { maxTime: 90 },
      userAgent: '3',
      maxStore: 7,
    });
    const messages = (N: string) =>
      parse({ text: 'confirm: ${N}', environment: { N } }).problems.map(({ message }) => message);
    expect(messages('hush')).toEqual(['"confirm" must be a number, not a text']);
    expect(messages('99')).toEqual(['"confirm" must be at most 14']);
    expect(parse({ text: 'confirm: "3"' }).config).toBeNull();
  });

  test('cannot be rewritten by what a variable holds', () => {
    expect(parse({ text: 'store: ${X}', environment: { X: 'a\ninsecure: true' } }).config).toMatchObject({
      store: 'a\ninsecure: true',
      insecure: false,
    });
  });

  test('may take in other maps by merge keys: its own values first, then those of the first', () => {
    const text = `sources:
  - &base { id: hub, seeds: ["https://hub.example/"], maxDepth: 3, credentials: &c { headers: { A: a } } }
  - { <<: [{ maxDepth: 5 }, *base], id: other, seeds: ["https://other.example/"] }
  - id: third
    <<: { <<: *base, maxPages: 7 }
    credentials: { <<: *c, bearer: b }`;
    const { config, problems: found } = parse({ text });
    expect(found).toEqual([]);
    expect(config?.sources).toMatchObject([
      { id: 'hub', maxDepth: 3 },
      { id: 'other', maxDepth: 5, seeds: ['https://other.example/'], credentials: { headers: { A: 'a' } } },
      {
        id: 'third',
        maxDepth: 3,
        maxPages: 7,
        seeds: ['https://hub.example/'],
        credentials: { headers: { A: 'a' }, bearer: 'b' },
      },
    ]);
  });

  test('gains nothing from a prototype that is merged into it', () => {
    const [problem] = problems({ text: 'limits: { <<: { __proto__: { retries: 7 } } }' });
    expect(problem).toMatch(/^1:17: unknown key "__proto__" /);
  });

  test('merges within bounds', () => {
    const maps = Array.from({ length: 40 }, (_, at) => `  - &m${at + 1} { <<: [*m${at}, *m${at}] }`);
    const text = ['rules:', '  - &m0 {}', ...maps].join('\n');
    expect(problems({ text })).toEqual(['1:1: the configuration has too many values (use fewer "*aliases")']);
  });

  test('may repeat itself by aliases', () => {
    const text = 'sources:\n  - { id: a, seeds: &s ["https://a.example/"] }\n  - { id: b, seeds: *s }';
    expect(parse({ text }).config?.sources[1]?.seeds).toEqual(['https://a.example/']);
  });

  test('names files from its own folder', () => {
    const text = 'sources: [{ id: a, seeds: ["https://a.example/"], credentials: { cookies: ../jar.txt } }]';
    const { config, read } = parse({ text, file: '/etc/portal/c.yaml' });
    expect(config?.sources[0]?.credentials.cookies).toBe('/etc/jar.txt');
    expect(read).toMatchObject([{ file: '/etc/jar.txt', name: '"cookies"', place: { line: 1 } }]);
  });

  test('names what commands keep from its own folder, too, and that need not be there', () => {
    const parsed = (text: string) => parse({ text, file: '/etc/portal/c.yaml' });
    const { config, read } = parsed('known: known-issues.yaml\nbaseline: baseline.json');
    expect(config).toMatchObject({
      known: '/etc/portal/known-issues.yaml',
      baseline: '/etc/portal/baseline.json',
    });
    expect(read).toEqual([]);
    expect(parsed('baseline: 20261122T081500123Z-1f3a').config?.baseline).toBe('20261122T081500123Z-1f3a');
  });
});

describe('overrides', () => {
  const text =
    'sources:\n  - { id: a, seeds: ["https://a.example/"], exclude: [x] }\n  - { id: b, seeds: ["https://b.example/"] }';

  test('outweigh the file, in every source', () => {
    const overrides = [
      { path: ['sources', '*', 'maxDepth'], value: 2, name: '--max-depth' },
      { path: ['sources', '*', 'exclude'], value: 'y', name: '--exclude', adds: true },
      { path: ['limits', 'retries'], value: 0, name: '--retries' },
    ];
    expect(parse({ text, overrides }).config).toMatchObject({
      limits: { retries: 0 },
      sources: [
        { maxDepth: 2, exclude: ['x', 'y'] },
        { maxDepth: 2, exclude: ['y'] },
      ],
    });
  });

  test('are told by the name they were given, all together with the mistakes of the file and the seeds', () => {
    const overrides = [
      { path: ['limits', 'concurrency'], value: 5000, name: '--concurrency' },
      { path: ['sources', '*', 'include'], value: '(', name: '--include', adds: true },
      { path: ['failOn'], value: 'brocken', name: '--fail-on' },
    ];
    expect(
      problems({
        text: 'deep: maybe',
        file: 'c.yaml',
        overrides,
        seeds: ['htp://example.com', 'https://ok.example/'],
      }),
    ).toEqual([
      'c.yaml:1:7: "deep" must be true or false, not a text',
      '"htp://example.com" is not a complete http or https address (did you mean "http://example.com"?)',
      '--include is not a regular expression: Unterminated group (a backslash makes a special character plain: "\\." is a dot)',
      '--concurrency must be at most 1024',
      `--fail-on must be one of ${thresholds.map((threshold) => `"${threshold}"`).join(', ')} (did you mean "broken"?)`,
    ]);
  });
});

describe('addresses to start from', () => {
  const text = `sources:
  - { id: hub, seeds: ["https://hub.example/", "https://docs.example/"], maxDepth: 3 }
  - { id: other, seeds: ["https://other.example/"] }`;

  test('become sources, one a host', () => {
    const title = (seed: string) => parse({ seeds: [seed] }).config?.sources[0]?.title;
    expect(title('https://xn--r8jz45g.example:81/')).toBe('例え.example:81');
    expect(title('http://[::1]:81/')).toBe('[::1]:81');
    const seeds = [
      'https://a.example/x',
      'http://127.0.0.1:8080/',
      'https://a.example/y',
      'https://a.example/x',
    ];
    expect(parse({ seeds }).config?.sources.map(({ id, seeds }) => [id, seeds])).toEqual([
      ['a-example', ['https://a.example/x', 'https://a.example/y']],
      ['127-0-0-1-8080', ['http://127.0.0.1:8080/']],
    ]);
  });

  test('narrow a configuration to what they name, and keep what it says of them', () => {
    const seeds = ['https://docs.example/deep/', 'https://hub.example/x', 'https://new.example/'];
    expect(parse({ text, seeds }).config?.sources).toMatchObject([
      { id: 'hub', seeds: ['https://docs.example/deep/', 'https://hub.example/x'], maxDepth: 3 },
      { id: 'new-example', seeds: ['https://new.example/'] },
    ]);
  });

  test('may be files and folders, which are one source', () => {
    const seeds = ['site/', '/a b/日本#1?.html', 'https://a.example/', '-', 'file:///x/y.md'];
    const { config, seeds: looked } = parse({ seeds });
    expect(config?.sources.map(({ id, title, seeds }) => [id, title, seeds])).toEqual([
      [
        'files',
        '',
        [
          pathToFileURL(resolve('site')).href,
          'file:///a%20b/%E6%97%A5%E6%9C%AC%231%3F.html',
          'file:///dev/stdin',
          'file:///x/y.md',
        ],
      ],
      ['a-example', 'a.example', ['https://a.example/']],
    ]);
    expect(looked.map(({ written }) => written)).toEqual(['site/', '/a b/日本#1?.html', 'file:///x/y.md']);
    expect(parse({ seeds: ['decks/deck.pptx'] }).config?.sources[0]?.title).toBe('deck.pptx');
  });

  test('can be served at one address only if there is one folder among them', () => {
    const served = { path: ['sources', '*', 'servedAt'], value: 'https://a.example/', name: '--served-at' };
    const problemsOf = (...seeds: readonly string[]) =>
      parse({ seeds, overrides: [served] }).problems.map(({ message }) => message);
    expect(problemsOf('site/')).toEqual([]);
    expect(problemsOf('site/', 'https://b.example/')).toEqual([]);
    const message = '--served-at is the address of one folder, which has to be the only seed';
    for (const seeds of [['site/', 'more/'], ['https://b.example/'], ['-']])
      expect(problemsOf(...seeds)).toEqual([message]);
  });

  test('that are files are named from the folder of the configuration', () => {
    const text = 'sources: [{ id: docs, seeds: [site/, https://a.example/, ../links.txt] }]';
    expect(parse({ text, file: '/etc/portals/c.yaml' }).config?.sources[0]?.seeds).toEqual([
      'file:///etc/portals/site',
      'https://a.example/',
      'file:///etc/links.txt',
    ]);
  });

  test.each([
    ['example.com/docs', 'did you mean "https://example.com/docs"?'],
    ['deck.pptx', 'give the path of a file or folder, or an address such as "https://example.com/"'],
    ['C:\\deck.pptx', 'give the path of a file or folder, or an address such as "https://example.com/"'],
  ])('that are nothing, such as %j, may have been meant as either', (seed, hint) => {
    const { absence } = parse({ seeds: [seed] }).seeds[0] ?? {};
    expect(absence?.message).toBe(
      `"${seed}" is neither a file or folder that is there nor a complete http or https address`,
    );
    expect(absence?.hint).toBe(hint);
  });

  test.skipIf(process.platform === 'win32')('that are files of another machine are told to be', () => {
    expect(problems({ seeds: ['file://host/a.md'] })).toEqual([
      '"file://host/a.md" is a file of another machine (give the path by which this machine reaches it)',
    ]);
  });

  test('get names of their own', () => {
    const seeds = ['https://a.example/', 'http://a.example/', 'http://[::1]/'];
    expect(parse({ seeds }).config?.sources.map(({ id }) => id)).toEqual(['a-example', 'a-example-2', '1']);
  });
});

describe('whatever stands in a configuration', () => {
  const fragments = [
    'a: ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!x ',
    '"',
    "'",
    '|\n',
    '\n',
    '  ',
    '\t',
    '#',
    ', ',
    '${',
    '}',
    '---\n',
    '%YAML 1.1\n',
    '<<: ',
    'sources:',
    'seeds',
    '\u0000',
    '😀',
    'id: hub',
  ];

  test('it is read or refused, and every problem has a place inside it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join('')),
      fc.json({ maxDepth: 4 }),
    );
    fc.assert(
      fc.property(text, (text) => {
        const { config, problems } = parse({ text, file: 'c.yaml' });
        expect(config === null).toBe(problems.length > 0);
        for (const { place } of problems) {
          expect(place.file).toBe('c.yaml');
          expect(place.line ?? 1).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
      { numRuns: 800 },
    );
  });

  test.each([
    '[',
    '{a: ',
    '- ',
    'a: ',
    '? ',
    '"',
    '*a ',
    '&a ',
    '!!str ',
    'a: &a [x]\n',
    '}',
    '"\\\n',
    '\r',
    '${X',
    '*a,',
  ])('it takes no time to speak of, were it %j again and again', (fragment) => {
    const text = fragment.repeat(Math.floor(20_000 / fragment.length));
    expect(processorTime(() => [parse({ text }), parse({ text: `a: [${text}` })])).toBeLessThan(5000);
  });
});
