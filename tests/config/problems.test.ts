import { describe, expect, test } from 'vitest';
import { configurationSchema } from '../../src/app/configure.js';
import { loadConfig } from '../../src/config/load.js';
import { parseConfig } from '../../src/config/parse.js';
import { configSchema } from '../../src/model/config.js';
import { thresholds } from '../../src/model/threshold.js';
import { describeProblem } from '../../src/model/problem.js';

const source = 'sources:\n  - id: hub\n    seeds: [https://a.example/]\n';

const knownKeys = Object.keys(configurationSchema.shape).join(', ');
const choices = thresholds.map((threshold) => `"${threshold}"`).join(', ');

const mistakes: readonly (readonly [string, string, readonly string[]])[] = [
  ['unknown key', 'failon: broken', ['1:1: unknown key "failon" (did you mean "failOn"?)']],
  [
    'unknown key without a neighbour',
    'colour: red',
    [`1:1: unknown key "colour" (known here: ${knownKeys})`],
  ],
  [
    'unknown key in a source',
    source + '    maxdepht: 3',
    ['4:5: unknown key "maxdepht" (did you mean "maxDepth"?)'],
  ],
  ['wrong type', 'limits:\n  concurrency: many', ['2:16: "concurrency" must be a number, not a text']],
  [
    'quoted number',
    'limits:\n  concurrency: "8"',
    ['2:16: "concurrency" must be a number, not a text (leave the quotes out)'],
  ],
  [
    'a unit behind a number',
    'limits: { maxTime: 3h, minGap: 500 ms }',
    [
      '1:20: "maxTime" must be a number, not a text (leave its unit out: config/config.schema.json says which it is)',
      '1:32: "minGap" must be a number, not a text (leave its unit out: config/config.schema.json says which it is)',
    ],
  ],
  ['fraction', source + '    maxDepth: 1.5', ['4:15: "maxDepth" must be a whole number']],
  ['too small', 'limits: { concurrency: 0 }', ['1:24: "concurrency" must be at least 1']],
  ['no time at all', 'limits: { headersTimeout: 0 }', ['1:27: "headersTimeout" must be at least 1']],
  ['no folder', 'store: "${NO:-}"', ['1:8: "store" must not be empty']],
  ['too big', 'limits:\n  perHost: 5000', ['2:12: "perHost" must be at most 1024']],
  ['more than a timer counts', 'limits:\n  maxTime: 9999999', ['2:12: "maxTime" must be at most 2147483']],
  [
    'yes',
    'insecure: yes',
    ['1:11: "insecure" must be true or false, or a list, not a text (did you mean true?)'],
  ],
  [
    'one host in place of a list',
    'insecure: intranet.example.com',
    [
      '1:11: "insecure" must be true or false, or a list, not a text (write "- " before it, on a line of its own)',
    ],
  ],
  [
    'neither of two kinds, and none at all',
    'insecure: { host: a.example }\ntasks: [5, null]',
    [
      '1:11: "insecure" must be true or false, or a list, not a map',
      '2:9: entry 1 of "tasks" must be a text, or a map of keys and values, not a number (put it in quotes)',
      '2:12: entry 2 of "tasks" has no value (give it a text, or a map of keys and values, or leave the line out)',
    ],
  ],
  [
    'neither of two kinds',
    'keep: true\nglossary: [a]\ntasks: [4122]',
    [
      '1:7: "keep" must be a number, or a text, not true or false (a number of runs such as 30, or of days such as 90d)',
      '2:11: "glossary" must be a text, or a map of keys and values, not a list',
      '3:9: entry 1 of "tasks" must be a text, or a map of keys and values, not a number (put it in quotes)',
    ],
  ],
  [
    'no value of two kinds',
    'keep:',
    ['1:6: "keep" has no value (give it a number, or a text, or leave the line out)'],
  ],
  [
    'globs for patterns',
    source + '    exclude: ["*.html", "https://a.example/**", "*.{htm,html}"]',
    [
      '4:15: entry 1 of "exclude" is not a regular expression: Nothing to repeat (for "*.html" write "\\.html$")',
      '4:25: entry 2 of "exclude" is not a regular expression: Nothing to repeat (for "https://a.example/**" write "^https://a\\.example/")',
      '4:49: entry 3 of "exclude" is not a regular expression: Nothing to repeat (a backslash makes a special character plain: "\\." is a dot)',
    ],
  ],
  ['a number for text', 'store: 12', ['1:8: "store" must be a text, not a number (put it in quotes)']],
  [
    'no value',
    'limits:\n  retries:',
    ['2:11: "retries" has no value (give it a number, or leave the line out)'],
  ],
  [
    'a text for a list',
    'output: report.json',
    ['1:9: "output" must be a list, not a text (write "- " before it, on a line of its own)'],
  ],
  ['a list for a map', 'limits: [1]', ['1:9: "limits" must be a map of keys and values, not a list']],
  ['not a map', '- a\n- b', ['1:1: the configuration must be a map of keys and values, not a list']],
  ['plain text', 'hello', ['1:1: the configuration must be a map of keys and values, not a text']],
  ['choice', 'failOn: brokn', [`1:9: "failOn" must be one of ${choices} (did you mean "broken"?)`]],
  ['language', 'language: de', ['1:11: "language" must be one of "en", "ja"']],
  ['missing id', 'sources:\n  - seeds: [https://a.example/]', ['2:5: "id" is missing (it must be a text)']],
  [
    'bad id',
    'sources:\n  - id: The Hub\n    seeds: [https://a.example/]',
    ['2:9: "id" must be lower-case letters, digits and hyphens'],
  ],
  ['no seeds', 'sources:\n  - id: hub\n    seeds: []', ['3:12: "seeds" must have at least one entry']],
  [
    'seed without scheme',
    'sources:\n  - id: hub\n    seeds:\n      - https://a.example/\n      - www.example.com/x',
    [
      '5:9: entry 2 of "seeds" is neither a file or folder that is there nor a complete http or https address (did you mean "https://www.example.com/x"?)',
    ],
  ],
  [
    'seed for what is piped in',
    'sources:\n  - id: hub\n    seeds: ["-"]',
    ['3:13: entry 1 of "seeds" is no file that is there (what is piped in is named on the command line)'],
  ],
  [
    'seed slip',
    'sources:\n  - id: hub\n    seeds: [hhttps://a.example/]',
    ['3:13: entry 1 of "seeds" is not a complete http or https address (did you mean "https://a.example/"?)'],
  ],
  [
    'seed ftp',
    'sources:\n  - id: hub\n    seeds: ["ftp://a.example/"]',
    ['3:13: entry 1 of "seeds" is a "ftp:" address (only http and https can be asked)'],
  ],
  [
    'seed password',
    'sources:\n  - id: hub\n    seeds: ["https://me:hunter2@a.example/"]',
    [
      '3:13: entry 1 of "seeds" has a user name or password in it (put them into "credentials" of a configuration)',
    ],
  ],
  [
    'regex',
    source + '    exclude:\n      - "(unclosed"\n      - "fine"\n      - "["',
    [
      '5:9: entry 1 of "exclude" is not a regular expression: Unterminated group (a backslash makes a special character plain: "\\." is a dot)',
      '7:9: entry 3 of "exclude" is not a regular expression: Unterminated character class (a backslash makes a special character plain: "\\." is a dot)',
    ],
  ],
  [
    'header',
    source + '    credentials:\n      headers:\n        "X Y": z',
    ['6:9: "X Y" is not the name of a header'],
  ],
  [
    'header value',
    source + '    credentials:\n      headers:\n        X: "a\\nb"',
    ['6:12: "X" has a character in it that no header can carry'],
  ],
  [
    'user agent',
    'userAgent: リンク確認',
    ['1:12: "userAgent" has a character in it that no header can carry'],
  ],
  [
    'token over two lines',
    source + '    credentials:\n      bearer: "abc\\ndef"',
    ['5:15: "bearer" has a character in it that no header can carry'],
  ],
  [
    'two sign-ins',
    source + '    credentials:\n      bearer: ${PORTAL_TOKEN}\n      bearerFile: x',
    ['6:7: "bearerFile" and "bearer" are two ways to say the same (keep one of them)'],
  ],
  [
    'a canary where nobody is signed in',
    source +
      '    credentials: { bearer: x }\n    canary: { url: http://a.example/me, contains: Ann }\n' +
      '  - { id: b, seeds: [https://b.example/], credentials: { bearer: y }, canary: { url: "https://b.example:443/", contains: Bo } }\n' +
      '  - { id: c, seeds: [https://c.example/], canary: { url: https://d.example/, contains: open } }',
    [
      '5:20: "url" is on none of the hosts of the seeds, so no credentials are sent there (take a page of the portal itself, with the same scheme and port)',
    ],
  ],
  [
    'an address for what is no folder',
    source + '    servedAt: https://a.example/guide/',
    [
      '4:15: "servedAt" is the address of one folder, which has to be the only seed (make a source of its own of each folder)',
    ],
  ],
  [
    'an address that is none of a folder',
    source + '    servedAt: https://a.example/?page=1',
    [
      '4:15: "servedAt" is not the address of a folder: leave out what starts with ? or #',
      '4:15: "servedAt" is the address of one folder, which has to be the only seed (make a source of its own of each folder)',
    ],
  ],
  [
    'repeated id',
    source + '  - id: hub\n    seeds: [https://b.example/]',
    ['4:9: "id" is the same as another source\'s, "hub" (give each source its own)'],
  ],
  ['search', source + '    search: https://a.example/search', ['4:13: "search" must contain {query}']],
  [
    'unset variable',
    source + '    credentials:\n      bearer: ${PORTAL_TOKE}',
    ['5:15: the environment variable "PORTAL_TOKE" is not set (did you mean "PORTAL_TOKEN"?)'],
  ],
  [
    'unset variables in one line',
    'output: ["${ONE_THING}.md", "x-${TWO_THINGS}.md"]',
    [
      '1:11: the environment variable "ONE_THING" is not set (set it, or write "${ONE_THING:-default}")',
      '1:32: the environment variable "TWO_THINGS" is not set (set it, or write "${TWO_THINGS:-default}")',
    ],
  ],
  [
    'bad variable',
    'userAgent: "a ${1x} b"',
    ['1:15: "${" is not followed by a name and "}" (write "$${" for a plain "${")'],
  ],
  [
    'duplicate key',
    'deep: true\nstore: x\ndeep: false',
    ['3:1: the key "deep" is given twice (keep one of them)'],
  ],
  ['tab', 'limits:\n	concurrency: 3', ['2:1: a tab cannot indent (use spaces)']],
  [
    'indentation',
    'limits:\n  concurrency: 3\n perHost: 4',
    ['3:1: the indentation does not fit (keys that belong together start in the same column)'],
  ],
  [
    'open bracket',
    'output: [a.md, b.md',
    ['1:20: a bracket opened above is not closed here (close it, or indent this line more)'],
  ],
  ['open quote', 'store: "x', ['1:10: a quotation mark opened above is not closed']],
  [
    'second colon',
    'userAgent: a: b',
    [
      '1:12: there is a second ":" in this line, or the next is indented too far (put a value that has ": " in it in quotes)',
    ],
  ],
  [
    'missing colon',
    'deep\nstore: x',
    ['1:1: a ":" is missing, or the indentation does not fit (write "key: value")'],
  ],
  [
    'two documents',
    'deep: true\n---\ndeep: false',
    ['2:1: a second document starts here (a configuration is one document: remove "---")'],
  ],
  ['at', 'store: @x', ['1:8: a text cannot start with this character (put it in quotes)']],
  [
    'backslash',
    'store: "\\q"',
    ['1:9: this backslash means nothing inside "…" (write it twice, or use \'…\' instead)'],
  ],
  [
    'tag',
    'store: !secret x',
    ['1:8: tags have no meaning here (remove what starts with "!", or put it in quotes)'],
  ],
  ['alias unknown', 'store: *here', ['1:8: "*here" has no anchor "&here" above it']],
  [
    'merge of no map',
    'limits: { <<: 4 }',
    ['1:15: "<<" takes a map, or a list of maps (as in "<<: *defaults")'],
  ],
  ['merge of nothing known', 'limits: { <<: *a }', ['1:15: "*a" has no anchor "&a" above it']],
  ['merge of itself', 'limits: &l { <<: [*l] }', ['1:19: "*l" would contain itself']],
  [
    'merge of a list of itself',
    'limits: { <<: &l [*l] }',
    ['1:18: "<<" takes a map, or a list of maps (as in "<<: *defaults")'],
  ],
  [
    'a merged mistake, where it is written',
    'sources:\n  - { id: a, seeds: ["https://a.example/"], credentials: &c { bearer: 4 } }\n  - { id: b, seeds: ["https://b.example/"], credentials: { <<: *c } }',
    ['2:71: "bearer" must be a text, not a number (put it in quotes)'],
  ],
  ['alias to itself', 'output: &o [*o]', ['1:13: "*o" would contain itself']],
  ['map key', '? [a]\n: b', ['1:3: a key must be a simple text']],
  [
    'several',
    'colour: red\nlimits:\n  retries: 99\nsources:\n  - id: Hub\n    seeds: [example.com]\n    bogus: 1\n',
    [
      `1:1: unknown key "colour" (known here: ${knownKeys})`,
      '3:12: "retries" must be at most 10',
      '5:9: "id" must be lower-case letters, digits and hyphens',
      '7:5: unknown key "bogus" (known here: id, title, seeds, servedAt, include, exclude, maxDepth, maxPages, external, robots, library, search, acting, credentials, canary)',
      '6:13: entry 1 of "seeds" is neither a file or folder that is there nor a complete http or https address (did you mean "https://example.com"?)',
    ],
  ],
  [
    'keys of a list and of its columns',
    'tasks:\n  - { lst: a.csv }\n  - { list: a.csv, columns: { nme: 3, Titel: 4 } }\n',
    [
      '2:5: "list" is missing (it must be a text)',
      '2:7: unknown key "lst" (did you mean "list"?)',
      '3:31: unknown key "nme" (did you mean "name"?)',
      '3:39: unknown key "Titel" (known here: id, name, document, url, services, mandatory, language)',
    ],
  ],
  ['nesting', `a: ${'['.repeat(300)}`, ['1:203: the configuration nests too deeply']],
  [
    'a billion laughs',
    billionLaughs(),
    ['1:1: the configuration has too many values (use fewer "*aliases")'],
  ],
];

describe('a mistake in a configuration is told with its place and what to do', () => {
  test.each(mistakes)('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems.map((problem) => `c.yaml:${problem}`));
  });

  test('a file beyond any reason is refused whole', () => {
    expect(problemsOf('#'.repeat(300_000))).toEqual(['c.yaml: the configuration is larger than 256 KiB']);
  });

  test('keys that every object inherits are as unknown as others', () => {
    const problems = problemsOf('__proto__: { store: x }\nconstructor: 2').map(
      (problem) => problem.split(' (')[0],
    );
    expect(problems).toEqual([
      'c.yaml:1:1: unknown key "__proto__"',
      'c.yaml:2:1: unknown key "constructor"',
    ]);
  });

  test('no value from the environment or from credentials is ever shown', () => {
    const text = `${source}    maxDepth: \${PORTAL_TOKEN}\n    credentials: { bearer: 4711, basic: { user: hunter2 } }`;
    expect(problemsOf(text)).toHaveLength(4);
    expect(problemsOf(text).join()).not.toMatch(/hush|4711|hunter2/);
  });
});

describe('nothing of a secret is in a problem', () => {
  const secret = 'hook.example/hush';
  const secrets = [
    secret,
    `https;//${secret}`,
    'hush:token',
    `https://hook.example:hush/`,
    `https:/${secret}`,
  ];

  test.each(secrets)('%s from the environment', (hush) => {
    const wherever = [
      'notify: [{ kind: teams, url: "${HUSH}" }]',
      'notify: [{ kind: slack, url: "\\x24{HUSH}" }]',
      `sources: [{ id: a, seeds: [&it "\${HUSH}"], search: *it, language: *it, include: ["(\${HUSH}"] }]`,
      `sources: [{ id: "\${HUSH}", seeds: [https://a.example/] }, { id: "\${HUSH}", seeds: ["\${HUSH}"] }]`,
      'output: ["${HUSH}"]\nfailOn: "${HUSH}"\nkeep: "${HUSH}"',
    ];
    for (const text of wherever) {
      const problems = problemsOf(text, { HUSH: hush });
      expect(problems).not.toEqual([]);
      expect(problems.join()).not.toContain('hush');
    }
  });

  test.each(secrets)('%s in the file itself', (url) => {
    const problems = problemsOf(`notify: [{ kind: teams, url: "${url}" }]`);
    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toContain('hush');
  });

  test.each([
    'notify: [{ kind: teams, url: https://h.example/, https://h.example/hush }]',
    'notify:\n  - kind: teams\n    https://h.example/hush: x\n',
    'notify:\n  - kind: teams\n    url: "https://h.example/"hush\n',
    'notify:\n  - kind: teams\n    url: |hush\n',
  ])('an address in the wrong place: %j', (text) => {
    const problems = problemsOf(text);
    expect(problems).not.toEqual([]);
    expect(problems.join()).not.toContain('hush');
  });

  test('a token taken for the name of a file', async () => {
    const text = `${source}    credentials: { bearerFile: "\${PORTAL_TOKEN}" }`;
    const request = { text, environment: { PORTAL_TOKEN: 'hush' }, seeds: [], overrides: [] };
    const told = (await loadConfig(request, configSchema)).problems.map(describeProblem).join();
    expect(told).toMatch(/names a file that cannot be read/);
    expect(told).not.toContain('hush');
  });

  test('an address on the command line', () => {
    const input = { text: '', environment: {}, seeds: ['a.example/?token=hush'], overrides: [] };
    const told = parseConfig(input, configSchema)
      .seeds.map(({ absence }) => describeProblem(absence))
      .join();
    expect(told).toMatch(/did you mean/);
    expect(told).not.toContain('hush');
  });
});

function problemsOf(
  text: string,
  environment: Readonly<Record<string, string>> = { PORTAL_TOKEN: 'hush' },
): readonly string[] {
  const input = { file: 'c.yaml', text, environment, seeds: [], overrides: [] };
  const { problems, seeds } = parseConfig(input, configurationSchema);
  // What may be a file is a mistake where there is none.
  return [...problems, ...seeds.map(({ absence }) => absence)].map(describeProblem);
}

function billionLaughs(): string {
  const names = Array.from({ length: 10 }, (_, index) => `level${index}`);
  const lines = names.map((name, index) => {
    const entry = index === 0 ? 'ha' : `*${names[index - 1] ?? ''}`;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => entry).join(',')}]`;
  });
  return lines.join('\n');
}
