import { hasHappened } from '../nights.js';
import { heading, link, list, paragraph, table } from '../markup.js';
import type { DemoWorld } from '../world.js';
import { page } from './english-page.js';
import type { HubPage } from './layout.js';

/** The pages that lead away: downloads, tools with mistyped addresses, other people's sites. */
export function englishDownloads(world: DemoWorld): readonly HubPage[] {
  return [downloads(world), tools(world), partnerSites(world)];
}

function downloads({ origins: { documents, sharePoint, vanished }, night }: DemoWorld): HubPage {
  const library = `${sharePoint}/sites/FastTrack/Partner%20Library`;
  const isUpdated = hasHappened('overviewUpdated', night);
  const downloadsPage = page('playbook/resource/downloads.html', 'Downloads', undefined, [
    heading(2, 'Intune', 'intune'),
    list(
      link(`${documents}/sheets/Intune-Deployment-Checklist.xlsx`, 'Intune Deployment Checklist'),
      link(`${documents}/decks/Endpoint-Management-Deck.pptx`, 'Endpoint Management Deck'),
    ),
    heading(2, 'Other products'),
    list(
      link(`${documents}/decks/Viva-Engage-Deck.pptx`, 'Viva Engage Deck'),
      link(`${documents}/guides/SharePoint-Migration-Guide.pdf`, 'SharePoint Migration Guide'),
      link(`${documents}/guides/Yammer-Guide.pdf`, 'Yammer Guide'),
      link(`${documents}/guides/Viva-Adoption-Guide.docx`, 'Viva Adoption Guide'),
      link(`${documents}/guides/Copilot-Readiness-Guide.docx`, 'Copilot Readiness Guide'),
      link(`${documents}/guides/FY20-FastTrack-Benefit-Overview.pdf`, 'FY20 FastTrack Benefit Overview'),
    ),
    heading(2, 'On SharePoint'),
    list(
      link(`${library}/Public-Overview.pptx`, 'FastTrack Public Overview'),
      link(`${library}/Readiness-Deck.pptx`, 'Partner Readiness Deck'),
      link(`${library}/Roadmap.docx`, 'Roadmap'),
      link(`${library}/Pricing.xlsx`, 'Pricing'),
      link(`${library}/Town-Hall.pptx`, 'Town Hall'),
      link(`${library}/Withdrawn.pptx`, 'Withdrawn Deck'),
      link(`${sharePoint}/sites/FastTrack/Partner%2520Library/Public-Overview.pptx`, 'Overview, second link'),
    ),
    heading(2, 'On the old CDN'),
    list(
      link(`${vanished}/guides/lync.pdf`, 'Lync Guide'),
      link(`${vanished}/guides/msn.pdf`, 'Messenger Guide'),
    ),
    heading(2, 'Reviewed lately'),
    table(
      ['Document', 'Last updated'],
      [
        [
          link(`${documents}/guides/Windows-365-Overview.pdf`, 'Windows 365 Overview'),
          isUpdated ? '11/20/2026' : '10/05/2026',
        ],
        [
          link(`${documents}/guides/Exchange-Online-Migration-Guide.docx`, 'Exchange migration guide'),
          '10/02/2026',
        ],
      ],
    ),
  ]);
  return { ...downloadsPage, changed: isUpdated ? 4 : 0 };
}

/** Every address here is mistyped but the first and the last. */
function tools({ origins: { hub, documentsByName } }: DemoWorld): HubPage {
  const dotted = documentsByName.replace(/(?=:\d+$)/, '.');
  return page('playbook/resource/tools.html', 'Tools', undefined, [
    heading(2, 'Self-service'),
    list(
      link('downloads.html', 'All downloads'),
      link('aka.ms/FastTrackReadyKit', 'Ready kit'),
      link('FastTrackScorecard', 'Scorecard'),
      link('partners@contoso.example', 'Partner desk'),
      link('hhttps://learn.contoso.example/teams', 'Teams documentation'),
      link('www.contoso.example/fasttrack', 'Our home page'),
      link('services-workshops.html\u200b', 'Workshops'),
      link(`${dotted}/guides/Windows-365-Overview.pdf`, 'Windows 365 Overview'),
      link(`${hub}/learn.microsoft.com/microsoft-365/`, 'Microsoft 365 documentation'),
      link('javascript:void(0)', 'Open the chat'),
    ),
    paragraph('Tools change; ask before you rely on one.'),
  ]);
}

function partnerSites({ origins }: DemoWorld): HubPage {
  const { shortLinks, busy, firewall, attic, events } = origins;
  return page('playbook/resource/partner-sites.html', 'Partner Sites', undefined, [
    heading(2, 'Short links'),
    list(
      link(`${shortLinks}/FastTrackKickoffJapan`, 'Kickoff deck (Japanese)'),
      link(`${shortLinks}/TeamsUpgrade`, 'Teams upgrade'),
      link(`${shortLinks}/SecurityWorkshop`, 'Security workshop'),
      link(`${shortLinks}/PartnerLibrary`, 'Partner library'),
      link(`${shortLinks}/FastTrackRetired`, 'Retired programme'),
    ),
    heading(2, 'Benefits and events'),
    list(
      link(`${firewall}/partner-benefits`, 'Partner benefits'),
      link(`${firewall}/licensing-brief`, 'Licensing brief'),
      link(`${firewall}/company/fasttrack`, 'FastTrack on the network'),
      link(`${busy}/calendar`, 'Calendar'),
      link(`${events}/2026/tokyo/agenda`, 'Tokyo event'),
    ),
    heading(2, 'Old servers'),
    list(
      link(`${attic}/silent/lync-archive.html`, 'Lync archive'),
      link(`${attic}/reset/lync-client.html`, 'Lync client'),
      link(`${attic}/busy/rollout-plan.html`, 'Rollout plan'),
      link(`${attic}/broken/gateway.html`, 'Gateway'),
      link(`${attic}/broken/method.html`, 'Order form'),
    ),
  ]);
}
