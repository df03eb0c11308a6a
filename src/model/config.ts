import { z } from 'zod';
import { addressTrouble, seedTrouble, type AddressTrouble } from '../kit/urls/address.js';
import { isFileUrl } from '../kit/urls/file-url.js';
import { expressionOfGlob } from '../kit/text/glob.js';
import { columnRoles } from './task.js';
import { thresholds } from './threshold.js';
import { languages } from './text.js';

const pattern = patternIn('the URL');
const milliseconds = z.int().min(0).max(86_400_000);
/** A timeout of zero would fail every answer. */
const timeout = milliseconds.min(1);
const address = z
  .string()
  .superRefine((text, context) => complain(context, addressTrouble(text)))
  .meta({ format: 'uri', pattern: '^https?://' });
const folderAddress = address.refine(
  (text) => !/[?#]/.test(text),
  'is not the address of a folder: leave out what starts with ? or #',
);
/** An address, or the URL of a file: a path by the time it is looked at. */
const seed = z.string().superRefine((text, context) => {
  if (!isFileUrl(text)) complain(context, seedTrouble(text));
});
const secretAddress = z
  .string()
  .superRefine((text, context) => {
    const trouble = addressTrouble(text);
    complain(context, trouble?.discreet ?? trouble);
  })
  .meta({ format: 'uri', pattern: '^https?://' });
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'is not the name of a header');
const headerValue = z
  .string()
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'has a character in it that no header can carry');

const hostName = z
  .string()
  .regex(
    /^(?:[^\s/:@*?#\\[\]]+|\[[0-9A-Fa-f:.]+\])$/,
    'is not the name of a host, such as "intranet.example.com"',
  );

const credentialsSchema = z.strictObject({
  headers: z.record(headerName, headerValue).default({}).describe('sent to this source only'),
  basic: z.strictObject({ user: z.string(), password: z.string() }).optional(),
  bearer: headerValue.optional(),
  bearerFile: z.string().optional().describe('a file that holds the token, read at the start'),
  cookies: z.string().optional().describe('a Netscape cookies.txt or a Playwright storageState file'),
});

/** The services that can be told of changes. */
export const notifiers = ['teams', 'slack'] as const;
export type Notifier = (typeof notifiers)[number];

export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  title: z.string().optional().describe('how people name the portal; starts every trail'),
  seeds: z
    .array(seed)
    .min(1)
    .describe(
      'addresses of pages, sitemaps or a DocFX toc.html / toc.json; or files and folders, from the folder of the configuration',
    ),
  servedAt: folderAddress
    .optional()
    .describe('where the folder that is the seed will be served: what links to that address means its files'),
  include: z
    .array(pattern)
    .default([])
    .describe('walk exactly what matches, on any host, instead of the hosts of the seeds'),
  exclude: z.array(pattern).default([]).describe('neither walk nor check what matches'),
  maxDepth: z.int().min(0).optional().describe('clicks from a seed'),
  maxPages: z.int().min(1).optional().describe('addresses to ask for, whatever they answer'),
  external: z.boolean().default(true).describe('check links that lead out of the source'),
  robots: z.boolean().default(true).describe('respect robots.txt'),
  library: z.boolean().default(true).describe('documents that tasks name ought to be found here'),
  search: z
    .string()
    .refine((text) => text.includes('{query}'), 'must contain {query}')
    .optional()
    .describe('the portal\'s search page, "https://…/search?q={query}"'),
  acting: z.array(pattern).default([]).describe('links that do something when requested: never request them'),
  credentials: credentialsSchema.prefault({}),
  canary: z
    .strictObject({ url: address, contains: z.string().min(1) })
    .optional()
    .describe('a page that shows this text while the session lives; asked again and again'),
});

export const limitsSchema = z.strictObject({
  concurrency: z
    .int()
    .min(1)
    .max(1024)
    .default(32)
    .describe('requests under way in total, not counting those without an answer for a second'),
  perHost: z.int().min(1).max(1024).default(8).describe('requests under way to one host'),
  minGap: milliseconds.default(0).describe('milliseconds between two requests to one host'),
  maxWait: milliseconds.default(60_000).describe('the longest a host may ask us to stay away, milliseconds'),
  retries: z
    .int()
    .min(0)
    .max(10)
    .default(2)
    .describe('further tries after a connection error, 5xx or time-out'),
  backoff: milliseconds
    .default(500)
    .describe('before the first further try, milliseconds; doubles each time'),
  maxHops: z.int().min(0).max(50).default(10).describe('redirects in a row'),
  maxAlike: z
    .int()
    .min(0)
    .default(10_000)
    .describe(
      'pages of one kind that lead on to ever more of their kind, as endless calendars do; 0 for no end',
    ),
  connectTimeout: timeout.default(10_000).describe('until a host lets us in, milliseconds'),
  headersTimeout: timeout.default(30_000).describe('until an answer begins, milliseconds'),
  bodyTimeout: timeout.default(30_000).describe('between two pieces of a body, milliseconds'),
  wholeTimeout: timeout.default(120_000).describe('for one request in all, milliseconds'),
  maxBody: z.int().min(1024).default(10_485_760).describe('bytes of a page after decompression'),
  // A timer that is set to more than 2^31 milliseconds ends at once.
  maxTime: z.int().min(1).max(2_147_483).optional().describe('seconds for the whole run'),
});

const listLocation = z.string().min(1).describe('a file, or an address that starts with http');

export const taskListSchema = z.union([
  listLocation,
  z.strictObject({
    list: listLocation,
    columns: z
      .partialRecord(z.enum(columnRoles), z.union([z.string().min(1), z.int().min(1)]))
      .default({})
      .describe('columns that are not found by themselves, by their header or by their number from 1'),
  }),
]);

const wordBook = z.record(z.string().min(1), z.string().min(1));

/** Words that extend or replace those the matcher knows. */
export const glossarySchema = z.strictObject({
  terms: wordBook.exactOptional().describe('Japanese to English'),
  products: z.array(z.string().min(1)).exactOptional(),
  abbreviations: wordBook.exactOptional().describe('a short form to the whole, both in lower case'),
  renames: wordBook.exactOptional().describe('the old name of a product to the present one'),
  siteNames: z.array(z.string().min(1)).exactOptional().describe('what portals append to titles'),
});

/** The settings of a run. All have a default, so `{}` is a configuration; unknown keys are mistakes. */
export const configSchema = z.strictObject({
  sources: z.array(sourceSchema).default([]),
  tasks: z
    .array(taskListSchema)
    .default([])
    .describe('Task Reference Lists: XLSX, CSV, HTML, Markdown or JSON'),
  glossary: z
    .union([z.string().min(1), glossarySchema])
    .optional()
    .describe('own words, or a file of them'),
  limits: limitsSchema.prefault({}),
  userAgent: headerValue.min(1).optional(),
  checkFragments: z.boolean().default(false),
  checkStyles: z.boolean().default(true).describe('look for links in style sheets and style attributes'),
  skipFragments: z
    .array(patternIn('what follows the #; with :// in it, in the address'))
    .default([])
    .describe('fragments that scripts make, or pages on which they do: not looked for'),
  cleanUrls: z
    .boolean()
    .default(false)
    .describe('in folders links may leave out the .html of a page, as many servers let them'),
  allowPrivate: z.boolean().default(false).describe('let public pages and files lead into private addresses'),
  insecure: z
    .union([z.boolean(), z.array(hostName)])
    .default(false)
    .describe('do not verify TLS certificates, be it of any host or of those named'),
  deep: z
    .boolean()
    .default(false)
    .describe('read documents to their end, and the links in those of the sources'),
  probes: z.boolean().default(true).describe('ask each folder once for a name that ought not to exist'),
  store: z.string().min(1).default('.playbook-health'),
  keep: z
    .union(
      [
        z.int().min(1),
        z.string().regex(/^[1-9]\d{0,4}d$/, 'must be a number of runs, or of days such as 90d'),
      ],
      'a number of runs such as 30, or of days such as 90d',
    )
    .optional()
    .describe('runs to keep: so many, or those of so many days ("90d")'),
  maxStore: z.int().min(1).optional().describe('bytes that the runs may take; the oldest go first'),
  output: z.array(z.string()).default([]).describe('report files; the ending chooses the format'),
  failOn: z.enum(thresholds).default('broken'),
  baseline: z
    .string()
    .min(1)
    .optional()
    .describe(
      'what `new-broken` compares with: a run, or a JSON file that `baseline` writes; the last run otherwise',
    ),
  confirm: z.int().min(1).max(14).default(1).describe('fail only for what was found so many runs in a row'),
  known: z.string().min(1).optional().describe('a YAML file of accepted findings'),
  notify: z
    .array(z.strictObject({ kind: z.enum(notifiers), url: secretAddress }))
    .default([])
    .describe(
      'tell these what changed, if anything did; keep the addresses in ${VARIABLES}, they are secrets',
    ),
  language: z.enum(languages).optional(),
});

export type SourceConfig = Readonly<z.infer<typeof sourceSchema>>;
export type TaskListConfig = z.infer<typeof taskListSchema>;
export type GlossaryConfig = Readonly<z.infer<typeof glossarySchema>>;
export type Limits = Readonly<z.infer<typeof limitsSchema>>;
export type Config = Readonly<z.infer<typeof configSchema>>;

/** The message ends a sentence whose subject is the value; the hint says what to do. */
function complain(context: z.RefinementCtx, trouble: AddressTrouble | null): void {
  if (trouble === null) return;
  const { message, ...params } = trouble;
  context.addIssue({ code: 'custom', message, params });
}

function patternIn(what: string) {
  return z
    .string()
    .superRefine((text, context) => complain(context, patternTrouble(text)))
    .meta({ format: 'regex', description: `a regular expression, matched anywhere in ${what}` });
}

function patternTrouble(text: string): AddressTrouble | null {
  try {
    new RegExp(text, 'u');
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /s, '') : '';
    const message = `is not a regular expression: ${reason}`;
    const discreet = { message, hint: 'a backslash makes a special character plain: "\\." is a dot' };
    const expression = expressionOfGlob(text);
    // A pattern as shells and .gitignore have it.
    const isGlob = /(?:^|\/)\*/.test(text) && !/[[{(]/.test(text) && expression !== '';
    return isGlob ? { message, hint: `for "${text}" write "${expression}"`, discreet } : discreet;
  }
}
