import type { Text } from '../../model/text.js';
import type { DemoWorld } from '../world.js';

/** One row of the demo's Playbook Task Reference List: a task and one document it needs. */
export interface DemoTaskRow {
  readonly id: string;
  readonly name: Text;
  readonly importance: 'M' | 'O';
  readonly role: string;
  readonly services: string;
  readonly document: string;
  /** Empty where the list names the document only. */
  readonly address: string;
}

/** The list as it is published on the Hub; above each row is what a reconciliation ought to say of it. */
export function taskRows({ origins }: DemoWorld): readonly DemoTaskRow[] {
  const { hub, documents, community, sharePoint } = origins;
  const workshops = `${hub}/en-us/playbook/resource`;
  return [
    // All is well, in both languages.
    {
      ...tasks.kickoff,
      document: 'FastTrack Kickoff Deck v2',
      address: `${documents}/decks/FastTrack-Kickoff-Deck-v2.pptx`,
    },
    // Listed in FTOP Task Details, but the Community lacks it.
    {
      ...tasks.intune,
      document: 'Intune Deployment Checklist',
      address: `${documents}/sheets/Intune-Deployment-Checklist.xlsx`,
    },
    // Only in English.
    {
      ...tasks.exchange,
      document: 'Exchange Online Migration Guide',
      address: `${documents}/guides/Exchange-Online-Migration-Guide.docx`,
    },
    // The Community has version 2 only.
    {
      ...tasks.metrics,
      document: 'Adoption Success Metrics v4',
      address: '',
    },
    // Possibly renamed: the Community has "Microsoft Entra ID Deployment Guide".
    {
      ...tasks.identity,
      document: 'Azure AD Deployment Guide',
      address: '',
    },
    // 404 on the Playbook, unknown to the Community; nearest title: Compliance Manager Workshop.
    {
      ...tasks.complianceScore,
      document: 'Compliance Score Workshop',
      address: `${workshops}/compliance-score-workshop.html`,
    },
    // Behind a sign-in: not checked.
    {
      ...tasks.readiness,
      document: 'Partner Readiness Deck',
      address: `${sharePoint}/sites/FastTrack/Partner%20Library/Readiness-Deck.pptx`,
    },
    // There, but the Community's search does not find it.
    {
      ...tasks.cloudApps,
      document: 'Defender for Cloud Apps Overview',
      address: `${documents}/guides/Defender-for-Cloud-Apps-Overview.pdf`,
    },
    // Search finds it, but no page links to it.
    {
      ...tasks.cloudPc,
      document: 'Windows 365 Pilot Runbook',
      address: `${community}/knowledgebase/article/KB-01902/en-us`,
    },
    // The document is cut.
    {
      ...tasks.endpoint,
      document: 'Endpoint Management Deck',
      address: `${documents}/decks/Endpoint-Management-Deck.pptx`,
    },
    // Missing: "Defender for Cloud Apps" is another product.
    {
      ...tasks.defender,
      document: 'Defender for Cloud Overview',
      address: '',
    },
  ];
}

/** What every page that shows a task says of it. */
export type DemoTask = Pick<DemoTaskRow, 'id' | 'name' | 'importance' | 'role' | 'services'>;

/** The tasks themselves, by a short name for the pages that show them. */
export const tasks = {
  welcome: {
    id: '301',
    name: { en: 'Welcome the customer', ja: '顧客への案内' },
    importance: 'M',
    role: 'FastTrack Manager',
    services: 'All',
  },
  kickoff: {
    id: '4101',
    name: { en: 'Hold the kickoff meeting', ja: 'キックオフの実施' },
    importance: 'M',
    role: 'FastTrack Manager',
    services: 'All',
  },
  intune: {
    id: '4107',
    name: { en: 'Prepare device enrolment', ja: 'デバイス登録の準備' },
    importance: 'M',
    role: 'Onboarding',
    services: 'Intune',
  },
  exchange: {
    id: '4110',
    name: { en: 'Plan mail migration', ja: 'メール移行の計画' },
    importance: 'M',
    role: 'Onboarding',
    services: 'Exchange Online',
  },
  metrics: {
    id: '4115',
    name: { en: 'Agree on success metrics', ja: '成功指標の合意' },
    importance: 'O',
    role: 'FastTrack Manager',
    services: 'All',
  },
  identity: {
    id: '4118',
    name: { en: 'Deploy identities', ja: 'ID の展開' },
    importance: 'M',
    role: 'Onboarding',
    services: 'Microsoft Entra ID',
  },
  complianceScore: {
    id: '4122',
    name: { en: 'Deliver the Compliance Score Workshop', ja: 'コンプライアンス スコア ワークショップの実施' },
    importance: 'O',
    role: 'FastTrack Engineer',
    services: 'Microsoft Purview',
  },
  readiness: {
    id: '4125',
    name: { en: 'Confirm partner readiness', ja: 'パートナーの準備確認' },
    importance: 'M',
    role: 'FastTrack Manager',
    services: 'All',
  },
  cloudApps: {
    id: '4130',
    name: { en: 'Introduce cloud app security', ja: 'クラウド アプリ保護の紹介' },
    importance: 'O',
    role: 'Engineer',
    services: 'Defender',
  },
  cloudPc: {
    id: '4133',
    name: { en: 'Pilot Cloud PCs', ja: 'クラウド PC の試行' },
    importance: 'O',
    role: 'FastTrack Engineer',
    services: 'Windows 365',
  },
  endpoint: {
    id: '4140',
    name: { en: 'Present endpoint management', ja: 'エンドポイント管理の説明' },
    importance: 'O',
    role: 'Engineer',
    services: 'Intune',
  },
  defender: {
    id: '4144',
    name: { en: 'Introduce cloud workload security', ja: 'クラウド ワークロード保護' },
    importance: 'O',
    role: 'Engineer',
    services: 'Defender',
  },
  newsletter: {
    id: '71234',
    name: { en: 'Announce changes', ja: '変更の告知' },
    importance: 'O',
    role: 'FastTrack Manager',
    services: 'All',
  },
} as const satisfies Readonly<Record<string, DemoTask>>;
