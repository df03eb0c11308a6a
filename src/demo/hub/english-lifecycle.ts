import { hasHappened } from '../nights.js';
import { empty, heading, link, list, paragraph, table } from '../markup.js';
import { tasks } from '../tasks/task-rows.js';
import type { DemoWorld } from '../world.js';
import { page } from './english-page.js';
import type { HubPage } from './layout.js';
import { bold, englishCells, englishHeadings } from './task-table.js';

/** The homes and the phases of the lifecycle, in English. */
export function englishLifecycle({ origins, night }: DemoWorld): readonly HubPage[] {
  const hasDriveValue = !hasHappened('driveValueRemoved', night);
  const changed = hasDriveValue ? 0 : 6;
  const phases = ['initiate', 'assess', 'onboarding', ...(hasDriveValue ? ['drive-value'] : [])];
  return [
    page('index.html', 'FastTrack Ready Partner Hub', 'index.html', [
      paragraph('Everything a partner needs:', link('playbook/index.html', 'FastTrack Playbook')),
      paragraph(link(`${origins.community}/en-us/`, 'Microsoft 365 Specialty Partner Community')),
      paragraph(link('mailto:hub@contoso.example', 'Write to us'), link('#top', 'Back to top')),
      empty('img', { src: '/images/welcome.svg', alt: 'Welcome' }),
      empty('img', { src: '/images/journey.png', alt: 'The customer journey' }),
    ]),
    {
      ...page('playbook/index.html', 'FastTrack Playbook', 'playbook/index.html', [
        list(...phases.map((name) => link(`${name}.html`, `Phase: ${name}`))),
        paragraph(
          ...['Enrol', 'Configure', 'Test', 'Roll out', 'Close'].map((text) => link('onboarding.html', text)),
        ),
        paragraph(
          'The phase',
          link('plan.html', 'Plan'),
          'is explained with',
          link('fasttrack-center.html', 'the Center'),
        ),
        paragraph(link('windows-10-adoption.html', 'Windows 10 adoption')),
      ]),
      changed,
    },
    page('playbook/initiate.html', 'Initiate', 'playbook/initiate.html', [
      table(englishHeadings, [
        englishCells(tasks.welcome),
        englishCells(
          tasks.kickoff,
          link(`${origins.documents}/decks/FastTrack-Kickoff-Deck-v2.pptx`, 'Kickoff'),
        ),
        englishCells(tasks.readiness),
        englishCells(tasks.newsletter),
      ]),
      paragraph('Continue with', link('Assess.html', 'Assess'), '.'),
    ]),
    page('playbook/assess.html', 'Assess', 'playbook/assess.html', [
      table(bold(['Task ID', 'Task', 'M/O', 'Role', 'Service(s)']), [
        englishCells(tasks.metrics).slice(0, 4),
        [...englishCells(tasks.identity), 'see also 4101'],
        englishCells(tasks.exchange),
      ]),
      paragraph('Check', link('onboarding.html#device-enrollment', 'device enrolment'), 'early.'),
      paragraph('Archived:', link('archive/1.html', 'assessments of earlier years')),
    ]),
    page('playbook/onboarding.html', 'Onboarding', undefined, [
      heading(2, 'Tasks', 'tasks'),
      table(
        ['ID', ...englishHeadings.slice(1)],
        [
          englishCells(tasks.kickoff),
          englishCells(
            tasks.intune,
            `${tasks.intune.name.en}: ${link('resource/downloads.html#intune', 'checklist')}`,
          ),
          englishCells(
            tasks.complianceScore,
            `${link('resource/services-workshops.html#mip', 'workshop')}, ${link('resource/downloads.html', 'files')}`,
          ),
          englishCells(tasks.cloudPc),
        ],
      ),
      heading(2, 'Device enrolment', 'device-enrolment'),
      paragraph(
        'See',
        link('#tasks', 'the tasks'),
        'or',
        link('legacy/readiness.html', 'the old readiness page'),
      ),
    ]),
    ...(hasDriveValue
      ? [page('playbook/drive-value.html', 'Drive value', undefined, [paragraph('Measure and repeat.')])]
      : []),
  ];
}
