import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { remark } from '../judgement.js';
import { isPortalPage, isSmall } from '../marks/notice.js';

/** Addresses at which the script of a portal's page asks for its lists, by POST. */
const lists = [
  ['sharepoint-data.json', 'SharePoint documents'],
  ['entity-grid-data.json', 'records'],
] as const;

export const unseenList = defineRule({
  id: 'unseen-list',
  summary: 'A page that loads a list by script: the links in it were not seen.',
  options: tuning,
  signal: z.string(),
  observe: (observation) => {
    const { page, answer, markup } = observation;
    if (page === null || answer.status !== 200) return null;
    // Few pages have this short word, and looking for it is many times quicker than for the long ones.
    if (markup.includes('json')) {
      const list = lists.find(([mark]) => markup.includes(mark));
      if (list !== undefined) return list[1];
    }
    return (isSmall(observation) || isPortalPage(observation)) && markup.includes('data-view-layouts')
      ? 'records'
      : null;
  },
  judge: ({ signal, hops }) =>
    signal === null || hops.length > 0
      ? null
      : remark(
          'warning',
          'The page loads a list by script. What is in that list was not seen and not checked.',
          'このページはスクリプトで一覧を読み込みます。一覧の中身は確認できていません。',
          { list: signal },
        ),
});
