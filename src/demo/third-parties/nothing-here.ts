import { heading, sheet } from '../markup.js';
import { html } from '../wire/reply.js';

/** An ordinary 404. */
export const nothingHere = html(
  sheet({ language: 'en', title: '404 Not Found', body: [heading(1, 'Not Found')] }),
  404,
);
