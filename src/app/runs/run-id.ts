/**
 * Names a run by its start to the millisecond, so that names sort by time: `20261122T081500123Z-1f3a`. A clock that was set back
 * does not make it sort before the `last` run of the store, if there is one: it is named by the millisecond after that.
 */
export function nameRun(startedAt: number, random: () => number, last: string | null): string {
  const earliest = last === null ? null : timeOf(last);
  const time = nameTime(earliest === null ? startedAt : Math.max(startedAt, earliest + 1));
  const chance = Math.floor(random() * 0x10000);
  return `${time}-${chance.toString(16).padStart(4, '0')}`;
}

function nameTime(time: number): string {
  return new Date(time).toISOString().replace(/[-:.]/g, '');
}

/** `null` for what no run is named. */
function timeOf(name: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-/.exec(name);
  if (parts === null) return null;
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number);
  const time = Date.UTC(year, month - 1, ...rest);
  return nameTime(time) === name.slice(0, name.indexOf('-')) ? time : null;
}
