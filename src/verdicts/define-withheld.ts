import type { Withholding } from '../model/resource.js';
import type { Text } from '../model/text.js';
import type { Judgement } from '../model/verdict.js';
import { defineRule, tuning, type RuleDefinition } from './define.js';
import { notChecked } from './judgement.js';
import { withheldBy } from './marks/withholdings.js';

/** Why a resource was not asked for, as partners read it. */
interface WithheldReason {
  /** The rule's; left out where it is the only one for its reason and is called like that. */
  readonly id?: string;
  readonly summary: string;
  readonly label: Text;
  readonly reason: Text;
  /** What to say instead where the detail tells more; `null` where it does not. */
  readonly insteadFor?: (detail: string) => Pick<Judgement, 'level' | 'reason'> | null;
  /** Which details the rule is about, where others share its reason. */
  readonly appliesTo?: (detail: string) => boolean;
}

/**
 * A rule that says why a resource, or what it redirects to, was not asked for. Rules that can tell
 * from the redirects or the link what lies there outweigh it.
 */
export function defineWithheldRule(
  by: Withholding,
  { id = by, summary, label, reason, insteadFor, appliesTo = () => true }: WithheldReason,
): RuleDefinition {
  return defineRule({
    id,
    summary,
    label,
    options: tuning,
    yieldsTo: ['sign-in', 'dead-short-link', 'form'],
    judge: (subject) => {
      const withheld = withheldBy(subject, by);
      if (withheld === null || !appliesTo(withheld.detail)) return null;
      const evidence = withheld.detail === '' ? {} : { decidedBy: withheld.detail };
      const said = insteadFor?.(withheld.detail) ?? { level: 'info', reason };
      return notChecked(said.level, said.reason.en, said.reason.ja, evidence);
    },
  });
}
