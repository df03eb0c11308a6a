import { communityPortal } from './community/portal.js';
import { documentsPortal } from './documents/portal.js';
import { hubPortal } from './hub/portal.js';
import { sharePointPortal } from './share-point/portal.js';
import { shortLinksPortal } from './short-links/portal.js';
import { atticPortal } from './third-parties/attic.js';
import { busyPortal } from './third-parties/busy.js';
import { eventsPortal } from './third-parties/events.js';
import { firewallPortal } from './third-parties/firewall.js';
import { learnPortal } from './third-parties/learn.js';
import { searchHomePortal } from './third-parties/search-home.js';
import { signInPortal } from './third-parties/sign-in.js';
import type { HostName, DemoWorld } from './world.js';
import type { Handler } from './wire/portal.js';

/** Which portal is on which host. */
export const portals: Readonly<Record<HostName, (world: DemoWorld) => Handler>> = {
  hub: hubPortal,
  community: communityPortal,
  documents: documentsPortal,
  sharePoint: sharePointPortal,
  shortLinks: shortLinksPortal,
  searchHome: searchHomePortal,
  signIn: signInPortal,
  learn: learnPortal,
  events: eventsPortal,
  busy: busyPortal,
  firewall: firewallPortal,
  attic: atticPortal,
};
