import { contentTypeOf, makeDocument } from '../documents/formats.js';
import { slideDeck } from '../documents/presentation.js';
import type { DemoWorld } from '../world.js';
import { bare, plain, redirect, reply, type Reply } from '../wire/reply.js';
import type { Routes } from '../wire/portal.js';

/** Attachments by what becomes of them; a `guid` as Dataverse makes them. */
export const attachmentPaths = {
  healthy: '/_entity/annotation/0f6c1a52-7b1e-4d7a-9c55-1f0d4a5e4101',
  missing: '/_entity/annotation/3b9d6c10-52f4-4b0c-8d20-2a7c91f04122',
  onboarding: '/_entity/annotation/4a2e5b39-9c07-4f1a-b6d8-5e3c7d016120',
  empty: '/_entity/annotation/5c8e7f21-6a35-4c1d-9e31-3b8da2f15133',
  inBlobStorage: '/_entity/annotation/6d9f8a32-7b46-4d2e-8f42-4c9eb3a26144',
  onSharePoint: '/_entity/sharepointdocumentlocation/7e0a9b43-8c57-4e3f-9a53-5d0fc4b37155?file=Kickoff.pptx',
  lostOnSharePoint: '/_entity/sharepointdocumentlocation/8f1bac54-9d68-4f40-8b64-6e10d5c48166?file=Lost.pptx',
} as const;

/** Files that are attached to records. */
export function attachments({ origins }: DemoWorld): Routes {
  const signed = `${origins.documents}/attachments/partner-faq.pdf?sv=2024-11-04&se=2026-12-31&sr=b&sig=d3m0%2Fs3cr3t`;
  return {
    [attachmentPaths.healthy]: attached('Specialty overview.pdf', '専門分野の概要.pdf'),
    [attachmentPaths.onboarding]: onboardingDeck(`${origins.community}/en-us/kickoff-booking/`),
    [attachmentPaths.missing]: plain('Not Found', 404),
    [attachmentPaths.empty]: bare(204),
    [attachmentPaths.inBlobStorage]: redirect(302, signed),
    [pathOf(attachmentPaths.onSharePoint)]: ({ method }) =>
      method === 'HEAD' ? plain('Not Found', 404) : deck,
    [pathOf(attachmentPaths.lostOnSharePoint)]: bare(400),
  };
}

/** A PDF with its Japanese name as RFC 5987 spells it, and a plain one for old browsers. */
function attached(name: string, japaneseName: string): Reply {
  const bytes = makeDocument({ path: '.pdf', title: name, lines: [] });
  const disposition = `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(japaneseName)}`;
  return reply(200, contentTypeOf('pdf'), bytes, { 'content-disposition': disposition });
}

/** A deck that leads to a page which was retired since. */
function onboardingDeck(retired: string): Reply {
  return reply(200, contentTypeOf('pptx'), slideDeck('Your first week', [['Book the kickoff', retired]]), {
    'content-disposition': 'attachment; filename="Partner-Onboarding.pptx"',
  });
}

const deck = reply(200, contentTypeOf('pptx'), makeDocument({ path: '.pptx', title: 'Kickoff', lines: [] }));

function pathOf(address: string): string {
  return address.slice(0, address.indexOf('?'));
}
