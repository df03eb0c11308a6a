/** The day in UTC, `YYYY-MM-DD`, of a moment in milliseconds since 1970. */
export function utcDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
