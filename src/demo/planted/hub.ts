import { events } from '../nights.js';
import { broken, type Defect } from './defect.js';

const playbook = '/en-us/playbook';
const resource = `${playbook}/resource`;

/** What is broken on the Hub. */
export const hubDefects: readonly Defect[] = [
  // Skype to Teams Transition Overview cannot be opened: HTTP ERROR 500.
  { ...broken('server-error', 'hub', events.skypeFixed.path), nights: [0, events.skypeFixed.night] },
  // The workshop that Task4122 needs cannot be found.
  broken('not-found', 'hub', `${resource}/compliance-score-workshop.html`),
  // The page was renamed; the Playbook still links its old name.
  broken('not-found', 'hub', `${playbook}/plan.html`),
  // Case matters in its paths.
  broken('not-found', 'hub', `${playbook}/Assess.html`),
  // A Japanese page links the English sibling as if it lay in its own folder.
  broken('not-found', 'hub', '/ja-jp/playbook/exchange-guidance.html'),
  // The picture of the customer journey is missing.
  broken('not-found', 'hub', '/images/journey.png'),
  // Removed for good (410).
  broken('gone', 'hub', `${playbook}/windows-10-adoption.html`),
  // Two old pages redirect to each other.
  broken('redirect-loop', 'hub', `${playbook}/legacy/readiness.html`),
  // Every year of the archive redirects to the next.
  broken('too-many-redirects', 'hub', `${playbook}/archive/1.html`),
  // The link spells it the American way, the page the British.
  fragment(`${playbook}/onboarding.html#device-enrollment`),
  // A SharePoint address, encoded twice, ended up behind the #.
  fragment(`${resource}/services-workshops.html#https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2FFastTrack`),
  // The link to a Markdown source was never converted.
  mistyped(`${playbook}/migration-checklist.md`),
  // The link lost its "https://".
  mistyped(`${resource}/aka.ms/FastTrackReadyKit`),
  // The link lost its "https://aka.ms/" and became relative.
  mistyped(`${resource}/FastTrackScorecard`),
  // A forgotten "mailto:".
  mistyped(`${resource}/partners@contoso.example`),
  // A host without "https://".
  mistyped(`${resource}/www.contoso.example/fasttrack`),
  // A zero-width space was pasted with the address.
  mistyped(`${resource}/services-workshops.html%E2%80%8B`),
  // A host was appended as a path.
  mistyped('/learn.microsoft.com/microsoft-365/'),
  // The scheme has one h too many.
  broken('malformed-link', null, 'hhttps://learn.contoso.example/teams'),
];

function mistyped(path: string): Defect {
  return broken('malformed-link', 'hub', path);
}

function fragment(path: string): Defect {
  return { ...broken('missing-fragment', 'hub', path), level: 'warning' };
}
