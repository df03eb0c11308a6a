import { expect, it } from 'vitest';
import { judgeFirst } from '../support/answers.js';

const url = 'https://partner.example/guide.html';

it.each([
  ['ECONNREFUSED', 'cannot be reached (ECONNREFUSED)'],
  ['ENOTFOUND', 'cannot be reached (ENOTFOUND)'],
  ['502', 'did not let the request through (502)'],
])('a proxy that fails with %s %s', (detail, words) => {
  const [verdict] = judgeFirst([{ url, failed: { cause: 'proxy', detail } }]).verdicts;
  expect(verdict).toMatchObject({ rule: 'proxy', state: 'not-checked' });
  expect(verdict?.reason.en).toContain(words);
  expect(verdict?.reason.ja).toContain(`（${detail}）`);
});

it('a proxy that wants a sign-in did not let the request through', () => {
  const [verdict] = judgeFirst([{ url, status: 407, body: '' }]).verdicts;
  expect(verdict?.reason.en).toContain('did not let the request through (407)');
});
