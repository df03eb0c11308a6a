/** The vertical axis: a few round numbers from 0 to the first that is not below the highest value. */
export function scaleTo(highest: number): { readonly top: number; readonly ticks: readonly number[] } {
  const step = roundUp(Math.max(highest, 1) / mostSteps);
  const steps = Math.max(1, Math.ceil(highest / step));
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, at) => at * step) };
}

const mostSteps = 4;

/** The next of 1, 2, 5, 10, 20, 50, …; never a fraction, as there is no half of a resource. */
function roundUp(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(value)));
  const factor = [1, 2, 5].find((one) => one * power >= value) ?? 10;
  return factor * power;
}
