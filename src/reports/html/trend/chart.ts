import { escapeMarkup } from '../../../kit/escape/markup.js';
import type { Tally } from '../../../model/report.js';
import type { Speech } from '../../wording/speech.js';
import { describeTally, isCounted } from './describe.js';
import { scaleTo } from './scale.js';

const height = 120;
const room = { above: 22, below: 30 };
const mostDates = 6;
/** With more dots than these, a dot is shown only under the pointer: the dots would merge to a thick line. */
const mostDots = 20;

/** One run in the picture: its position across in percent, and its height. */
interface Point {
  readonly tally: Tally;
  readonly x: number;
  readonly width: number;
  /** `null` if the run cannot be compared with the others. */
  readonly y: number | null;
}

/**
 * A chart of broken resources, run by run. Its width is in percent and it has no view box, so that it fits any page without
 * stretching letters or lines. Screen readers have the table instead.
 */
export function drawChart(trend: readonly Tally[], speech: Speech): string {
  const { top, ticks } = scaleTo(
    Math.max(0, ...trend.filter(isCounted).map(({ byVerdict }) => byVerdict.broken)),
  );
  const yOf = (value: number): number => round(room.above + height * (1 - value / top));
  const points = trend.map((tally, at) => ({
    tally,
    x: round((at / Math.max(1, trend.length - 1)) * 100),
    width: 100 / trend.length,
    y: isCounted(tally) ? yOf(tally.byVerdict.broken) : null,
  }));
  return `<svg class="chart" height="${room.above + height + room.below}" role="img" aria-labelledby="trend-title" aria-describedby="trend-text">
<title id="trend-title">${escapeMarkup(speech.say('trend'))}</title>
<desc id="trend-text">${escapeMarkup(describeEnds(trend, speech))}</desc>
${ticks.map((tick) => drawTick(speech.count(tick), yOf(tick))).join('\n')}
${drawDates(points, speech)}
<svg viewBox="0 0 100 ${room.above + height}" height="${room.above + height}" preserveAspectRatio="none">
${stretchesOf(points).map(drawStretch).join('\n')}
</svg>
${points.map((point, at) => drawRun(point, isQuiet(points, at), speech)).join('\n')}
${drawLast(points, speech)}
</svg>`;
}

/** The first and the last figure: all figures stand in the table. */
function describeEnds(trend: readonly Tally[], speech: Speech): string {
  return [trend[0], trend.at(-1)]
    .filter((tally) => tally !== undefined)
    .map((tally) => describeTally(tally, speech))
    .join('; ');
}

function drawTick(label: string, y: number): string {
  return `<line class="grid" x2="100%" y1="${y}" y2="${y}"/><text class="tick" x="-10" y="${y}">${escapeMarkup(label)}</text>`;
}

/** The days below the chart, as many as there is room for; narrow screens show the first and the last alone. */
function drawDates(points: readonly Point[], { date }: Speech): string {
  const last = points.length - 1;
  const step = Math.ceil(last / (mostDates - 1));
  const shown = new Set<string>();
  return points
    .map((point, at) => ({ ...point, place: at === 0 ? 'first' : at === last ? 'last' : 'between' }))
    .filter(({ place }, at) => place !== 'between' || (at >= step && (last - at) % step === 0))
    .map(({ tally, x, place }) => {
      const day = date(tally.start);
      if (shown.has(day)) return '';
      shown.add(day);
      return `<text class="day ${place}" x="${x}%" y="${room.above + height + 22}">${escapeMarkup(day)}</text>`;
    })
    .join('');
}

/** Runs in a row that can be compared, without a gap. */
function stretchesOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const stretches: Point[][] = [[]];
  for (const point of points) {
    if (point.y === null) stretches.push([]);
    else stretches.at(-1)?.push(point);
  }
  return stretches.filter(({ length }) => length > 1);
}

function drawStretch(points: readonly Point[]): string {
  const line = points.map(({ x, y }) => `${x},${y ?? 0}`).join(' ');
  const ground = room.above + height;
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  return `<polygon points="${first},${ground} ${line} ${last},${ground}"/><polyline points="${line}"/>`;
}

/** Whether the line is enough without a dot: not at its end, nor for a run that stands alone. */
function isQuiet(points: readonly Point[], at: number): boolean {
  const neighbours = [points[at - 1], points[at + 1]];
  const isAlone = neighbours.every((point) => point === undefined || point.y === null);
  return points.length > mostDots && !isAlone && at < points.length - 1;
}

/** A run as a column over the whole height, so that there is something to point at. */
function drawRun({ tally, x, y, width }: Point, isQuiet: boolean, speech: Speech): string {
  const title = `<title>${escapeMarkup(describeTally(tally, speech))}</title>`;
  const column = `<rect x="${round(x - width / 2)}%" width="${round(width)}%" height="${room.above + height}"/>`;
  const mark =
    y === null
      ? `<line class="gap" x1="${x}%" x2="${x}%" y1="${room.above}" y2="${room.above + height}"/>`
      : `<circle${isQuiet ? ' class="quiet"' : ''} cx="${x}%" cy="${y}" r="4"/>`;
  return `<g>${title}${column}${mark}</g>`;
}

/** The figure of the newest run that has one, above its dot. */
function drawLast(points: readonly Point[], { count }: Speech): string {
  const last = points.findLast(({ y }) => y !== null);
  if (last === undefined || last.y === null) return '';
  const side = last.x > 95 ? ' last' : last.x < 5 ? ' first' : '';
  return `<text class="now${side}" x="${last.x}%" y="${last.y - 9}">${escapeMarkup(count(last.tally.byVerdict.broken))}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
