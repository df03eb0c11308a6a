import { expect, test } from 'vitest';
import { html } from '../../src/reports/html/html.js';
import { markdown } from '../../src/reports/markdown/markdown.js';
import { text } from '../../src/reports/text/text.js';
import { buildReport } from '../support/reports.js';

const style = { colour: false, width: 80 };
const one = {
  id: '1',
  url: 'https://hub.example/a',
  rule: 'not-found',
  firstSeen: '2026-11-20T18:00:00.000Z',
};
const people = [text, markdown, html];

test.each(people)('what was fixed since the run before is shown as $id', ({ render }) => {
  const fixed = [one, { ...one, id: '2', url: 'https://hub.example/<b>' }];
  const shown = render(buildReport([], { fixed }), style);
  expect(shown).toContain('Fixed since the run before');
  expect(shown).toContain('https://hub.example/a');
  expect(shown).toContain('first seen on 2026-11-20');
  expect(shown).not.toContain(render === text.render ? '\u001b' : '/<b>"');
  expect(render(buildReport([], { fixed, language: 'ja' }), style)).toContain('初回検出日 2026-11-21');
});

test.each(people)('nothing is said of it where nothing was, as $id', ({ render }) => {
  for (const report of [buildReport([]), buildReport([], { fixed: [] })])
    expect(render(report, style)).not.toContain('Fixed since');
});

test.each(people)('thousands are not all listed as $id', ({ render }) => {
  const fixed = Array.from({ length: 3000 }, (_, at) => ({
    ...one,
    id: `${at}`,
    url: `https://hub.example/${at}`,
  }));
  expect(render(buildReport([], { fixed }), style).match(/hub\.example\/\d+/g)?.length).toBeLessThanOrEqual(
    1000,
  );
});
