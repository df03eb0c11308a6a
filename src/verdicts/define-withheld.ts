import type { Withholding } from '../model/resource.js';
import type { Text } from '../model/text.js';
import { defineRule, tuning, type RuleDefinition } from './define.js';
import { notChecked } from './judgement.js';
import { withheldBy } from './marks/withholdings.js';

/** A rule that says why a resource was not asked for. Its id is the reason's name. */
export function defineWithheldRule(by: Withholding, summary: string, reason: Text): RuleDefinition {
  return defineRule({
    id: by,
    summary,
    options: tuning,
    judge: (subject) => {
      const withheld = withheldBy(subject, by);
      if (withheld === null) return null;
      const evidence = withheld.detail === '' ? {} : { decidedBy: withheld.detail };
      return notChecked('info', reason.en, reason.ja, evidence);
    },
  });
}
