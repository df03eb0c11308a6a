/** Milliseconds of processor time that work takes: what else the machine does meanwhile is not in it. */
export function processorTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
