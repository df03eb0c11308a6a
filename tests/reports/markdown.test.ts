import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { markdown } from '../../src/reports/markdown/markdown.js';
import { stoppedTasks } from '../../src/reports/wording/tasks.js';
import { hostileReport } from '../support/hostile-reports.js';
import { buildFinding, buildReport, largeReport } from '../support/reports.js';

const style = { colour: false, width: null };

/**
 * A line without its code spans (CommonMark §6.1: begun and ended by equally many backticks, nothing escapes within)
 * and without the addresses of the links we mean to make, be they behind a text or by themselves.
 */
function bareLine(line: string): string {
  let left = '';
  for (let rest = line; rest !== '';) {
    const [token = ''] = /^(?:\\.|`+|[^\\`]+|\\)/u.exec(rest) ?? [];
    rest = rest.slice(token.length);
    const end = token.startsWith('`') ? new RegExp(`(?<!\`)${token}(?!\`)`).exec(rest) : null;
    if (end === null) left += token;
    else rest = rest.slice(end.index + token.length);
  }
  return left.replace(/\]\(<https?:\/\/[^<>\s]*>\)/g, ']').replace(/<https?:\/\/[^<>\s]*>/g, '');
}

describe('the Markdown report', () => {
  test('says so when nothing is wrong', () => {
    expect(markdown.render(buildReport([]), style)).toContain('Nothing to report.');
  });

  test('holds every one of ten thousand findings', () => {
    const shown = markdown.render(largeReport(10_000), style);
    expect(shown.match(/^### /gm)).toHaveLength(10_000);
  });

  test('shows hostile text and does nothing with it', () => {
    const finding = buildFinding({
      title: '<script>alert(1)</script> | [x](javascript:alert(1))',
      reason: '# Not a heading\n\n- not a list, www.evil.example @octocat',
      url: 'hhttps://evil.example/`',
    });
    const shown = markdown.render(buildReport([finding]), style);
    expect(shown).toContain(
      '### `404` &lt;script&gt;alert(1)&lt;/script&gt; \\| \\[x\\](javascript:alert(1))',
    );
    expect(shown).toContain('\n\\# Not a heading - not a list, `www.evil.example` `@octocat`\n');
    expect(shown).toContain('`` hhttps://evil.example/` ``');
  });

  test('has no HTML, link, mention, heading or table but its own, whatever the web sent', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const shown = markdown.render(report, style);
        const left = shown.split('\n').map(bareLine).join('\n');
        expect(left).not.toMatch(/[<](?![0-9])/u);
        expect(left).not.toMatch(/(?<!\\)\]\(/);
        expect(left.replaceAll('&#36;', '')).not.toMatch(/:\/\/|www\.|@|#\d/i);
        expect(left.match(/^#{1,6} .*$/gm)).toHaveLength(
          1 + report.findings.length + countStates(report) + countTaskHeadings(report),
        );
        const lost = stoppedTasks(report).flatMap((stopped) => stopped.lost).length;
        expect(left.match(/^\|/gm)).toHaveLength(6 + (lost === 0 ? 0 : 2 + lost));
        expect(shown.replace(/\n|[\u200c\u200d]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

function countStates({ findings }: { findings: readonly { verdict: string }[] }): number {
  return new Set(findings.map(({ verdict }) => verdict)).size;
}

function countTaskHeadings({ tasks, listFindings, taskLists }: Report): number {
  const parts = [
    tasks.flatMap(({ documents }) => documents),
    listFindings,
    taskLists.flatMap(({ problems }) => problems),
  ];
  return parts.filter((part) => part.length > 0).length;
}
