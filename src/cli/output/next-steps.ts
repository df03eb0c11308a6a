import type { Report } from '../../model/report.js';
import type { Text } from '../../model/text.js';

const words = {
  all: { en: 'See all of it', ja: 'すべて表示' },
  send: { en: 'Read or send it', ja: '閲覧・共有' },
  changes: { en: 'See what changed', ja: '変更の一覧' },
} satisfies Readonly<Record<string, Text>>;

const defaultStore = '.playbook-health';

/** Where the run of a report is kept: the last one of the store, unless another is named. */
interface Whereabouts {
  readonly store: string;
  readonly run?: string | undefined;
}

/**
 * What to do next with a report that a person has just read in a terminal. Each command stands on a line of its own and is as
 * short as can be, so that it can be copied whole from a narrow one.
 */
export function nextSteps({ findings, changes, language }: Report, { store, run }: Whereabouts): string {
  const place = placeOf(store);
  const report = reportCommand({ store, run });
  const steps: readonly (readonly [keyof typeof words, string])[] = [
    ...(findings.length === 0 ? [] : [['all', `${report} -f markdown`] as const]),
    ...(findings.length === 0 ? [] : [['send', `${report} -o report.html`] as const]),
    ...((changes?.changes.length ?? 0) === 0
      ? []
      : [['changes', `playbook-health changes${place}`] as const]),
  ];
  const lines = steps.map(([word, command]) => `${words[word][language]}:\n  ${command}\n`);
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

/** The command that shows the report of a run again. */
export function reportCommand({ store, run }: Whereabouts): string {
  return `playbook-health report${run === undefined ? '' : ` ${run}`}${placeOf(store)}`;
}

function placeOf(store: string): string {
  return store === defaultStore ? '' : ` --store ${quote(store)}`;
}

/** Quotes a text so that a POSIX shell takes it for one word. */
function quote(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
