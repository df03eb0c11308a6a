export * as reporters from '../reports/all.js';
