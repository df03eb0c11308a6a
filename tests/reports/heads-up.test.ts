import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/kit/text/display-width.js';
import { headsUpSchema, type HeadsUp } from '../../src/model/change.js';
import { languages } from '../../src/model/text.js';
import { atom } from '../../src/reports/heads-up/atom.js';
import * as reporters from '../../src/reports/heads-up/all.js';
import { csv } from '../../src/reports/heads-up/csv.js';
import { json } from '../../src/reports/heads-up/json.js';
import { markdown } from '../../src/reports/heads-up/markdown.js';
import { text } from '../../src/reports/heads-up/text.js';
import { writeChanges } from '../../src/reports/html/changes.js';
import { slack } from '../../src/reports/notify/slack.js';
import { teams } from '../../src/reports/notify/teams.js';
import { speak } from '../../src/reports/wording/speech.js';
import { buildChange, buildHeadsUp, hostileHeadsUp } from '../support/heads-ups.js';
import { buildReport } from '../support/reports.js';

const style = { colour: false, width: 80 };

describe('the heads-up', () => {
  const japanese = buildHeadsUp([buildChange()], { language: 'ja' });

  test('is the table partners know, on the day of their calendar', () => {
    expect(markdown.render(japanese, style)).toContain(
      '| 公開日 | トピックのタイトル | 変更 |\n| --- | --- | --- |\n| 2026-11-22 | [移行ガイド](<https://cdn.example/Migration-Guide_JPN.docx>) | **ローカライズ** 日本語版が公開されました。',
    );
    expect(markdown.render(buildHeadsUp([buildChange()]), style)).toContain(
      '| Published | Topic title | Change |\n| --- | --- | --- |\n| 2026-11-21 |',
    );
  });

  test.each([40, 60, 80, 120])(
    'fits a terminal of %i columns, all but addresses that would be longer',
    (width) => {
      for (const language of languages) {
        const change = buildChange({
          title: { en: 'word '.repeat(60), ja: '移行ガイド'.repeat(20) },
          previousUrl: 'https://cdn.example/Migration-Guide-of-old.docx',
          affected: 3,
        });
        const items = [{ url: 'https://cdn.example/x', title: 'word '.repeat(30) }];
        const untranslated = { total: 30, items };
        const shown = text.render(buildHeadsUp([change], { language, untranslated }), { ...style, width });
        for (const line of shown.split('\n'))
          if (!/^ *https:\S+$/.test(line)) expect(columnsOf(line), line).toBeLessThanOrEqual(width);
        expect(shown.replace(/\s+/g, '')).toContain(
          language === 'en' ? 'word'.repeat(60) : '移行ガイド'.repeat(20),
        );
      }
    },
  );

  test('says what an incomplete walk cannot know, and that nothing has changed', () => {
    const after = { ...japanese.after, complete: false };
    for (const reporter of [text, markdown]) {
      const shown = reporter.render(buildHeadsUp([], { after }), style);
      expect(shown).toContain('neither removed nor fixed');
      expect(shown).toContain('Nothing has changed.');
    }
  });

  test('says which portals did not open, and what to know of the comparison', () => {
    const after = { ...japanese.after, unreachable: ['https://hub.example/<b>'] };
    const headsUp = buildHeadsUp([buildChange()], { after, notices: ['Mind the gap.'] });
    expect(headsUpSchema.parse(headsUp)).toEqual(headsUp);
    const shown = [text.render(headsUp, { ...style, width: null }), markdown.render(headsUp, style)];
    for (const one of [
      ...shown,
      slack(headsUp),
      teams(headsUp),
      writeChanges({ ...buildReport([]), changes: headsUp }, speak('en')),
    ]) {
      expect(one).toContain('A starting page did not open');
      expect(one).toContain('hub.example');
      expect(one).toContain('Mind the gap.');
    }
    const shownIncomplete = markdown.render(
      buildHeadsUp([], { after: { ...after, complete: false } }),
      style,
    );
    expect(shownIncomplete).toContain('neither removed nor fixed');
    expect(shownIncomplete).toContain('did not open');
  });

  test('is exactly itself in JSON', () => {
    expect(headsUpSchema.parse(JSON.parse(json.render(japanese, style)))).toEqual(japanese);
  });

  test.each(Object.values(reporters))('is inert as $id, whatever the web sent', ({ render }) => {
    fc.assert(
      fc.property(hostileHeadsUp, (headsUp) => {
        expect(render(headsUp, style).replaceAll('\r\n', '\n')).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
        );
      }),
      { numRuns: 50 },
    );
  });

  test('is one row a change in Markdown, whatever the web sent', () => {
    fc.assert(
      fc.property(hostileHeadsUp, (headsUp) => {
        const rows = markdown
          .render(headsUp, style)
          .split('\n')
          .filter((line) => line.startsWith('| 2026'));
        expect(rows).toHaveLength(headsUp.changes.length);
        for (const row of rows) expect(row.replace(/\\./g, '').split('|')).toHaveLength(5);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the sheet', () => {
  test('is for Japanese Excel, one row a change', () => {
    const shown = csv.render(buildHeadsUp([buildChange()], { language: 'ja' }), style);
    expect(shown).toBe(
      '\ufeff"公開日","トピックのタイトル","変更","種類","内容の説明","URL","変更前の URL","別の言語の URL","該当する URL 数","変更 ID"\r\n' +
        '"2026-11-22","移行ガイド","ローカライズ","資料","日本語版が公開されました。","https://cdn.example/Migration-Guide_JPN.docx","",' +
        '"https://cdn.example/Migration-Guide.docx",1,"a1b2c3d4e5f60718"\r\n',
    );
  });

  test('calls a task by its number', () => {
    const headsUp = buildHeadsUp([buildChange({ subject: 'task', url: '4122' })]);
    expect(csv.render(headsUp, style)).toContain('"Task 4122 Migration Guide","Localised","task"');
    for (const shown of [
      text.render(headsUp, style),
      markdown.render(headsUp, style),
      slack(headsUp),
      teams(headsUp),
    ])
      expect(shown).toContain('Task 4122 Migration Guide');
  });

  test('has as many cells in every row, none of them a formula, whatever the web sent', () => {
    fc.assert(
      fc.property(hostileHeadsUp, (headsUp) => {
        const rows = parse(csv.render(headsUp, style), { bom: true, record_delimiter: '\r\n' });
        expect(rows).toHaveLength(headsUp.changes.length + 1);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the feed', () => {
  test('has everything RFC 4287 asks for, and ids that stay', () => {
    const feed = atom.render(buildHeadsUp([buildChange()]), style);
    for (const part of [
      '<feed xmlns="http://www.w3.org/2005/Atom"',
      '<id>urn:playbook-health:feed:',
      '<updated>2026-11-22T18:00:00.000Z</updated>',
      '<author><name>',
      '<title>',
    ])
      expect(feed).toContain(part);
    const idsOf = (markup: string) => markup.match(/<id>[^<]*<\/id>/g);
    const later = { id: 'z', start: '2026-11-23T18:00:00.000Z', complete: true };
    expect(idsOf(atom.render(buildHeadsUp([buildChange()], { after: later }), style))).toEqual(idsOf(feed));
  });
});

describe('a message', () => {
  const many = (count: number): HeadsUp =>
    buildHeadsUp(
      Array.from({ length: count }, (_, at) =>
        buildChange({
          id: `${at}`,
          url: `https://cdn.example/${'y'.repeat(400)}${at}`,
          title: { en: '題'.repeat(150) },
        }),
      ),
    );

  test.each([1, 10, 100, 3000])('to Teams about %i changes stays within 28 KB', (count) => {
    const body = teams(many(count));
    expect(Buffer.byteLength(body)).toBeLessThan(28_000);
    expect(JSON.parse(body)).toMatchObject({
      type: 'message',
      attachments: [{ content: { type: 'AdaptiveCard', version: '1.5' } }],
    });
    if (count > 10) expect(body).toContain('more');
  });

  test.each([1, 10, 100, 3000])('to Slack about %i changes stays within its limits', (count) => {
    const { blocks } = JSON.parse(slack(many(count))) as { blocks: { text: { text: string } }[] };
    expect(blocks.length).toBeLessThanOrEqual(50);
    for (const block of blocks) expect(block.text.text.length).toBeLessThanOrEqual(3000);
  });

  test('to Slack about an address that grows when it is escaped stays within its limits', () => {
    const url = `https://cdn.example/list?${'&'.repeat(900)}`;
    const { blocks } = JSON.parse(
      slack(buildHeadsUp([buildChange({ url, title: { en: '&'.repeat(150) } })])),
    ) as {
      blocks: { text: { text: string } }[];
    };
    for (const block of blocks) expect(block.text.text.length).toBeLessThanOrEqual(3000);
  });

  test('mentions nobody and links nothing but addresses', () => {
    const body = slack(buildHeadsUp([buildChange({ title: { en: '<!channel> <https://evil.example|x>' } })]));
    expect(body).not.toContain('<!channel>');
    expect(body).not.toContain('<https://evil');
  });
});
