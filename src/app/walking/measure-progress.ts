import { isFileUrl } from '../../kit/urls/file-url.js';
import type { Progress as WalkProgress } from '../../model/walk.js';
import type { CrawlProgress } from '../context/world.js';

/** Over how long the current rate is taken, and how often it is shown, milliseconds. */
const rateWindow = 2000;
const showEvery = 100;

/** Turns the counts of a walk into what a person watches, with the rate of the last seconds and the slowest host. */
export function createProgressMeter(
  now: () => number,
  show: (progress: CrawlProgress) => void,
): (walk: WalkProgress) => void {
  let shownAt = now();
  let mark = { at: shownAt, checked: 0 };
  let rate = 0;
  return (walk) => {
    const time = now();
    if (time - shownAt < showEvery) return;
    shownAt = time;
    rate = ((walk.checked - mark.checked) * 1000) / Math.max(1, time - mark.at);
    if (time - mark.at >= rateWindow) mark = { at: time, checked: walk.checked };
    show({
      pages: walk.pages,
      checked: walk.checked,
      waiting: walk.waiting,
      broken: walk.failing,
      rate,
      slowestHost: slowest(walk.latency),
    });
  };
}

function slowest(latency: ReadonlyMap<string, number>): CrawlProgress['slowestHost'] {
  let worst: { origin: string; milliseconds: number } | null = null;
  for (const [origin, milliseconds] of latency) {
    if (isFileUrl(`${origin}/`)) continue;
    if (worst === null || milliseconds > worst.milliseconds) worst = { origin, milliseconds };
  }
  return worst === null ? null : { host: new URL(worst.origin).host, milliseconds: worst.milliseconds };
}
