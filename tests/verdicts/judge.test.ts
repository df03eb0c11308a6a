import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineRule, tuning, type ActiveRule } from '../../src/verdicts/define.js';
import { judge } from '../../src/verdicts/judge.js';
import { observe } from '../../src/verdicts/observe.js';
import * as rules from '../../src/verdicts/all.js';
import { missingFragment } from '../../src/verdicts/fragments/rule.js';
import { resolveRules, ruleOptionsSchema } from '../../src/verdicts/rule-set.js';
import * as surveys from '../../src/verdicts/surveys/all.js';
import type { Observation } from '../../src/model/verdict.js';
import { judgeFirst, snapshotOfAnswers } from '../support/answers.js';
import { resourceOf, snapshotOf } from '../support/snapshots.js';
import { html, hub } from './tables/row.js';

const url = `${hub}/playbook/guide.html`;
const maxHops = { maxHops: 5 };

function activate(rule: ReturnType<typeof defineRule>): ActiveRule {
  const active = rule.activate({});
  if (active === null) throw new Error('switched off');
  return active;
}

const throwing = defineRule({
  id: 'throwing',
  summary: 'Always fails.',
  options: tuning,
  signal: z.string(),
  observe: () => {
    throw new Error('boom');
  },
  judge: () => {
    throw new Error('boom');
  },
});

describe('judging a snapshot', () => {
  it('judges every resource but probes, in order of id, and again the same', () => {
    const snapshot = snapshotOfAnswers([
      { url },
      { url: `${hub}/a`, status: 404 },
      { url: `${hub}/q7x2`, role: 'probe', status: 404 },
      { url: `${hub}/b`, status: 500 },
    ]);
    const judged = () => [...judge(snapshot, resolveRules({}), maxHops)];
    expect(judged().map(({ resource }) => resource.id)).toEqual([1, 2, 4]);
    expect(judged()).toEqual(judged());
  });

  it('follows redirects to their end and keeps the hops', () => {
    const last = `${hub}/c`;
    const { hops, end } = judgeFirst([
      { url: `${hub}/a`, status: 301, headers: { location: '/b' } },
      { url: `${hub}/b`, status: 302, headers: { location: '/c' } },
      { url: last },
    ]);
    expect(hops).toMatchObject([
      { url: `${hub}/a`, status: 301 },
      { url: `${hub}/b`, status: 302 },
    ]);
    expect(end?.url).toBe(last);
  });

  it('gives no end to a loop', () => {
    const judged = judgeFirst([{ url, headers: { location: url } }]);
    expect(judged.end).toBeNull();
  });

  it('puts the gravest first', () => {
    const { verdicts } = judgeFirst([
      { url, headers: { location: '/b' } },
      { url: `${hub}/b`, headers: { location: '/c' } },
      { url: `${hub}/c`, headers: { location: 'http://hub.example/d' } },
      { url: 'http://hub.example/d', body: html('Page not found') },
    ]);
    expect(verdicts.map(({ rule, state }) => `${state} ${rule}`)).toEqual([
      'broken soft-404',
      'redirected downgrade',
    ]);
  });

  const shell = html('App', '', '', '<div id="app"></div>');
  const beside = { url: `${hub}/playbook/beside`, body: html('Deploy Teams') };
  it.each([
    ['the first page is one, too', 'not-checked', [{ url: `${hub}/`, body: shell }, beside]],
    ['nothing beside it is anything else', 'not-checked', []],
    ['a page beside it is none', 'broken', [beside]],
  ])('knows a shell filled in by script from a page for what is not there: %s', (_, state, others) => {
    const probe = { url: `${hub}/playbook/q7x2`, role: 'probe', body: shell } as const;
    const { verdicts } = judgeFirst([{ url, body: shell }, probe, ...others]);
    expect(verdicts[0]).toMatchObject({ rule: 'soft-404', state });
  });

  it.each([
    ['ENOTFOUND', /cannot be found/, /見つかりません/],
    ['EAI_AGAIN', /cannot be looked up: its name servers/, /ネームサーバーが応答しない/],
    ['ETIMEOUT', /cannot be looked up: its name servers/, /ネームサーバーが応答しない/],
  ])('tells a name nobody has from one nobody answers for: %s', (detail, en, ja) => {
    const { verdicts } = judgeFirst([{ url, failed: { cause: 'dns', detail } }]);
    expect(verdicts[0]?.reason.en).toMatch(en);
    expect(verdicts[0]?.reason.ja).toMatch(ja);
  });

  it('marks what a sign-in hides', () => {
    const { verdicts } = judgeFirst([{ url, status: 401 }]);
    expect(verdicts[0]?.behindSignIn).toBe(true);
  });

  it('names the likely intent of a slip', () => {
    const { verdicts } = judgeFirst([
      { url, written: 'hhttps://aka.ms/Deck', withheld: { by: 'malformed', detail: '' } },
    ]);
    expect(verdicts[0]?.evidence?.['meant']).toBe('https://aka.ms/Deck');
    expect(verdicts[0]?.reason.en).toContain('https://aka.ms/Deck');
  });

  it('masks the secrets in a slip', () => {
    const { verdicts } = judgeFirst([
      { url, written: 'hhttps://blobs.example/a?sig=s3cret', withheld: { by: 'malformed', detail: '' } },
    ]);
    expect(JSON.stringify(verdicts)).not.toContain('s3cret');
  });
});

describe('a rule that fails', () => {
  it('costs one verdict', () => {
    const rules = [...resolveRules({}), activate(throwing)];
    const [judged] = judge(snapshotOfAnswers([{ url, status: 404 }]), rules, maxHops);
    expect(judged?.verdicts.map(({ rule, state }) => [rule, state])).toEqual([
      ['not-found', 'broken'],
      ['throwing', 'not-checked'],
    ]);
  });

  it('costs one note', () => {
    const observation: Observation = {
      url,
      answer: {
        kind: 'fetched',
        status: 404,
        location: null,
        contentType: 'application/xml',
        length: null,
        bytes: 1,
        flaw: null,
        headers: {},
      },
      body: { bytes: Buffer.from('<Code>BlobNotFound</Code>'), complete: true, tail: null },
      page: null,
      markup: '',
      tree: () => {
        throw new Error('no page');
      },
    };
    const signals = observe(observation, [activate(throwing), ...resolveRules({})]);
    expect(signals).toEqual({ 'not-found': 'BlobNotFound', 'rule-failed': 'throwing: Error: boom' });
  });

  it('leaves a note that becomes a verdict later', () => {
    const resource = resourceOf({ url, title: 'Guide', signals: { 'rule-failed': 'x: boom' } });
    const [judged] = judge(
      snapshotOf({ resources: [resource].map((one) => ({ ...one, page: { title: 'Guide' } })) }),
      resolveRules({}),
      maxHops,
    );
    expect(judged?.verdicts[0]).toMatchObject({ rule: 'rule-failed', state: 'not-checked' });
  });
});

describe('notes of another version', () => {
  it('are ignored', () => {
    const sketch = { url, title: 'Guide', signals: { 'soft-404': ['odd'], 'sign-in': 42, blocked: {} } };
    const [judged] = judge(snapshotOf({ resources: [sketch] }), resolveRules({}), maxHops);
    expect(judged?.verdicts).toEqual([]);
  });
});

describe('tuning', () => {
  it('switches a rule off', () => {
    expect(judgeFirst([{ url, status: 404 }], { 'not-found': { level: 'off' } }).verdicts).toEqual([]);
  });

  it('sets the level', () => {
    const { verdicts } = judgeFirst([{ url, status: 404 }], { 'not-found': { level: 'info' } });
    expect(verdicts[0]).toMatchObject({ state: 'broken', level: 'info' });
  });

  it('extends patterns', () => {
    const tuned = { 'sign-in': { places: { also: ['^https://portal\\.example/door'] } } };
    const walls = (location: string) =>
      judgeFirst([{ url, headers: { location } }], tuned).verdicts.map(({ rule }) => rule);
    expect(walls('https://portal.example/door')).toEqual(['sign-in']);
    expect(walls('https://login.live.com/x')).toEqual(['sign-in']);
  });

  it('replaces patterns', () => {
    const tuned = { 'soft-404': { headlines: { instead: ['^gone fishing$'] } } };
    const says = (title: string) =>
      judgeFirst([{ url, body: html(title) }], tuned).verdicts.map(({ rule }) => rule);
    expect(says('Gone fishing')).toEqual(['soft-404']);
    expect(says('Page not found')).toEqual([]);
  });

  it.each([
    [{ 'no-such-rule': {} }],
    [{ 'soft-404': { level: 'grave' } }],
    [{ 'soft-404': { colour: 'red' } }],
    [{ 'soft-404': { headlines: { also: ['('] } } }],
  ])('refuses %j', (options) => {
    expect(ruleOptionsSchema.safeParse(options).success).toBe(false);
  });

  it('takes nothing, passes on what it was given, and can be described', () => {
    const given = { 'soft-404': { headlines: { also: ['x'] } }, 'missing-fragment': { level: 'off' } };
    expect(ruleOptionsSchema.parse({})).toEqual({});
    expect(ruleOptionsSchema.parse(given)).toMatchObject(given);
    expect(z.toJSONSchema(ruleOptionsSchema, { io: 'input' })).toHaveProperty(['properties', 'soft-404']);
  });
});

describe('the registry', () => {
  const ids = [...Object.values(rules), ...Object.values(surveys), missingFragment].map(({ id }) => id);

  it('has one rule an id, in kebab case, that says what it is in a sentence', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const { properties } = z.toJSONSchema(ruleOptionsSchema, { io: 'input' });
    for (const id of ids) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(properties).toHaveProperty([id, 'description'], expect.stringMatching(/^[A-Z].*\.$/));
    }
  });

  it('yields to rules that exist only', () => {
    for (const { yieldsTo } of resolveRules({}))
      expect(yieldsTo.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
