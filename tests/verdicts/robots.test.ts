import { expect, it } from 'vitest';
import { judgeFirst } from '../support/answers.js';

const url = 'https://hub.example/a';

it('tells the wishes of a robots.txt from a robots.txt that could not be read', () => {
  const [wished] = judgeFirst([{ url, withheld: { by: 'robots', detail: '' } }]).verdicts;
  expect(wished?.reason.en).toContain('asks programs like this one not to visit');
  expect(wished?.level).toBe('info');

  const [unknown] = judgeFirst([{ url, withheld: { by: 'robots', detail: '503' } }]).verdicts;
  expect(unknown).toMatchObject({ rule: 'robots', state: 'not-checked', level: 'warning' });
  expect(unknown?.reason.en).toContain('answered 503');
  expect(unknown?.reason.ja).toContain('503');
  expect(unknown?.reason.en).not.toContain('asks programs');
});
