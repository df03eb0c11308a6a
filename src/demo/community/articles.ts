import { metricsPathOn } from '../documents/catalogue.js';
import { hasHappened } from '../nights.js';
import { link, paragraph } from '../markup.js';
import type { DemoWorld } from '../world.js';

/** A knowledge article. */
export interface Article {
  readonly number: string;
  readonly language: 'en-US' | 'ja-JP';
  readonly title: string;
  readonly body: readonly string[];
  /** The list of articles shows it. */
  readonly isListed: boolean;
  /** The portal's search finds it. */
  readonly isIndexed: boolean;
}

/** Where an article lies: number and language are its identity, this is one of its two addresses. */
export function articlePath({ number, language }: Pick<Article, 'number' | 'language'>): string {
  return `/knowledgebase/article/${number}/${language.toLowerCase()}`;
}

/** Its other address. */
export function prefixedArticlePath({ number, language }: Pick<Article, 'number' | 'language'>): string {
  return `/${language.toLowerCase()}/knowledgebase/article/${number}`;
}

/** Every published article on one night. */
export function articles({ origins, night }: DemoWorld): readonly Article[] {
  const { documents } = origins;
  const file = (path: string, text: string) => paragraph('Download:', link(`${documents}${path}`, text));
  const exchangeInJapanese = hasHappened('exchangeLocalised', night)
    ? [file('/guides/Exchange-Online-Migration-Guide_JPN.docx', 'Exchange Online 移行ガイド (日本語)')]
    : [];
  return [
    english('KB-01528', 'FastTrack Kickoff Deck', [
      file('/decks/FastTrack-Kickoff-Deck-v2.pptx', 'FastTrack Kickoff Deck v2'),
      paragraph(
        'Used by',
        link(prefixedArticlePath({ number: 'KB-01544', language: 'en-US' }), 'mail migration'),
      ),
    ]),
    japanese('KB-01528', 'FastTrack キックオフ資料', [
      file('/decks/FastTrack-Kickoff-Deck-v2_JPN.pptx', 'FastTrack キックオフ資料 v2'),
    ]),
    english('KB-01544', 'Exchange Online Migration Guide', [
      file('/guides/Exchange-Online-Migration-Guide.docx', 'Exchange Online Migration Guide'),
      ...exchangeInJapanese,
    ]),
    english('KB-01551', 'Adoption Success Metrics', [
      file(metricsPathOn(night), 'Adoption Success Metrics v2'),
    ]),
    english('KB-01560', 'Microsoft Entra ID Deployment Guide', [
      file('/guides/Microsoft-Entra-ID-Deployment-Guide.docx', 'Microsoft Entra ID Deployment Guide'),
    ]),
    english('KB-01575', 'Compliance Manager Workshop', [
      file('/guides/Compliance-Manager-Workshop.docx', 'Compliance Manager Workshop'),
    ]),
    {
      ...english('KB-01599', 'Defender for Cloud Apps Overview', [
        file('/guides/Defender-for-Cloud-Apps-Overview.pdf', 'Defender for Cloud Apps Overview'),
      ]),
      isIndexed: false,
    },
    {
      ...english('KB-01902', 'Windows 365 Pilot Runbook', [
        file('/guides/Windows-365-Overview.pdf', 'Windows 365 Overview'),
      ]),
      isListed: false,
    },
    english('KB-01610', 'PAU is not shown for customers with an MPSA contract', [
      paragraph('Partner Center and FTOP show MAU only. A CPOR claim can be submitted all the same.'),
      paragraph(
        'Around the expiry of a licence, entitlements may be shown twice; they return by themselves.',
      ),
    ]),
    english('KB-01622', 'What to do when the portal says "Page not found"', [
      paragraph('"Page not found", "Article Unavailable" or a sudden "Sign in" have different causes.'),
      paragraph('Tell support the address, the time and the Error ID, and whether you were signed in.'),
      paragraph('Ask a colleague in another company to open the same address before you report it.'),
    ]),
  ];
}

function english(number: string, title: string, body: readonly string[]): Article {
  return { number, language: 'en-US', title, body, isListed: true, isIndexed: true };
}

function japanese(number: string, title: string, body: readonly string[]): Article {
  return { number, language: 'ja-JP', title, body, isListed: true, isIndexed: true };
}
