import { events } from '../nights.js';
import { broken, doubtful, unchecked, type Defect } from './defect.js';

const library = '/sites/FastTrack/Partner%20Library';

/** What is ill among the documents, on the CDN and on SharePoint. */
export const documentDefects: readonly Defect[] = [
  {
    ...broken(
      'not-found',
      'documents',
      events.kickoffBroke.path,
      'The kick-off deck was withdrawn for a night.',
      'キックオフ資料が一晩だけ開けません。',
    ),
    nights: [events.kickoffBroke.night, events.kickoffFixed.night],
  },
  broken(
    'not-found',
    'documents',
    '/decks/Security-Workshop-Deck.pptx',
    'The blob is gone; only XML says so.',
    'BLOB が存在しません。',
  ),
  broken(
    'damaged-document',
    'documents',
    '/decks/Endpoint-Management-Deck.pptx',
    'The connection ends half way.',
    'ダウンロードが途中で切れます。',
  ),
  broken(
    'damaged-document',
    'documents',
    '/decks/Viva-Engage-Deck.pptx',
    'The file was uploaded half: PowerPoint wants to repair it.',
    'ファイルが途中までしかアップロードされていません。',
  ),
  broken(
    'disguised-document',
    'documents',
    '/guides/SharePoint-Migration-Guide.pdf',
    'A viewer page calls itself a PDF.',
    'ビューアーのページが PDF として返されます。',
  ),
  broken(
    'empty-document',
    'documents',
    '/guides/Yammer-Guide.pdf',
    'A PDF of no bytes.',
    '0 バイトの PDF です。',
  ),
  doubtful(
    'older-version',
    'documents',
    '/decks/Teams-Upgrade-Planning-v1.pptx',
    'Three versions of one deck are all linked.',
    '同じ資料の 3 つの版がすべてリンクされています。',
  ),
  doubtful(
    'older-version',
    'documents',
    '/decks/Teams-Upgrade-Planning-v2.pptx',
    'Three versions of one deck are all linked.',
    '同じ資料の 3 つの版がすべてリンクされています。',
  ),
  doubtful(
    'mismatched-document',
    'documents',
    '/guides/Viva-Adoption-Guide.docx',
    'Somebody renamed a PDF: Word cannot open it.',
    '拡張子だけを変えた PDF なので、Word で開けません。',
  ),
  doubtful(
    'protected-document',
    'documents',
    '/guides/Copilot-Readiness-Guide.docx',
    'Encrypted: only those with the right may read it.',
    '暗号化されており、権限のある人だけが読めます。',
  ),
  unchecked(
    'sign-in',
    'sharePoint',
    `${library}/Readiness-Deck.pptx`,
    'The deck of Task4125 is behind a sign-in.',
    'Task4125 の資料にはサインインが必要です。',
  ),
  unchecked(
    'sign-in',
    'sharePoint',
    `${library}/Roadmap.docx`,
    'Another way into the same sign-in.',
    '別の経路で同じサインインに移動します。',
  ),
  unchecked('sign-in', 'sharePoint', `${library}/Pricing.xlsx`, 'Access denied.', 'アクセスが拒否されます。'),
  unchecked(
    'disguised-document',
    'sharePoint',
    `${library}/Town-Hall.pptx`,
    'A viewer page comes in place of the deck.',
    '資料の代わりにビューアーのページが返されます。',
  ),
  broken('not-found', 'sharePoint', `${library}/Withdrawn.pptx`, '404 FILE NOT FOUND', '404 FILE NOT FOUND'),
  broken(
    'malformed-link',
    'sharePoint',
    '/sites/FastTrack/Partner%2520Library/Public-Overview.pptx',
    'The address was encoded twice.',
    'アドレスが二重にエンコードされています。',
  ),
];
