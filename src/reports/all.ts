export { csv } from './csv.js';
export { github } from './github.js';
export { html } from './html/html.js';
export { json } from './json.js';
export { junit } from './junit.js';
export { markdown } from './markdown/markdown.js';
export { sarif } from './sarif.js';
export { text } from './text/text.js';
