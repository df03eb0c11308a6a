import { originOf } from '../kit/urls/url.js';
import type { Judgement, Level, State } from '../model/verdict.js';
import type { Text } from '../model/text.js';

type Evidence = NonNullable<Judgement['evidence']>;

/** It does not open. */
export function broken(en: string, ja: string, evidence: Evidence = {}): Judgement {
  return judgement('broken', 'error', { en, ja }, evidence);
}

/** Whether it opens is not known. */
export function notChecked(level: Level, en: string, ja: string, evidence: Evidence = {}): Judgement {
  return judgement('not-checked', level, { en, ja }, evidence);
}

/** It opens, but something about it deserves attention. */
export function remark(level: Level, en: string, ja: string, evidence: Evidence = {}): Judgement {
  return judgement('healthy', level, { en, ja }, evidence);
}

/** It opens somewhere else. */
export function redirected(level: Level, en: string, ja: string, evidence: Evidence = {}): Judgement {
  return judgement('redirected', level, { en, ja }, evidence);
}

/** The same as a statement about the host, however many of its addresses it holds for. */
export function ofHost(judgement: Judgement): Judgement {
  return { ...judgement, ofHost: true };
}

/** Host and port, as people name a server. */
export function hostOf(url: string): string {
  return originOf(url).replace(/^[a-z]+:\/\//, '');
}

function judgement(state: State, level: Level, reason: Text, evidence: Evidence): Judgement {
  return Object.keys(evidence).length === 0 ? { state, level, reason } : { state, level, reason, evidence };
}
