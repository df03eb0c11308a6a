import type { ReportedDocument, ReportedListFinding, ReportedTask } from '../../model/reported-task.js';
import {
  stateOfDocument,
  type DocumentAnswer,
  type ListFinding,
  type Sighting,
  type TaskAnswer,
} from '../../model/task-report.js';
import type { Language } from '../../model/text.js';

const mostSightings = 10;
const mostItems = 100;
const longest = 400;

/** A task's answer as reports have it, in one language. */
export function describeTask({ task, documents, state }: TaskAnswer, language: Language): ReportedTask {
  return {
    id: task.id,
    names: { ...task.names },
    state,
    mandatory: task.mandatory,
    services: [...task.services],
    documents: documents.map((document) => describeDocument(document, language)),
  };
}

/** A finding on the lists as reports have it, in one language. */
export function describeListFinding(
  { kind, message, tasks, items }: ListFinding,
  language: Language,
): ReportedListFinding {
  return { kind, message: message[language], tasks: [...tasks], items: items.slice(0, mostItems) };
}

function describeDocument(document: DocumentAnswer, language: Language): ReportedDocument {
  const { title, url, places, sightings, suggestions } = document;
  return {
    title: title.slice(0, longest),
    url,
    state: stateOfDocument(document),
    places: places.map((place) => ({
      place: place.place,
      title: place.title,
      state: place.state,
      reason: place.reason[language],
      url: place.sightings[0]?.url ?? null,
    })),
    sightings: sightings.slice(0, mostSightings).map((sighting) => describeSighting(sighting, language)),
    suggestions: suggestions.map((sighting) => describeSighting(sighting, language)),
  };
}

function describeSighting(
  { url, title, language, version, evidence, reason, verdict, places }: Sighting,
  told: Language,
): ReportedDocument['sightings'][number] {
  return {
    url,
    title: title.slice(0, longest),
    language,
    version,
    evidence,
    reason: reason[told],
    verdict: verdict?.state ?? 'healthy',
    places: [...places],
  };
}
