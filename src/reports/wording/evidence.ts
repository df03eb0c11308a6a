import type { Finding } from '../../model/report.js';
import type { Speech } from './speech.js';

/** One kind of evidence and its value, unescaped. */
export interface EvidenceLine {
  readonly name: string;
  readonly values: readonly string[];
}

const mostValues = 20;

/** What a finding rests on, compactly, without empty lines. */
export function listEvidence({ evidence, rule }: Finding, { say }: Speech): readonly EvidenceLine[] {
  const { attempts, hops, finalUrl, contentType, bytes, correlation, detail, facts } = evidence;
  const lines = [
    { name: say('attempts'), values: attempts.map(describeAttempt) },
    { name: say('hops'), values: hops.map(({ url, status }) => `${status} ${url}`) },
    { name: say('end'), values: hops.length > 0 && finalUrl !== null ? [finalUrl] : [] },
    {
      name: say('content'),
      values: [contentType ?? '', bytes === null ? '' : say('bytes', { count: bytes })],
    },
    { name: say('correlation'), values: pairs(correlation) },
    { name: say('detail'), values: [detail ?? ''] },
    { name: say('facts'), values: pairs(facts) },
    { name: say('rule'), values: [rule] },
  ];
  return lines
    .map(({ name, values }) => ({
      name,
      values: values.filter((value) => value !== '').slice(0, mostValues),
    }))
    .filter(({ values }) => values.length > 0);
}

function describeAttempt({
  at,
  method,
  result,
  milliseconds,
}: Finding['evidence']['attempts'][number]): string {
  return `${at.slice(0, 19).replace('T', ' ')} UTC ${method} ${result} (${Math.round(milliseconds)} ms)`;
}

function pairs(record: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(record).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
}
