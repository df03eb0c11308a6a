import { hasHappened } from '../nights.js';
import { modifiedOn } from '../world.js';

/** A healthy document: what it is called, where it lies, and when it last changed. */
export interface CatalogueEntry {
  readonly path: string;
  readonly title: string;
  readonly modified: number;
  readonly lines: readonly string[];
}

/** Every healthy document of the documents host on one night. The ending of the path tells the format. */
export function catalogueOn(night: number): readonly CatalogueEntry[] {
  const kickoffIsAway = hasHappened('kickoffBroke', night) && !hasHappened('kickoffFixed', night);
  return [
    ...steady,
    ...(kickoffIsAway ? [] : [entry('/decks/FastTrack-Kickoff-Deck-v2.pptx', 'FastTrack Kickoff Deck')]),
    entry(metricsPathOn(night), 'Adoption Success Metrics v2'),
    checklistOn(night),
    ...(hasHappened('exchangeLocalised', night) ? [exchangeGuideInJapanese] : []),
  ];
}

/** Where the metrics workbook lies: it moves one night. */
export function metricsPathOn(night: number): string {
  return hasHappened('metricsMoved', night)
    ? '/library/Adoption-Success-Metrics-v2.xlsx'
    : '/sheets/Adoption-Success-Metrics-v2.xlsx';
}

const exchangeGuideInJapanese = entry(
  '/guides/Exchange-Online-Migration-Guide_JPN.docx',
  'Exchange Online 移行ガイド',
  2,
);

const steady: readonly CatalogueEntry[] = [
  entry('/decks/FastTrack-Kickoff-Deck-v2_JPN.pptx', 'FastTrack キックオフ資料'),
  entry('/decks/Teams-Upgrade-Planning-v1.pptx', 'Teams Upgrade Planning v1'),
  entry('/decks/Teams-Upgrade-Planning-v2.pptx', 'Teams Upgrade Planning v2'),
  entry('/decks/Teams-Upgrade-Planning-v3.pptx', 'Teams Upgrade Planning v3'),
  entry('/guides/Exchange-Online-Migration-Guide.docx', 'Exchange Online Migration Guide'),
  entry('/guides/Microsoft-Entra-ID-Deployment-Guide.docx', 'Microsoft Entra ID Deployment Guide'),
  entry('/guides/Compliance-Manager-Workshop.docx', 'Compliance Manager Workshop'),
  entry('/guides/Defender-for-Cloud-Apps-Overview.pdf', 'Defender for Cloud Apps Overview'),
  entry('/guides/Windows-365-Overview.pdf', 'Windows 365 Overview'),
  entry('/guides/FY20-FastTrack-Benefit-Overview.pdf', 'FY20 FastTrack Benefit Overview'),
];

function checklistOn(night: number): CatalogueEntry {
  const isUpdated = hasHappened('checklistUpdated', night);
  const lines = [
    'Enrol a pilot group',
    'Assign compliance policies',
    ...(isUpdated ? ['Review conditional access'] : []),
  ];
  return {
    ...entry('/sheets/Intune-Deployment-Checklist.xlsx', 'Intune Deployment Checklist', isUpdated ? 5 : 0),
    lines,
  };
}

function entry(path: string, title: string, night = 0): CatalogueEntry {
  return { path, title, modified: modifiedOn(night), lines: ['For partners. Made for the demo.'] };
}
