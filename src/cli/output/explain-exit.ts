import type { Report } from '../../model/report.js';
import { describeStop } from '../../model/stops.js';
import type { Text } from '../../model/text.js';

const words = {
  impossible: { en: 'the check was not possible', ja: 'チェックできませんでした' },
  partlyImpossible: { en: 'the check was not possible in full', ja: '一部チェックできませんでした' },
  incomplete: { en: 'the walk is incomplete', ja: '巡回は未完了です' },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * One line if not everything was seen, since an unattended run shows nothing else; with the exit code if that is about the check
 * rather than about what it found. Empty if everything was seen.
 */
export function explainExit({ run, findings, language }: Report, exitCode: number): string {
  const code = exitCode === 3 || exitCode === 4 ? ` (${exitCode})` : '';
  const tell = (what: keyof typeof words, reason: string): string =>
    `playbook-health: ${words[what][language]}${code}: ${reason}\n`;
  if (run.unreachable.length > 0)
    return tell(code === '' ? 'partlyImpossible' : 'impossible', whyImpossible({ run, findings }));
  if (run.complete) return '';
  return tell('incomplete', run.limitsReached.map((name) => describeStop(name, language)).join(', '));
}

/** The first seed that did not open, and what the report says about it or its host. */
function whyImpossible({ run, findings }: Pick<Report, 'run' | 'findings'>): string {
  const [seed = '', ...others] = run.unreachable;
  const found = findings.find(({ url }) => url === seed || `${url}/` === seed);
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  return `${seed}${more}${found === undefined ? '' : ` - ${found.reason}`}`;
}
