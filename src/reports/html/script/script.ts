import { elements } from './elements.js';
import { findings } from './findings.js';
import { keys } from './keys.js';
import { list } from './list.js';
import { tree } from './tree.js';

/**
 * The page's own program, as text, since it runs in a browser and nowhere else. It makes elements and text, never
 * markup, so nothing it is given can become more than text. One function scope holds all parts.
 */
export const script = `'use strict';(() => {${[elements, findings, tree, list, keys].join('')}})();\n`;
