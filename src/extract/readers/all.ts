export { css } from './css.js';
export { html } from './html.js';
export { sitemap } from './sitemap.js';
export { sitemapText } from './sitemap-text.js';
export { text } from './text.js';
export { tocHtml } from './toc-html.js';
export { tocJson } from './toc-json.js';
export { uriList } from './uri-list.js';
