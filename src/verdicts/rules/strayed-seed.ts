import { z } from 'zod';
import { isFileUrl } from '../../kit/urls/file-url.js';
import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';
import { movesOn } from '../marks/refresh.js';
import { welcomeOf } from '../marks/statuses.js';

export const strayedSeed = defineRule({
  id: 'strayed-seed',
  summary: 'A seed whose redirects lead out of what is walked, so nothing behind it was seen.',
  label: { en: 'leads away', ja: '範囲外へ転送' },
  options: tuning,
  yieldsTo: ['unread-seed', 'sign-in', 'soft-404', 'dead-short-link', 'blocked', 'maintenance', 'error-page'],
  // Where a refresh leads is judged by the survey on forwarding seeds, which sees whether that is walked.
  signal: z.literal('moves-on'),
  observe: (observation) => (movesOn(observation) ? 'moves-on' : null),
  judge: (subject) => {
    const { resource, hops, end, destination } = subject;
    if (resource.role !== 'seed' || hops.length === 0 || isFileUrl(resource.url)) return null;
    // Whoever starts at a document wants to know of that document, wherever it lies.
    if (welcomeOf(subject) === null || end?.page == null || end.role !== 'check') return null;
    return notChecked(
      'warning',
      `The walk starts here, but is led to ${destination}, which is no part of what is walked, so no link there was followed. Start there instead, or include it.`,
      `巡回の開始地点ですが、巡回の範囲に含まれない ${destination} へ移動するため、その先のリンクはたどっていません。移動先を開始地点にするか、範囲に含めてください。`,
      { destination },
    );
  },
});
