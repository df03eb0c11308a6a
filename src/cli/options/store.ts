import type { Option } from './option.js';

const group = 'From night to night:';

export const freshOption: Option = {
  flags: '--fresh',
  summary: 'ask for everything anew, whatever the last run knows',
  group,
};
