import type { KnownIssue } from './known-issues.js';

/** A finding remembered from earlier runs. */
interface Remembered {
  readonly id: string;
  readonly url: string;
  /** Whether it is known to be gone. */
  readonly isGone: boolean;
}

/** Finds out, while a run is judged, whether it saw at all what known issues are about. */
export interface Doubts {
  readonly onSeen: (url: string, opens: boolean) => void;
  /**
   * Whether an entry that matches no finding may match one again once its host answers or is walked. What no run remembers may be
   * behind anything that was not read.
   */
  readonly isInDoubt: (issue: KnownIssue, remembered: readonly Remembered[], readsAll: boolean) => boolean;
}

/** Starts watching. */
export function createDoubts(issues: readonly KnownIssue[]): Doubts {
  const tests = issues.map((issue) => ({ issue, test: new RegExp(issue.pattern, 'u') }));
  const hosts = new Set(issues.flatMap((issue) => hostOf(issue) ?? []));
  const open = new Set<string>();
  const unhealthy = new Set<KnownIssue>();
  return {
    onSeen: (url, opens) => {
      if (opens) {
        const host = hosts.size === 0 ? '' : (/^https?:\/\/([^/?#]*)/.exec(url)?.[1] ?? '');
        if (hosts.has(host)) open.add(host);
        return;
      }
      for (const { issue, test } of tests) if (!unhealthy.has(issue) && test.test(url)) unhealthy.add(issue);
    },
    isInDoubt: (issue, remembered, readsAll) => {
      if (unhealthy.has(issue)) return true;
      const test = new RegExp(issue.pattern, 'u');
      const past = remembered.filter(({ id, url }) => id === issue.pattern || test.test(url));
      if (past.length > 0) return past.some(({ isGone }) => !isGone);
      const host = hostOf(issue);
      return !readsAll || (host !== null && !open.has(host));
    },
  };
}

/** The one host that a pattern is about, as `accept` writes it; `null` if it may be about any. */
function hostOf({ pattern }: KnownIssue): string | null {
  const plain = pattern.replace(/\\(?=[^A-Za-z0-9])/g, '');
  return /^\^?https?:\/\/([A-Za-z0-9.:-]+)(?:[/?#$]|$)/.exec(plain)?.[1] ?? null;
}
