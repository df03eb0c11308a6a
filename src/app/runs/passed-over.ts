import type { RunSummary } from '../../store/runs.js';
import type { Store } from '../../store/store.js';
import type { Text } from '../../model/text.js';

const mostNamed = 3;

/** It may still be under way, have crashed, or be damaged. */
function hasNotEnded({ run }: RunSummary): boolean {
  return run?.endedAt == null;
}

/** What to know where the newest run that ended was taken, and there are newer ones: what is told may be out of date. */
export function passedOver(store: Store, id: string): readonly Text[] {
  const unread =
    store.newer(id).length === 0 ? [] : store.runs().filter((one) => hasNotEnded(one) && one.id > id);
  if (unread.length === 0) return [];
  const newer = unread.map((one) => one.id);
  const named = newer.slice(0, mostNamed).join(', ');
  const [more, further] =
    newer.length > mostNamed
      ? [` and ${newer.length - mostNamed} more`, ` ほか ${newer.length - mostNamed} 件`]
      : ['', ''];
  return [
    {
      en: `What is newer has not ended or cannot be read (${named}${more}): this is told by ${id}.`,
      ja: `これより新しい巡回（${named}${further}）は終了していないか、読み取れません。この内容は ${id} のものです。`,
    },
  ];
}
