import { hasHappened } from '../nights.js';
import { element, link, list, paragraph } from '../markup.js';
import type { DemoWorld } from '../world.js';
import type { Routes } from '../wire/portal.js';
import { attachmentPaths } from './attachments.js';
import { communityPage, home, linkList, type CommunityPage, type Crumb } from './layout.js';

const files: Crumb = ['Files for Specialty Partners and Their Customers', '/en-us/files/'];
const headsUp: Crumb = ['Heads Up', '/en-us/blogs/heads-up/'];

/** The ordinary pages: homes, files, blogs, ideas, lists. */
export function webPages(world: DemoWorld): Routes {
  const pages = [
    homePage(world),
    japaneseHome,
    filesPage,
    ...blogs(world),
    ideasPage,
    idea,
    taskDocuments,
    sharedFiles,
    unfinished,
    status,
  ];
  return Object.fromEntries(pages.map((page) => [page.path, communityPage(page, world)]));
}

function english([title, path]: Crumb, above: readonly Crumb[], ...body: string[]): CommunityPage {
  return { path, language: 'en-US', title, above: [home['en-US'], ...above], body };
}

function homePage({ origins }: DemoWorld): CommunityPage {
  const sections = linkList('Sections', [
    ['/en-us/knowledgebase/', 'Knowledge Base'],
    [files[1], 'Files'],
    [headsUp[1], 'Heads Up newsletter'],
    ['/en-us/ideas/', 'Ideas'],
    ['/en-us/task-documents/', 'Documents by task'],
    ['/en-us/shared-files/', 'Shared files'],
    ['/en-us/release-archive/', 'Release archive'],
    ['/en-us/service-status/', 'Service status'],
    ['/ja-jp/', '日本語'],
    [`${origins.hub}/en-us/index.html`, 'FastTrack Ready Partner Hub'],
  ]);
  const account = linkList('Your account', [
    ['/en-us/partner-only/', 'Partner area'],
    ['/en-us/my-claims/', 'My claims'],
    ['/en-us/program-managers/', 'Program managers'],
    ['/en-us/partner-dashboard/', 'Partner dashboard'],
    ['/en-us/entitlements/', 'Entitlements (PAU and MAU)'],
    ['/en-us/partner-readiness/', 'Partner readiness'],
    ['/en-us/SignIn?ReturnUrl=%2Fen-us%2F', 'Sign in'],
    ['/Account/Login/LogOff?returnUrl=%2Fen-us%2F', 'Sign out'],
  ]);
  return { ...english(home['en-US'], [], sections, account), above: [] };
}

const japaneseHome: CommunityPage = {
  path: '/ja-jp/',
  language: 'ja-JP',
  title: 'ホーム',
  above: [],
  body: [
    linkList('メニュー', [
      ['/ja-jp/knowledgebase/', 'サポート技術情報'],
      ['/ja-jp/%E3%83%91%E3%83%BC%E3%83%88%E3%83%8A%E3%83%BC/', 'パートナーの準備状況'],
      ['/en-us/', 'English'],
    ]),
  ],
};

const filesPage = english(
  files,
  [],
  list(
    link(attachmentPaths.healthy, 'Specialty overview'),
    link(attachmentPaths.onboarding, 'Onboarding deck'),
    link(attachmentPaths.missing, 'Compliance workshop handout'),
    link(attachmentPaths.empty, 'Score card template'),
    link(attachmentPaths.inBlobStorage, 'Partner FAQ'),
    link(attachmentPaths.onSharePoint, 'Kickoff deck on SharePoint'),
    link(attachmentPaths.lostOnSharePoint, 'Closing deck on SharePoint'),
  ),
  paragraph(
    'Questions?',
    link('mailto:community@contoso.example?subject=Files', 'Write to us'),
    'or',
    link('tel:+81-3-0000-0000', 'call'),
  ),
);

function blogs({ night }: DemoWorld): readonly CommunityPage[] {
  const posted = hasHappened('headsUpPosted', night) ? ['2026-11-02', '2026-11-17'] : ['2026-11-02'];
  const posts = posted.map((day) =>
    english(
      [`Heads Up of ${day}`, `${headsUp[1]}${day}`],
      [headsUp],
      paragraph('Newly localised and updated documents.'),
    ),
  );
  return [english(headsUp, [], list(...posts.map(({ path, title }) => link(path, title)))), ...posts];
}

/** Filters and numbered pages without end, votes that count, forms that send: nothing that a walk should follow. */
const ideasPage = english(
  ['Ideas', '/en-us/ideas/'],
  [],
  list(
    link('/en-us/ideas/better-search', 'Search should find decks by task number'),
    link('/en-us/ideas/merged-idea', 'Announce every localised document'),
    ...['hot', 'new', 'top'].flatMap((filter) => ideaPages(filter)),
  ),
);

function ideaPages(filter: string): readonly string[] {
  return ['1', '2', '3'].map((page) =>
    link(`/en-us/ideas/?filter=${filter}&page=${page}`, `${filter}, page ${page}`),
  );
}

const idea = english(
  ['Search should find decks by task number', '/en-us/ideas/better-search'],
  [['Ideas', '/en-us/ideas/']],
  paragraph(
    link('/en-us/ideas/better-search/vote', 'Vote'),
    link('/en-us/ideas/better-search/delete', 'Delete'),
  ),
  element(
    'form',
    { method: 'post', action: '/en-us/ideas/better-search/comment' },
    element('button', {}, 'Comment'),
  ),
);

/** Lists that a script loads by POST: a walk sees them empty. */
const taskDocuments = english(
  ['Documents by Task', '/en-us/task-documents/'],
  [],
  element('div', {
    class: 'entitylist entity-grid',
    'data-get-url': '/_services/entity-grid-data.json/4122',
    'data-view-layouts': 'W10=',
  }),
);
const sharedFiles = english(
  ['Shared Files', '/en-us/shared-files/'],
  [],
  element('div', { class: 'sharepoint-grid', 'data-url-get': '/_services/sharepoint-data.json/4122' }),
);

const unfinished: CommunityPage = {
  ...english(['Release Archive', '/en-us/release-archive/'], [], paragraph('Releases of 2025.')),
  isUnfinished: true,
};

const status = english(
  ['Service Status', '/en-us/service-status/'],
  [],
  paragraph(link('/en-us/sign-in-health/', 'Sign-in health')),
);
