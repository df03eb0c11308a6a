import {
  type DocumentAnswer,
  type PlaceAnswer,
  type Sighting,
  type TaskAnswer,
} from '../../model/task-report.js';
import { taskName } from '../../model/task.js';
import { writeTrail } from '../../model/trail.js';
import { noFacts, type Facts } from './facts.js';
import { indented, labelled, unbroken, type TaskStyle } from './layout.js';
import { writeTime } from '../../kit/time/both-clocks.js';
import { words } from './words.js';

/** A task's answer for the terminal: names, each document at each place, where it ought to be, and what is similar. */
export function renderTask(answer: TaskAnswer, style: TaskStyle, facts: Facts = noFacts): string {
  const { language } = style;
  const { task, documents } = answer;
  const other = language === 'ja' ? 'en' : 'ja';
  const title = indented(`${words.task[language]} ${task.id}  ${taskName(task.names, language)}`, '', style);
  const second = task.names[language] === undefined ? undefined : task.names[other];
  const kind =
    task.mandatory === null ? [] : [task.mandatory ? words.mandatory[language] : words.optional[language]];
  const about = [...task.services, ...kind].join(' · ');
  return [
    title,
    ...(second === undefined ? [] : [indented(second, '  ', style)]),
    ...(about === '' ? [] : [indented(about, '  ', style)]),
    ...(documents.length === 0 ? ['', indented(words.noDocuments[language], '  ', style)] : []),
    ...documents.flatMap((document) => ['', ...renderDocument(document, style, facts)]),
    '',
  ].join('\n');
}

function renderDocument(document: DocumentAnswer, style: TaskStyle, facts: Facts): readonly string[] {
  const heading = indented(`■ ${document.title}`, '', style);
  const others = document.sightings
    .filter(({ places, version }) => places.length === 0 || version === 'older')
    .slice(0, 5);
  return [
    heading,
    ...(document.url === null ? [] : [unbroken(document.url, '  ')]),
    ...document.places.flatMap((place) => renderPlace(place, document, style, facts)),
    ...renderSightings(words.others[style.language], others, style),
    ...renderSightings(words.nearest[style.language], document.suggestions, style),
  ];
}

function renderPlace(
  place: PlaceAnswer,
  document: DocumentAnswer,
  style: TaskStyle,
  facts: Facts,
): readonly string[] {
  const { language } = style;
  const [first] = place.sightings;
  const trail = first === undefined ? '' : writeTrail(facts.of(first.resource, place.place)?.trail ?? []);
  const isUnavailable = place.state !== 'available';
  const lastHealthy = isUnavailable ? facts.lastHealthy(first?.url ?? document.url ?? '') : null;
  return [
    labelled(place.title, place.state, '  ', style),
    ...(isUnavailable ? [indented(place.reason[language], '    ', style)] : []),
    ...(trail === '' ? [] : [indented(trail, '    ', style)]),
    ...(first === undefined || isSame(first.url, document.url) ? [] : [unbroken(first.url, '    ')]),
    ...(lastHealthy === null
      ? []
      : [indented(`${words.lastHealthy[language]}: ${writeTime(lastHealthy)}`, '    ', style)]),
  ];
}

/** Whether an address is the one that the list names, which stands above the places already. */
function isSame(url: string, listed: string | null): boolean {
  return url === listed?.replace(/#.*$/s, '');
}

function renderSightings(title: string, sightings: readonly Sighting[], style: TaskStyle): readonly string[] {
  if (sightings.length === 0) return [];
  return [
    `  ${title}`,
    ...sightings.flatMap((sighting) => [
      indented(`- ${sighting.title}`, '    ', style),
      unbroken(sighting.url, '      '),
    ]),
  ];
}
