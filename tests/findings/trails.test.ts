import { expect, test } from 'vitest';
import { trails } from '../../src/findings/trails.js';
import { snapshotOf } from '../support/snapshots.js';

test('a link on a page that a navigation lists reads as partners name it', () => {
  const snapshot = snapshotOf({
    sources: [{ id: 'hub', title: 'FastTrack Playbook' }],
    resources: [
      {
        url: 'https://hub/',
        role: 'seed',
        source: 'hub',
        title: 'Welcome',
        links: [{ url: 'https://hub/toc.html', kind: 'navigation' }],
      },
      {
        url: 'https://hub/toc.html',
        source: 'hub',
        links: [
          { url: 'https://hub/a.html', kind: 'navigation', text: 'A' },
          {
            url: 'https://hub/workshops.html',
            kind: 'navigation',
            text: 'Services Workshops',
            headings: ['Resource'],
          },
        ],
      },
      {
        url: 'https://hub/workshops.html',
        source: 'hub',
        title: 'Services Workshops | Playbook',
        page: { heading: 'Services Workshops' },
        links: [
          {
            url: 'https://docs/missing.pptx',
            text: 'Compliance Score Workshop',
            headings: ['Services Workshops', 'Microsoft Information Protection (MIP)'],
          },
        ],
      },
    ],
  });
  expect(trails(snapshot).to(5)).toEqual([
    {
      url: 'https://hub/workshops.html',
      place: ['FastTrack Playbook', 'Resource', 'Services Workshops'],
      headings: ['Microsoft Information Protection (MIP)'],
      text: 'Compliance Score Workshop',
    },
  ]);
  expect(trails(snapshot).to(3)).toEqual([
    {
      url: 'https://hub/toc.html',
      place: ['FastTrack Playbook'],
      headings: ['Resource'],
      text: 'Services Workshops',
    },
  ]);
  expect(trails(snapshot).to(1)).toEqual([]);
});
