import { isFileUrl } from '../../kit/urls/file-url.js';
import { defineRule, tuning } from '../define.js';
import { redirected as elsewhere } from '../judgement.js';
import { shortLinks } from '../marks/short-links.js';
import { isLasting, welcomeOf } from '../marks/statuses.js';

export const redirected = defineRule({
  id: 'redirected',
  summary: 'It opens at another address.',
  options: tuning.extend({ shortLinks: shortLinks.option }),
  yieldsTo: [
    'sign-in',
    'soft-404',
    'dead-short-link',
    'blocked',
    'maintenance',
    'cookie-wall',
    'error-page',
    'empty-document',
    'damaged-document',
    'disguised-document',
  ],
  judge: (subject, options) => {
    const { hops, resource, destination } = subject;
    // The index of a folder is what a folder shows.
    if (hops.length === 0 || isFileUrl(resource.url) || welcomeOf(subject) === null) return null;
    if (shortLinks.of(options.shortLinks).test(resource.url)) {
      return elsewhere(
        'info',
        'This short link works; it leads to another address.',
        'この短縮リンクは有効で、別のアドレスに移動します。',
        { destination, shortLink: true },
      );
    }
    return hops.every(({ status }) => isLasting(status))
      ? elsewhere(
          'info',
          'The page has moved for good. Update the link to the new address.',
          'ページは恒久的に移動しています。リンクを新しいアドレスに更新してください。',
          { destination, permanent: true },
        )
      : elsewhere(
          'info',
          'The address leads to another one for the time being. The link is good as it is.',
          '一時的に別のアドレスへ移動します。リンクを変更する必要はありません。',
          { destination, permanent: false },
        );
  },
});
