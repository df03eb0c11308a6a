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
    // Listed in FTOP Task Details, but the Community lacks it (complaint 5).
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
    // 404 on the Playbook, unknown to the Community; nearest title: Compliance Manager Workshop (complaint 4).
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

type Task = Pick<DemoTaskRow, 'id' | 'name' | 'importance' | 'role' | 'services'>;

/** The tasks themselves, by a short name for the pages that show them. */
export const tasks = {
  welcome: task('301', 'Welcome the customer', '顧客への案内', 'M', 'FastTrack Manager', 'All'),
  kickoff: task('4101', 'Hold the kickoff meeting', 'キックオフの実施', 'M', 'FastTrack Manager', 'All'),
  intune: task('4107', 'Prepare device enrolment', 'デバイス登録の準備', 'M', 'Onboarding', 'Intune'),
  exchange: task('4110', 'Plan mail migration', 'メール移行の計画', 'M', 'Onboarding', 'Exchange Online'),
  metrics: task('4115', 'Agree on success metrics', '成功指標の合意', 'O', 'FastTrack Manager', 'All'),
  identity: task('4118', 'Deploy identities', 'ID の展開', 'M', 'Onboarding', 'Microsoft Entra ID'),
  complianceScore: task(
    '4122',
    'Deliver the Compliance Score Workshop',
    'コンプライアンス スコア ワークショップの実施',
    'O',
    'FastTrack Engineer',
    'Microsoft Purview',
  ),
  readiness: task(
    '4125',
    'Confirm partner readiness',
    'パートナーの準備確認',
    'M',
    'FastTrack Manager',
    'All',
  ),
  cloudApps: task(
    '4130',
    'Introduce cloud app security',
    'クラウド アプリ保護の紹介',
    'O',
    'Engineer',
    'Defender',
  ),
  cloudPc: task('4133', 'Pilot Cloud PCs', 'クラウド PC の試行', 'O', 'FastTrack Engineer', 'Windows 365'),
  endpoint: task(
    '4140',
    'Present endpoint management',
    'エンドポイント管理の説明',
    'O',
    'Engineer',
    'Intune',
  ),
  defender: task(
    '4144',
    'Introduce cloud workload security',
    'クラウド ワークロード保護',
    'O',
    'Engineer',
    'Defender',
  ),
  newsletter: task('71234', 'Announce changes', '変更の告知', 'O', 'FastTrack Manager', 'All'),
} as const satisfies Readonly<Record<string, Task>>;

function task(
  id: string,
  en: string,
  ja: string,
  importance: 'M' | 'O',
  role: string,
  services: string,
): Task {
  return { id, name: { en, ja }, importance, role, services };
}
