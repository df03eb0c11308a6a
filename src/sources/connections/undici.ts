/**
 * The parts of undici that every walk needs, by their own paths: its index loads fetch, web sockets and caches as well, and
 * that takes longer than checking a hundred links.
 */
export { default as Client } from 'undici/lib/dispatcher/client.js';
export { default as buildConnector } from 'undici/lib/core/connect.js';
export { default as errors } from 'undici/lib/core/errors.js';
