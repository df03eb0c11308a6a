import { redactUrl } from '../../kit/urls/redact.js';
import type { PageFacts } from '../../model/page.js';
import {
  malformedLinkNote,
  type Outcome,
  type Resource,
  type Role,
  type Signals,
  type Withholding,
} from '../../model/resource.js';
import type { Target } from '../../model/target.js';

const walkedRoles: ReadonlySet<Target['role']> = new Set(['seed', 'page', 'search']);

/** Whether the links of what is read are admitted. */
export function isWalked({ source, role }: Pick<Target, 'source' | 'role'>): boolean {
  return source !== null && walkedRoles.has(role);
}

/** What the snapshot keeps of a target that was asked for. */
export function noteTarget(
  target: Target,
  outcome: Outcome,
  page: PageFacts | null = null,
  signals: Signals = {},
): Resource {
  return {
    id: target.id,
    url: redactUrl(target.url),
    source: target.source,
    role: storedRole(target.role),
    attempts: [...target.attempts],
    outcome,
    page,
    signals: target.written === null ? signals : { ...signals, [malformedLinkNote]: target.written },
  };
}

/** What the snapshot keeps of a URL that was not asked for. */
export function noteWithheld(
  known: {
    readonly id: number;
    readonly url: string;
    readonly source: string | null;
    readonly written: string | null;
  },
  by: Withholding,
  detail: string,
): Resource {
  return {
    id: known.id,
    url: redactUrl(known.url),
    source: known.source,
    role: 'check',
    attempts: [],
    outcome: { kind: 'withheld', by, detail },
    page: null,
    signals: known.written === null ? {} : { [malformedLinkNote]: known.written },
  };
}

function storedRole(role: Target['role']): Role {
  return role === 'robots' || role === 'canary' ? 'check' : role;
}
