import type { Report } from '../model/report.js';
import type { Text } from '../model/text.js';

const words = {
  3: { en: 'the check was not possible', ja: 'チェックできませんでした' },
  4: { en: 'the walk is incomplete', ja: '巡回は未完了です' },
} as const satisfies Readonly<Record<number, Text>>;

/**
 * One line for the exit codes that tell of the check rather than of what it found, as whoever runs it unattended sees no more;
 * nothing for any other.
 */
export function explainExit(report: Report, exitCode: number): string {
  if (exitCode !== 3 && exitCode !== 4) return '';
  const reason = exitCode === 3 ? whyImpossible(report) : report.run.limitsReached.join(', ');
  return `playbook-health: ${words[exitCode][report.language]} (${exitCode}): ${reason}\n`;
}

/** The first seed that did not open, and what the report says of it or of its host. */
function whyImpossible({ run, findings }: Report): string {
  const [seed = '', ...others] = run.unreachable;
  const found = findings.find(({ url }) => url === seed || `${url}/` === seed);
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  return `${seed}${more}${found === undefined ? '' : ` - ${found.reason}`}`;
}
