import type { Defect } from './defect.js';

const list = '/en-us/playbook/resource/task-reference-list.csv';

/** What the Task Reference List names and partners cannot find. */
export const taskDefects: readonly Defect[] = [
  // No portal has "Defender for Cloud Overview"; "Defender for Cloud Apps" is another product.
  {
    origin: 'hub',
    path: `${list}#Task4144`,
    rule: 'missing-document',
    state: 'broken',
    level: 'error',
    affected: 1,
  },
  // The list still says "Azure AD Deployment Guide"; the Community says "Microsoft Entra ID".
  {
    origin: 'hub',
    path: `${list}#Task4118`,
    rule: 'possibly-renamed',
    state: 'not-checked',
    level: 'warning',
    affected: 1,
  },
  // It is there, but the Community's search does not find it.
  {
    origin: 'documents',
    path: '/guides/Defender-for-Cloud-Apps-Overview.pdf',
    rule: 'not-in-search',
    state: 'healthy',
    level: 'warning',
    affected: 1,
  },
  // The search finds it, but no page of the Community links to it.
  {
    origin: 'community',
    path: '/knowledgebase/article/KB-01902/en-us',
    rule: 'only-in-search',
    state: 'healthy',
    level: 'warning',
    affected: 1,
  },
];
