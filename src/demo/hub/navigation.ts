import { hasHappened } from '../nights.js';
import { element } from '../markup.js';

/** An entry of the navigation: a group, a page, or both. `href` as it stands in the file, from the language's folder. */
export interface NavigationEntry {
  readonly title: string;
  readonly href?: string;
  readonly entries?: readonly NavigationEntry[];
}

/** The English navigation: where partners get their place names from. */
export function englishNavigation(night: number): readonly NavigationEntry[] {
  const driveValue = { title: 'Drive value', href: 'playbook/drive-value.html' };
  return [
    {
      title: 'FastTrack Playbook',
      href: 'playbook/index.html',
      entries: [
        {
          title: 'Lifecycle',
          entries: [
            { title: 'Initiate', href: 'playbook/initiate.html' },
            { title: 'Assess', href: 'playbook/assess.html' },
            { title: 'Onboarding', href: 'playbook/onboarding.html' },
            ...(hasHappened('driveValueRemoved', night) ? [] : [driveValue]),
          ],
        },
        {
          title: 'Guidance',
          entries: [
            { title: 'Teams', href: 'playbook/teams-guidance.html' },
            { title: 'Exchange', href: 'playbook/exchange-guidance.html' },
          ],
        },
        {
          title: 'Resource',
          entries: [
            { title: 'Services Workshops', href: 'playbook/resource/services-workshops.html' },
            { title: 'Downloads', href: 'playbook/resource/downloads.html' },
            { title: 'Tools', href: 'playbook/resource/tools.html' },
            { title: 'Partner Sites', href: 'playbook/resource/partner-sites.html' },
            { title: 'Playbook Task Reference List', href: 'playbook/resource/task-reference-list.html' },
          ],
        },
      ],
    },
    { title: 'Troubleshooting', href: 'troubleshooting/page-not-found.html' },
  ];
}

/** The Japanese navigation: fewer pages, other names. */
export const japaneseNavigation: readonly NavigationEntry[] = [
  {
    title: 'FastTrack プレイブック',
    href: 'playbook/index.html',
    entries: [
      {
        title: 'ライフサイクル',
        entries: [
          { title: '開始', href: 'playbook/initiate.html' },
          { title: '評価', href: 'playbook/assess.html' },
        ],
      },
      {
        title: 'リソース',
        entries: [{ title: 'サービス ワークショップ', href: 'playbook/resource/services-workshops.html' }],
      },
    ],
  },
];

/** `toc.html` as DocFX makes it: a fragment that a script puts beside the page. */
export function tocHtml(entries: readonly NavigationEntry[]): string {
  return element(
    'div',
    { class: 'sidetoc' },
    element('div', { id: 'toc', class: 'toc' }, level(entries, 1)),
    '\n',
  );
}

/** `toc.json`: the same for newer templates. */
export function tocJson(entries: readonly NavigationEntry[]): string {
  return JSON.stringify({ items: entries.map(jsonEntry) });
}

function level(entries: readonly NavigationEntry[], depth: number): string {
  const items = entries.map(({ title, href, entries: below }) => {
    const name = element('a', href === undefined ? {} : { href, title }, title);
    return `\n${element('li', {}, name, below === undefined ? '' : level(below, depth + 1))}`;
  });
  return element('ul', { class: `nav level${depth}` }, ...items);
}

function jsonEntry({ title, href, entries }: NavigationEntry): object {
  return {
    name: title,
    ...(href === undefined ? {} : { href, topicHref: href }),
    ...(entries === undefined ? {} : { items: entries.map(jsonEntry) }),
  };
}
