export { json } from './json.js';
export { markdown } from './markdown/markdown.js';
export { text } from './text/text.js';
