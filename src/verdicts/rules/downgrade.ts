import { defineRule, tuning } from '../define.js';
import { redirected } from '../judgement.js';
import { welcomeOf } from '../marks/statuses.js';

export const downgrade = defineRule({
  id: 'downgrade',
  summary: 'A redirect leaves https: for http:.',
  options: tuning,
  judge: (subject) => {
    const { hops, destination } = subject;
    const way = [...hops.map(({ url }) => url), destination];
    const leaves = way.findIndex(
      (url, at) => url.startsWith('https:') && way[at + 1]?.startsWith('http:') === true,
    );
    if (leaves < 0 || welcomeOf(subject) === null) return null;
    return redirected(
      'warning',
      'A redirect leaves the protected connection (https:) for an unprotected one (http:). Browsers may refuse to follow.',
      'リダイレクトにより、保護された接続（https:）から保護されていない接続（http:）に移動します。ブラウザーが拒否する可能性があります。',
      { from: way[leaves] ?? '', to: way[leaves + 1] ?? '' },
    );
  },
});
