import { element, list, link, paragraph } from '../markup.js';
import type { DemoWorld } from '../world.js';
import type { Handler, Routes } from '../wire/portal.js';
import type { Reply } from '../wire/reply.js';
import { articlePath, articles, prefixedArticlePath, type Article } from './articles.js';
import { communityPage, home, type Crumb } from './layout.js';

const shelf: Readonly<Record<Article['language'], Crumb>> = {
  'en-US': ['Knowledge Base for Specialty Partners', '/en-us/knowledgebase/'],
  'ja-JP': ['サポート技術情報', '/ja-jp/knowledgebase/'],
};

/** Lists of articles, and every article under both of its addresses. */
export function knowledgeBase(world: DemoWorld): Routes {
  const published = articles(world);
  const pages = published.flatMap((article) => {
    const reply = articlePage(article, world);
    return [articlePath(article), prefixedArticlePath(article)].map((path) => [path, reply] as const);
  });
  return {
    [shelf['en-US'][1]]: listPage('en-US', published, world),
    [shelf['ja-JP'][1]]: listPage('ja-JP', published, world),
    ...Object.fromEntries(pages),
  };
}

/** What the portal says of an article that does not exist or is not published: 200, in the language of the address. */
export function unavailableArticle(world: DemoWorld): Handler {
  const english = unavailable('en-US', 'Article Unavailable', requestedIsUnavailable, world);
  const japanese = unavailable('ja-JP', '記事は使用できません', requestedIsUnavailableInJapanese, world);
  return ({ path }) => (path.includes('ja-jp') ? japanese : english);
}

function articlePage(article: Article, world: DemoWorld): Reply {
  const { language, title, body } = article;
  const above = [home[language], shelf[language]];
  return communityPage({ path: articlePath(article), language, title, above, body: [...body, views] }, world);
}

function listPage(language: Article['language'], published: readonly Article[], world: DemoWorld): Reply {
  const shown = published.filter((article) => article.isListed && article.language === language);
  const links = shown.map((article) => link(articlePath(article), article.title));
  const retired = language === 'en-US' ? retiredArticles : retiredArticlesInJapanese;
  const [title, path] = shelf[language];
  return communityPage(
    { path, language, title, above: [home[language]], body: [list(...links, ...retired)] },
    world,
  );
}

/** Still on the list, no longer published. */
const retiredArticles = [
  link('/knowledgebase/article/KB-01777/en-us', 'Services Workshops for Specialty Partners'),
];
const retiredArticlesInJapanese = [
  link('/knowledgebase/article/KB-01640/ja-jp', 'スペシャリスト パートナー向けワークショップ'),
];

const views = element('div', { class: 'views' }, 'Views: 128', element('span', {}, 'Comments (3)'));
const requestedIsUnavailable =
  'The requested Knowledge article is unavailable. Please contact your Portal Administrator.';
const requestedIsUnavailableInJapanese =
  '要求されたサポート情報記事は利用できません。ポータル管理者にお問い合わせください。';

function unavailable(language: Article['language'], title: string, text: string, world: DemoWorld): Reply {
  const alert = element('div', { class: 'alert alert-danger' }, paragraph(text));
  return communityPage(
    { path: '/knowledgebase/article', language, title, above: [home[language]], body: [alert] },
    world,
  );
}
