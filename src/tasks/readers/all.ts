export { csv } from './csv.js';
export { html } from './html.js';
export { json } from './json.js';
export { markdown } from './markdown.js';
export { xlsx } from './xlsx.js';
