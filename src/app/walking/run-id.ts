/** Names a run by its start to the millisecond, so that names sort by time: `20261122T081500123Z-1f3a`. */
export function nameRun(startedAt: number, random: () => number): string {
  const time = new Date(startedAt).toISOString().replace(/[-:.]/g, '');
  const chance = Math.floor(random() * 0x10000);
  return `${time}-${chance.toString(16).padStart(4, '0')}`;
}
