import { compareTexts } from '../kit/text/compare-texts.js';
import type { Judged } from '../model/judged.js';
import type { Finding, Report } from '../model/report.js';
import { isPage } from '../model/resource.js';

type Totals = Report['totals'];

/** Counts resources while they are walked. */
export interface ResourceCounter {
  readonly note: (judged: Judged) => void;
  readonly counted: () => Pick<Totals, 'resources' | 'pages' | 'byVerdict' | 'hiddenBySignIn'>;
}

/** Starts with nothing counted. */
export function createResourceCounter(): ResourceCounter {
  const byVerdict: Totals['byVerdict'] = { healthy: 0, redirected: 0, 'not-checked': 0, broken: 0 };
  let resources = 0;
  let pages = 0;
  let hidden = 0;
  return {
    note: ({ resource, verdicts }) => {
      const gravest = verdicts[0];
      resources++;
      if (isPage(resource)) pages++;
      if (gravest?.behindSignIn === true) hidden++;
      byVerdict[gravest?.state ?? 'healthy']++;
    },
    counted: () => ({
      resources,
      pages,
      byVerdict,
      hiddenBySignIn: resources === 0 ? 0 : hidden / resources,
    }),
  };
}

/** Counts findings. */
export function countFindings(findings: readonly Finding[]): Pick<Totals, 'byRule' | 'byLevel'> {
  const byLevel: Totals['byLevel'] = { error: 0, warning: 0, info: 0 };
  const rules = new Map<string, number>();
  for (const { level, rule } of findings) {
    byLevel[level]++;
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
  }
  return {
    byRule: Object.fromEntries([...rules].sort(([one], [other]) => compareTexts(one, other))),
    byLevel,
  };
}
