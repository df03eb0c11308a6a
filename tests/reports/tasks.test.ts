import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { html } from '../../src/reports/html/html.js';
import { markdown } from '../../src/reports/markdown/markdown.js';
import { text } from '../../src/reports/text/text.js';
import { buildReport } from '../support/reports.js';

const style = { colour: false, width: 80 };

function sample(language: Report['language']): Report {
  const place = (state: 'broken' | 'available' | 'missing', title: string) => ({
    place: title,
    title,
    state,
    reason: '',
    url: null,
  });
  const document = (title: string, state: 'broken' | 'available' | 'missing') => ({
    title,
    url: null,
    state,
    places: [place(state, 'Playbook'), place('missing', 'Community')],
    sightings: [],
    suggestions: [],
  });
  const task = { mandatory: true, services: [] };
  return buildReport([], {
    language,
    tasks: [
      { ...task, id: '301', names: { en: 'Welcome' }, state: null, documents: [] },
      {
        ...task,
        id: '4101',
        names: { en: 'Kickoff', ja: 'キックオフ' },
        state: 'available',
        documents: [document('Kickoff Deck', 'available')],
      },
      {
        ...task,
        id: '4122',
        names: { en: 'Compliance | Score', ja: 'コンプライアンス スコア' },
        state: 'broken',
        documents: [document('Compliance Score Workshop', 'broken'), document('Sheet', 'available')],
      },
    ],
    taskLists: [{ name: 'list.csv', rows: 3, problems: ['list.csv:9:1: "soon" is not a task id'] }],
    listFindings: [
      { kind: 'only-in-one-list', message: 'Only list.csv names these tasks.', tasks: ['301'], items: [] },
      {
        kind: 'listed-differently',
        message: 'Task 4122 is listed 2 times with different documents: Score, Sheet.',
        tasks: ['4122'],
        items: ['Score', 'Sheet'],
      },
      {
        kind: 'several-addresses',
        message: '“Score” is at 2 addresses.',
        tasks: ['4122'],
        items: ['https://one.example/score', 'https://two.example/score'],
      },
    ],
  });
}

describe('tasks in a report', () => {
  test('a terminal shows those that cannot be done, and how many can', () => {
    expect(text.render(sample('en'), style)).toContain(`Tasks that cannot be done today (1)

  4122  Compliance | Score
        Compliance Score Workshop: broken

  Nothing is known to be lacking for 1 of 2 tasks with documents in the lists.`);
    expect(text.render(sample('ja'), style)).toContain('Compliance Score Workshop: 開けません');
  });

  test.each([text, markdown, html])(
    'of a task that lacks thousands of documents, $id shows a few',
    ({ render }) => {
      const report = sample('en');
      const [lost] = report.tasks[2]?.documents ?? [];
      if (lost === undefined) throw new Error('no document');
      const documents = Array.from({ length: 3000 }, (_, at) => ({ ...lost, title: `Workshop ${at}` }));
      const shown = render({ ...report, tasks: report.tasks.map((task) => ({ ...task, documents })) }, style);
      expect(shown).toContain('Workshop 19');
      expect(shown).not.toContain('Workshop 20');
      expect(shown).toMatch(/… and 2,?980 more/);
    },
  );

  test('Markdown shows what is lacking at every place, and what is wrong with the lists', () => {
    const lines = markdown.render(sample('en'), style).split('\n');
    expect(lines).toContain('| 4122 | Compliance \\| Score | Compliance Score Workshop | broken | missing |');
    expect(lines.some((line) => /^\| (4101|301) /.test(line) || line.includes('| Sheet |'))).toBe(false);
    expect(lines).toContain('- Only list.csv names these tasks. (301)');
    expect(lines).toContain('- Task 4122 is listed 2 times with different documents: Score, Sheet.');
    expect(lines.some((line) => /^- “Score” is at 2 addresses\\?\. .*4122.*one/.test(line))).toBe(true);
    expect(lines.some((line) => line.includes('is not a task id'))).toBe(true);
  });

  test('HTML shows those that cannot be done without any script', () => {
    const page = html.render(sample('ja'), style);
    expect(page).toContain('<th scope="row">4122</th><td>コンプライアンス スコア</td>');
    expect(page).not.toContain('<th scope="row">4101</th>');
  });

  test('HTML tells what of the lists could not be read, and what is wrong with them', () => {
    const page = html.render(sample('en'), style);
    expect(page).toContain('<li>list.csv:9:1: &quot;soon&quot; is not a task id</li>');
    expect(page).toContain('<li>Only list.csv names these tasks. (301)</li>');
    expect(html.render(buildReport([]), style)).not.toContain('The lists themselves');
  });

  test('without lists nothing is said of tasks', () => {
    for (const reporter of [text, markdown, html]) {
      expect(reporter.render(buildReport([]), style)).not.toContain('cannot be done today');
    }
  });
});
