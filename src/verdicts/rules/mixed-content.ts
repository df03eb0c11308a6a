import { z } from 'zod';
import type { LinkKind } from '../../model/link.js';
import { elementsIn, type TreeElement } from '../../kit/nodes-in.js';
import { redactUrl } from '../../kit/urls/redact.js';
import { policyHeader } from '../../model/resource.js';
import type { Observation } from '../../model/verdict.js';
import { defineRule, tuning } from '../define.js';
import { remark } from '../judgement.js';

/** Browsers block these on a page that came by https (Mixed Content, W3C); pictures and media they fetch by https instead. */
const blockedKinds: ReadonlySet<LinkKind> = new Set(['script', 'style', 'frame']);
const shown = 5;

export const mixedContent = defineRule({
  id: 'mixed-content',
  summary: 'A page that came by https: needs parts that come by http:, which browsers block.',
  options: tuning,
  signal: z.array(z.string()).min(1),
  observe: (observation) => {
    const { url, page, answer } = observation;
    if (page === null || answer.status !== 200 || !url.startsWith('https:')) return null;
    const parts = page.links.filter((link) => blockedKinds.has(link.kind) && link.url.startsWith('http:'));
    return parts.length === 0 || isUpgraded(observation)
      ? null
      : parts.slice(0, shown).map((link) => redactUrl(link.url));
  },
  judge: ({ signal, hops }) =>
    signal === null || hops.length > 0
      ? null
      : remark(
          'warning',
          'Parts of this page come by an unprotected connection (http:), so browsers leave them out.',
          'このページの一部が保護されていない接続（http:）で読み込まれるため、ブラウザーでは表示されません。',
          { parts: signal },
        ),
});

const upgrade = /upgrade-insecure-requests/i;

/** Whether browsers fetch by https whatever the page names by http: (Upgrade Insecure Requests, W3C). */
function isUpgraded({ answer, markup, tree }: Observation): boolean {
  if (upgrade.test(answer.headers[policyHeader] ?? '')) return true;
  return upgrade.test(markup) && [...elementsIn(tree())].some(isPolicy);
}

function isPolicy({ name, attribs }: TreeElement): boolean {
  const isHeader = name === 'meta' && attribs['http-equiv']?.toLowerCase() === policyHeader;
  return isHeader && upgrade.test(attribs['content'] ?? '');
}
