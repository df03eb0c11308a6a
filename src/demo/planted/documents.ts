import { events } from '../nights.js';
import { broken, doubtful, unchecked, type Defect } from './defect.js';

const library = '/sites/FastTrack/Partner%20Library';

/** What is broken among the documents, on the CDN and on SharePoint. */
export const documentDefects: readonly Defect[] = [
  // The kick-off deck was withdrawn for a night.
  {
    ...broken('not-found', 'documents', events.kickoffBroke.path),
    nights: [events.kickoffBroke.night, events.kickoffFixed.night],
  },
  // The blob is gone; only XML says so.
  broken('not-found', 'documents', '/decks/Security-Workshop-Deck.pptx'),
  // The connection ends before the document does.
  broken('damaged-document', 'documents', '/decks/Endpoint-Management-Deck.pptx'),
  // Only half of the file was uploaded: PowerPoint asks to repair it.
  broken('damaged-document', 'documents', '/decks/Viva-Engage-Deck.pptx'),
  // A viewer page is declared as a PDF.
  broken('disguised-document', 'documents', '/guides/SharePoint-Migration-Guide.pdf'),
  // An empty PDF.
  broken('empty-document', 'documents', '/guides/Yammer-Guide.pdf'),
  // Three versions of one deck are all linked.
  doubtful('older-version', 'documents', '/decks/Teams-Upgrade-Planning-v1.pptx'),
  // Three versions of one deck are all linked.
  doubtful('older-version', 'documents', '/decks/Teams-Upgrade-Planning-v2.pptx'),
  // A PDF that was renamed to .docx: Word cannot open it.
  doubtful('mismatched-document', 'documents', '/guides/Viva-Adoption-Guide.docx'),
  // Encrypted: only those who have the right can open it.
  doubtful('protected-document', 'documents', '/guides/Copilot-Readiness-Guide.docx'),
  // The deck of Task4125 is behind a sign-in.
  unchecked('sign-in', 'sharePoint', `${library}/Readiness-Deck.pptx`),
  // Another address that leads to the same sign-in.
  unchecked('sign-in', 'sharePoint', `${library}/Roadmap.docx`),
  // Access denied.
  unchecked('sign-in', 'sharePoint', `${library}/Pricing.xlsx`),
  // A viewer page comes in place of the deck.
  unchecked('disguised-document', 'sharePoint', `${library}/Town-Hall.pptx`),
  // 404 FILE NOT FOUND
  broken('not-found', 'sharePoint', `${library}/Withdrawn.pptx`),
  // The address was encoded twice.
  broken('malformed-link', 'sharePoint', '/sites/FastTrack/Partner%2520Library/Public-Overview.pptx'),
];
