import type { Defect } from './defect.js';

const list = '/en-us/playbook/resource/task-reference-list.csv';

/** What the Task Reference List names and partners look for in vain. */
export const taskDefects: readonly Defect[] = [
  {
    origin: 'hub',
    path: `${list}#Task4144`,
    rule: 'missing-document',
    state: 'broken',
    level: 'error',
    story: {
      en: 'No portal has "Defender for Cloud Overview"; "Defender for Cloud Apps" is another product.',
      ja: '「Defender for Cloud Overview」はどこにもありません。「Defender for Cloud Apps」は別の製品です。',
    },
    affected: 1,
  },
  {
    origin: 'hub',
    path: `${list}#Task4118`,
    rule: 'possibly-renamed',
    state: 'not-checked',
    level: 'warning',
    story: {
      en: 'The list still says "Azure AD Deployment Guide"; the Community says "Microsoft Entra ID".',
      ja: 'リストでは今も「Azure AD Deployment Guide」ですが、コミュニティでは「Microsoft Entra ID」です。',
    },
    affected: 1,
  },
  {
    origin: 'documents',
    path: '/guides/Defender-for-Cloud-Apps-Overview.pdf',
    rule: 'not-in-search',
    state: 'healthy',
    level: 'warning',
    story: {
      en: "It is there, but the Community's search does not find it (complaint 5).",
      ja: '存在しますが、コミュニティの検索では見つかりません (問い合わせ 5)。',
    },
    affected: 1,
  },
  {
    origin: 'community',
    path: '/knowledgebase/article/KB-01902/en-us',
    rule: 'only-in-search',
    state: 'healthy',
    level: 'warning',
    story: {
      en: 'The search finds it, but no page of the Community links to it.',
      ja: '検索では見つかりますが、コミュニティのどのページからもリンクされていません。',
    },
    affected: 1,
  },
];
