import { events } from '../nights.js';
import { broken, type Defect } from './defect.js';

const playbook = '/en-us/playbook';
const resource = `${playbook}/resource`;

/** What is ill on the Hub. */
export const hubDefects: readonly Defect[] = [
  {
    ...broken(
      'server-error',
      'hub',
      events.skypeFixed.path,
      'Skype to Teams Transition Overview cannot be opened: HTTP ERROR 500 (complaint 1).',
      'Skype to Teams Transition Overview が開けません。HTTP ERROR 500 と表示されます (問い合わせ 1)。',
    ),
    nights: [0, events.skypeFixed.night],
  },
  broken(
    'not-found',
    'hub',
    `${resource}/compliance-score-workshop.html`,
    'The workshop that Task4122 needs cannot be found (complaint 4).',
    'Task4122 に必要なワークショップが見つかりません (問い合わせ 4)。',
  ),
  broken(
    'not-found',
    'hub',
    `${playbook}/plan.html`,
    'The page was renamed; the Playbook still links its old name.',
    'ページ名が変わったのに、古い名前へのリンクが残っています。',
  ),
  broken(
    'not-found',
    'hub',
    `${playbook}/Assess.html`,
    'Paths know upper from lower case here.',
    'パスの大文字と小文字が違います。',
  ),
  broken(
    'not-found',
    'hub',
    '/ja-jp/playbook/exchange-guidance.html',
    'A Japanese page links the English sibling as if it lay in its own folder.',
    '日本語ページのリンク先が英語フォルダーにしかありません。',
  ),
  broken(
    'not-found',
    'hub',
    '/images/journey.png',
    'The picture of the customer journey is missing.',
    'カスタマー ジャーニーの図が表示されません。',
  ),
  broken(
    'gone',
    'hub',
    `${playbook}/windows-10-adoption.html`,
    'Taken away for good.',
    '完全に削除されました。',
  ),
  broken(
    'redirect-loop',
    'hub',
    `${playbook}/legacy/readiness.html`,
    'Two old pages point at each other.',
    '古いページどうしが互いに転送し合っています。',
  ),
  broken(
    'too-many-redirects',
    'hub',
    `${playbook}/archive/1.html`,
    'Every year of the archive points at the next.',
    'アーカイブが際限なく次の年度へ転送されます。',
  ),
  fragment(
    `${playbook}/onboarding.html#device-enrollment`,
    'American in the link, British on the page.',
    'リンクとページで見出しの綴りが違います。',
  ),
  fragment(
    `${resource}/services-workshops.html#https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2FFastTrack`,
    'A SharePoint address, encoded twice, ended up behind the #.',
    '二重にエンコードされた SharePoint の URL が # の後ろにあります。',
  ),
  mistyped(
    `${playbook}/migration-checklist.md`,
    'The link to a Markdown source was never converted.',
    'Markdown へのリンクが変換されていません。',
  ),
  mistyped(
    `${resource}/aka.ms/FastTrackReadyKit`,
    'The link lost its "https://".',
    'リンクの「https://」が失われています。',
  ),
  mistyped(
    `${resource}/FastTrackScorecard`,
    'The link lost its "https://aka.ms/" and became relative.',
    'リンクの「https://aka.ms/」が失われ、相対リンクになっています。',
  ),
  mistyped(`${resource}/partners@contoso.example`, 'A forgotten "mailto:".', '「mailto:」が抜けています。'),
  mistyped(
    `${resource}/www.contoso.example/fasttrack`,
    'A host without "https://".',
    'ホスト名の前に「https://」がありません。',
  ),
  mistyped(
    `${resource}/services-workshops.html%E2%80%8B`,
    'A zero-width space was pasted with the address.',
    'アドレスにゼロ幅スペースが紛れ込んでいます。',
  ),
  mistyped(
    '/learn.microsoft.com/microsoft-365/',
    'A host glued on as a path.',
    'ホスト名がパスになっています。',
  ),
  broken(
    'malformed-link',
    null,
    'hhttps://learn.contoso.example/teams',
    'One h too many.',
    '「hhttps」と h が一つ多くなっています。',
  ),
];

function mistyped(path: string, en: string, ja: string): Defect {
  return broken('malformed-link', 'hub', path, en, ja);
}

function fragment(path: string, en: string, ja: string): Defect {
  return { ...broken('missing-fragment', 'hub', path, en, ja), level: 'warning' };
}
