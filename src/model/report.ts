import { z } from 'zod';
import { changeSchema, headsUpSchema } from './change.js';
import { reportedList, reportedListFinding, reportedTask } from './reported-task.js';
import { methods } from './resource.js';
import { languages, type Text } from './text.js';
import { thresholds } from './threshold.js';
import { levels, states } from './verdict.js';

/** Bumped when a reader of the JSON report would have to change. */
export const reportVersion = 1;

const time = z.iso.datetime().describe('UTC, RFC 3339');
const json: z.ZodType = z.json();

const step = z.strictObject({
  url: z.string(),
  place: z
    .array(z.string())
    .describe('breadcrumb or navigation path of the page, outermost first; else its title'),
  headings: z.array(z.string()).describe('headings the link stands under, outermost first'),
  text: z.string().describe('what is clicked'),
});

const referrer = z.strictObject({
  url: z.string(),
  text: z.string(),
  headings: z.array(z.string()),
});

const attempt = z.strictObject({
  at: time,
  milliseconds: z.number(),
  method: z.enum(methods),
  result: z.union([z.number(), z.string()]).describe('HTTP status, or the cause of a failure'),
});

const evidence = z.strictObject({
  attempts: z.array(attempt),
  hops: z
    .array(z.strictObject({ url: z.string(), status: z.number() }))
    .describe('redirects followed, in order'),
  finalUrl: z.string().nullable(),
  contentType: z.string().nullable(),
  bytes: z.number().nullable(),
  correlation: z.record(z.string(), z.string()).describe('request ids that support asks for'),
  detail: z.string().nullable().describe("the system's own word for a failure"),
  facts: z.record(z.string(), json).describe('what else the rule rests on'),
});

const remark = z.strictObject({
  rule: z.string(),
  level: z.enum(levels),
  reason: z.string(),
});

/** How a finding developed over the runs. */
export const courses = ['new', 'persisting', 'flapping', 'fixed'] as const;

const past = z.strictObject({
  course: z.enum(courses).describe('`flapping`: it was away in between, within the last fourteen runs'),
  firstSeen: time,
  lastHealthy: time.nullable().describe('when a run last saw it open; null if none did'),
  nights: z.number().describe('runs in a row that found it; 0 if it is fixed'),
});

const acceptance = z.strictObject({
  reason: z.string(),
  owner: z.string().nullable(),
  until: z.string().nullable().describe('the last day, YYYY-MM-DD'),
});

const finding = z.strictObject({
  id: z.string().describe('stable from run to run: names the resource and the rule'),
  url: z.string(),
  title: z.string().describe('the title of the page, or the text most links to it show'),
  verdict: z.enum(states),
  level: z.enum(levels),
  rule: z.string(),
  status: z.number().nullable(),
  label: z.string().optional().describe('what is wrong in a word or two, where no HTTP status says it'),
  reason: z.string(),
  evidence,
  trail: z.array(step),
  referrers: z.array(referrer).describe('all links to it'),
  also: z.array(remark).describe('what other rules remark on the same resource'),
  affected: z
    .number()
    .describe('how many resources this one finding stands for; 1 unless a whole host is down'),
  tasks: z.array(z.string()).describe('ids of the tasks that name it'),
  past: past.optional().describe('since when it is so; left out where no earlier run is known'),
  isNew: z.boolean().optional().describe('not in the baseline; left out where there is none'),
  accepted: acceptance.optional().describe('a known issue: shown, but nothing fails for it'),
});

const resource = z.strictObject({
  url: z.string(),
  verdict: z.enum(states),
  rule: z.string().nullable(),
  status: z.number().nullable(),
  title: z.string(),
  source: z.string().nullable(),
});

const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  seeds: z.array(z.string()),
});

const run = z.strictObject({
  id: z.string(),
  start: time,
  end: time.nullable(),
  complete: z.boolean(),
  limitsReached: z.array(z.string()),
  unreachable: z.array(z.string()).describe('seeds that did not open: what lies behind them was not seen'),
  sources: z.array(source),
});

const totals = z.strictObject({
  resources: z.number(),
  pages: z.number(),
  links: z.number(),
  byVerdict: z.record(z.enum(states), z.number()),
  byRule: z.record(z.string(), z.number()).describe('findings by rule'),
  byLevel: z.record(z.enum(levels), z.number()).describe('findings by level'),
  hiddenBySignIn: z.number().describe('share of all resources that a sign-in hides, 0 to 1'),
});

/** The totals of one run. */
export const tallySchema = z.strictObject({
  run: z.string().describe('its id'),
  start: time,
  complete: z.boolean(),
  unreachable: z.number().describe('how many seeds did not open'),
  byVerdict: z.record(z.enum(states), z.number()),
});

/** Everything a reporter may know. The JSON report is exactly this. */
export const reportSchema = z.strictObject({
  version: z.literal(reportVersion),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  language: z.enum(languages),
  run,
  totals,
  failOn: z
    .enum(thresholds)
    .optional()
    .describe('what was to make the exit code 1: under "new-broken" nothing fails for what is not new'),
  confirm: z
    .number()
    .optional()
    .describe('nothing fails for what was not found so many runs in a row; left out where once is enough'),
  findings: z.array(finding).describe('worst first, then by URL'),
  tasks: z.array(reportedTask).describe('every task of the Task Reference Lists, by id'),
  taskLists: z.array(reportedList).describe('the lists that were read'),
  listFindings: z.array(reportedListFinding).describe('what is wrong with the lists themselves'),
  resources: z.array(resource).nullable().describe('every resource by URL; null unless asked for'),
  fixed: z
    .array(z.strictObject({ id: z.string(), url: z.string(), rule: z.string(), firstSeen: time }))
    .optional()
    .describe('what the run before found and this one did not'),
  changes: headsUpSchema
    .optional()
    .describe('what changed since the last complete run; left out where there is none'),
  undone: z
    .array(changeSchema)
    .optional()
    .describe(
      'what nights before told to be broken or fixed, to have come or gone, and is not so any more, though the last complete run knew it as it is now; left out where there is none',
    ),
  trend: z
    .array(tallySchema)
    .optional()
    .describe(
      'totals run by run, as each was reported: the last sixty walks from the same seeds, oldest first, this one last; left out where it is the first',
    ),
  notices: z
    .array(z.string())
    .optional()
    .describe('what else readers have to know: of baselines, known issues and runs that cannot be read'),
});

export type Report = Readonly<z.infer<typeof reportSchema>>;
export type Tally = Readonly<z.infer<typeof tallySchema>>;
export type Past = Readonly<z.infer<typeof past>>;
export type Acceptance = Readonly<z.infer<typeof acceptance>>;
export type Finding = Readonly<z.infer<typeof finding>>;
export type ReportedResource = Readonly<z.infer<typeof resource>>;

/** Whether a run saw everything, at every portal. */
export function seesAll({ complete, unreachable }: Report['run']): boolean {
  return complete && unreachable.length === 0;
}

/** The report with more that readers have to know, in its language. */
export function addNotices(report: Report, notices: readonly Text[]): Report {
  const told = notices.map((notice) => notice[report.language]);
  return { ...report, notices: [...(report.notices ?? []), ...told] };
}

/** Turns a report, or what else there is to tell, into text, purely. It never prints and never decides the exit code. */
export interface Reporter<Subject = Report> {
  /** The name after `--format`. */
  readonly id: string;
  /** File endings that choose it, with the dot. */
  readonly endings: readonly string[];
  /** Its files are continued: what a file held before is handed to `render` as `earlier`. */
  readonly continues?: true;
  readonly render: (subject: Subject, style: Style, earlier?: string) => string;
}

/** What a text is written for. */
export interface Style {
  readonly colour: boolean;
  /** Columns of the terminal; `null` if it is not one. */
  readonly width: number | null;
}
