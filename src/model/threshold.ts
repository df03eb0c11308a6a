/** What a run fails on (exit code 1), and everything graver. `new-broken`: what is broken and not in the baseline. */
export const thresholds = ['broken', 'new-broken', 'not-checked', 'warning', 'never'] as const;
export type Threshold = (typeof thresholds)[number];
