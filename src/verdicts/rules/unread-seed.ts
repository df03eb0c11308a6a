import { isFileUrl } from '../../kit/urls/file-url.js';
import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';
import { claimsOf, expectedKind } from '../marks/document-kinds.js';
import { welcomeOf } from '../marks/statuses.js';

/** Nobody expects links of them. */
const seenOrHeard = /^(image|audio|video|font)\//;

export const unreadSeed = defineRule({
  id: 'unread-seed',
  summary: 'A seed that opens but gives no page, so nothing behind it was seen.',
  label: { en: 'no page', ja: 'ページなし' },
  options: tuning,
  yieldsTo: ['sign-in', 'blocked', 'damaged-document', 'disguised-document', 'incomplete-page'],
  judge: (subject) => {
    const { resource, end, destination } = subject;
    const answer = resource.role === 'seed' ? welcomeOf(subject) : null;
    if (answer === null || isFileUrl(resource.url) || (end?.page != null && answer.bytes > 0)) return null;
    // Whoever starts at a document wants to know of that document.
    if (seenOrHeard.test(answer.contentType) || expectedKind(claimsOf(destination, answer)) !== null)
      return null;
    return notChecked(
      'warning',
      'The walk starts here, but the server sends nothing that can be read as a page, so no link was found.',
      '巡回の開始地点ですが、ページとして読めるものが送られてこないため、リンクが 1 つも得られませんでした。',
      { contentType: answer.contentType, bytes: answer.bytes },
    );
  },
});
