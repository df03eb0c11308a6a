import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { answeredWith } from '../marks/statuses.js';

/** Statuses that have a rule of their own. */
const spokenFor: ReadonlySet<number> = new Set([401, 403, 404, 407, 410, 429]);
const sharePointFile = /\/_entity\/sharepointdocumentlocation\//i;

export const clientError = defineRule({
  id: 'client-error',
  summary: 'The server refuses the request (400 to 499, but for those with a rule of their own).',
  options: tuning,
  yieldsTo: ['malformed-link', 'sign-in', 'blocked'],
  judge: (subject) => {
    const answer = answeredWith(subject, 400, 499);
    if (answer === null || spokenFor.has(answer.status)) return null;
    return answer.status === 400 && sharePointFile.test(subject.destination)
      ? broken(
          'The portal could not get this file from SharePoint (400).',
          'ポータルが SharePoint からこのファイルを取得できませんでした（400）。',
        )
      : broken(
          `The server refuses to answer this address (${answer.status}).`,
          `サーバーがこのアドレスへの要求を拒否しました（${answer.status}）。`,
        );
  },
});
