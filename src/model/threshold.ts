/** What a run fails on (exit code 1), and everything graver. */
export const thresholds = ['broken', 'not-checked', 'warning', 'never'] as const;
export type Threshold = (typeof thresholds)[number];
