import type { HeadsUp } from '../../model/change.js';
import type { Notifier } from '../../model/config.js';
import { slack } from './slack.js';
import { teams } from './teams.js';

/** Makes the body of a webhook's request: JSON within the limits of the service. Pure. */
export type Messenger = (headsUp: HeadsUp) => string;

/** The services that can be told of changes, by kind. */
export const messengers: Readonly<Record<Notifier, Messenger>> = { slack, teams };
