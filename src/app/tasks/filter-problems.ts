import { nearest } from '../../kit/nearest.js';
import type { Problem } from '../../model/problem.js';
import type { TaskReport } from '../../model/task-report.js';
import { isOfService, placesOf, type TaskFilter } from '../../tasks/render/coverage.js';

const mostNamed = 8;

/** Why no task can pass a filter: a place or a service that nothing is known of, each with the nearest that are known. */
export function filterProblems(report: TaskReport, { place, service }: TaskFilter): readonly Problem[] {
  const places = placesOf(report).map(({ id }) => id);
  const services = [...new Set(report.tasks.flatMap(({ task }) => task.services))].sort();
  return [
    ...(place === undefined || places.includes(place) ? [] : [unknown('place', place, places)]),
    ...(service === undefined || services.some((known) => isOfService(known, service))
      ? []
      : [unknown('service', service, services)]),
  ];
}

function unknown(kind: 'place' | 'service', value: string, known: readonly string[]): Problem {
  const near = nearest(value, known, 3);
  const named = near.length > 0 ? near : known;
  const shown = [...named.slice(0, mostNamed), ...(named.length > mostNamed ? ['…'] : [])].join(', ');
  return {
    place: {},
    message: `--${kind}: the run knows no ${kind} "${value}"`,
    hint:
      shown === '' ? `no task names a ${kind}` : near.length > 0 ? `nearest: ${shown}` : `known: ${shown}`,
  };
}
