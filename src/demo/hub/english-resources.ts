import { element, escape, heading, link, list, paragraph, table } from '../markup.js';
import { taskRows } from '../tasks/task-rows.js';
import type { DemoWorld } from '../world.js';
import { page } from './english-page.js';
import type { HubPage } from './layout.js';

/** Guidance, resources and troubleshooting, in English. */
export function englishResources(world: DemoWorld): readonly HubPage[] {
  const { documents, learn, expired, unplugged } = world.origins;
  return [
    page('playbook/teams-guidance.html', 'Teams', undefined, [
      heading(2, 'Transition'),
      list(
        link('skype-to-teams-transition-overview.html', 'Skype to Teams Transition Overview'),
        link(`${learn}/en-us/microsoftteams/upgrade-start-here`, 'Upgrade to Teams'),
        link(`${learn}/en-us/microsoftteams/faq`, 'Teams FAQ'),
        link(`${learn}/en-us/skypeforbusiness/retired`, 'Skype for Business hybrid'),
        link(`${learn}/`, 'All product documentation'),
      ),
      heading(2, 'Planning decks'),
      list(
        ...[1, 2, 3].map((version) =>
          link(
            `${documents}/decks/Teams-Upgrade-Planning-v${version}.pptx`,
            `Teams Upgrade Planning v${version}`,
          ),
        ),
      ),
    ]),
    page('playbook/exchange-guidance.html', 'Exchange', undefined, [
      list(
        link(`${documents}/guides/Exchange-Online-Migration-Guide.docx`, 'Migration guide'),
        link('migration-checklist.md', 'Migration checklist'),
        link(`${expired}/archive/exchange-2010.html`, 'Exchange 2010 archive'),
        link(`${unplugged}/tools/calculator.html`, 'Bandwidth calculator'),
      ),
    ]),
    page(
      'playbook/resource/services-workshops.html',
      'Services Workshops',
      'playbook/resource/services-workshops.html',
      [
        heading(2, 'Microsoft 365 workshops', 'microsoft-365-workshops'),
        heading(3, 'Microsoft Information Protection (MIP)', 'mip'),
        list(
          link('compliance-score-workshop.html', 'Compliance Score Workshop'),
          link(`${documents}/guides/Compliance-Manager-Workshop.docx`, 'Compliance Manager Workshop'),
        ),
        heading(3, 'Security', 'security'),
        list(link(`${documents}/decks/Security-Workshop-Deck.pptx`, 'Security Workshop Deck')),
        paragraph(
          link('#https%253A%252F%252Fcontoso.sharepoint.com%252Fsites%252FFastTrack', 'On SharePoint'),
        ),
      ],
    ),
    page('playbook/resource/task-reference-list.html', 'Playbook Task Reference List', undefined, [
      paragraph(
        link('task-reference-list.csv', 'Download as CSV'),
        link('task-reference-list.xlsx', 'Download for Excel'),
      ),
      taskReferenceTable(world),
    ]),
    page('troubleshooting/page-not-found.html', 'Why do I see "Page not found"?', undefined, [
      paragraph('The words "404", "Page not found" and "Article Unavailable" have different causes.'),
      list(
        'The page was renamed.',
        'Your session ended, and you were asked to sign in.',
        'The document was withdrawn.',
      ),
      paragraph(
        'If the page stays away, open',
        link('../playbook/index.html', 'the Playbook'),
        'and search from there.',
      ),
    ]),
  ];
}

function taskReferenceTable(world: DemoWorld): string {
  const headings = [
    'Task ID',
    'Task Name',
    '(M)andatory / (O)ptional',
    'FastTrack Role',
    'Services',
    'Document',
  ];
  const rows = taskRows(world).map(({ id, name, importance, role, services, document, address }) => [
    `Task${id}`,
    escape(name.en),
    importance,
    role,
    services,
    address === '' ? escape(document) : link(address, document),
  ]);
  return element('div', { class: 'table-responsive' }, table(headings, rows));
}
