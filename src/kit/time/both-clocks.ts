/** `2026-11-22 17:15:00 JST (2026-11-22 08:15:00 UTC)`: both clocks, since tickets travel. */
export function writeTime(milliseconds: number): string {
  const utc = new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
  const japan = new Date(milliseconds + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  return `${japan} JST (${utc} UTC)`;
}
