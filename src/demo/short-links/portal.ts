import type { DemoWorld } from '../world.js';
import { redirect } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';
import { nothingHere } from '../third-parties/nothing-here.js';

/** Short links as aka.ms answers them: known ones 301 to their target, unknown ones 302 to a search engine's home. */
export function shortLinksPortal({ origins }: DemoWorld): Handler {
  const live = {
    '/FastTrackKickoffJapan': `${origins.documents}/decks/FastTrack-Kickoff-Deck-v2_JPN.pptx`,
    '/TeamsUpgrade': `${origins.learn}/en-us/microsoftteams/upgrade-start-here`,
    '/SecurityWorkshop': `${origins.documents}/decks/Security-Workshop-Deck.pptx`,
    '/PartnerLibrary': `${origins.sharePoint}/sites/FastTrack/Partner%20Library/Readiness-Deck.pptx`,
  };
  const routes = Object.entries(live).map(([path, target]) => [path, redirect(301, target)] as const);
  return portal({ ...Object.fromEntries(routes), '/robots.txt': nothingHere }, ({ path }) =>
    redirect(302, `${origins.searchHome}/?ref=aka&shorturl=${path.slice(1)}`),
  );
}
