import { nearest } from '../../kit/text/nearest.js';
import type { Problem } from '../../model/problem.js';
import type { TaskReport } from '../../model/task-report.js';
import type { Language } from '../../model/text.js';
import { isOfService, placesOf, type TaskFilter } from '../../tasks/render/coverage.js';

const mostNamed = 8;

/** Why no task can pass a filter: a place or a service that nothing is known of, each with the nearest that are known. */
export function filterProblems(
  report: TaskReport,
  { place, service }: TaskFilter,
  language: Language,
): readonly Problem[] {
  const places = placesOf(report).map(({ id }) => id);
  const services = [...new Set(report.tasks.flatMap(({ task }) => task.services))].sort();
  return [
    ...(place === undefined || places.includes(place) ? [] : [unknown('place', place, places)[language]]),
    ...(service === undefined || services.some((known) => isOfService(known, service))
      ? []
      : [unknown('service', service, services)[language]]),
  ];
}

const kinds = { place: '場所', service: 'サービス' } as const;

function unknown(
  kind: keyof typeof kinds,
  value: string,
  known: readonly string[],
): Readonly<Record<Language, Problem>> {
  const near = nearest(value, known, 3);
  const named = near.length > 0 ? near : known;
  const shown = [...named.slice(0, mostNamed), ...(named.length > mostNamed ? ['…'] : [])].join(', ');
  const isNear = near.length > 0;
  return {
    en: {
      place: {},
      message: `--${kind}: the run knows no ${kind} "${value}"`,
      hint: shown === '' ? `no task names a ${kind}` : `${isNear ? 'nearest' : 'known'}: ${shown}`,
    },
    ja: {
      place: {},
      message: `--${kind}: ${kinds[kind]}「${value}」は巡回の記録にありません`,
      hint:
        shown === ''
          ? `${kinds[kind]}の記載があるタスクはありません`
          : `${isNear ? '近い名前' : '指定できる名前'}: ${shown}`,
    },
  };
}
