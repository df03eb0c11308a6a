import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import type { Change } from '../../model/change.js';
import type { Resource } from '../../model/resource.js';
import type { Run, Snapshot } from '../../model/snapshot.js';
import { modifiedAt } from '../intake/content.js';
import type { ChangeDraft } from '../comparing/draft.js';
import type { Inventory } from '../intake/inventory.js';
import type { Alignment } from '../comparing/align.js';
import { linkNames, resourceName } from './names.js';
import { reasonOf, updateDay } from './reasons.js';
import type { Earlier, Later } from '../runs.js';

/** What descriptions are made from. */
interface Described {
  readonly before: Earlier;
  readonly after: Later;
  readonly alignment: Alignment;
  readonly drafts: readonly ChangeDraft[];
  /** Rows of the later run, and their counterparts in the other language. */
  readonly twins: ReadonlyMap<number, number>;
  /** Further rows of the later run that will be asked for. */
  readonly alsoNamed: readonly number[];
}

/** Elsewhere the day has begun already. */
const oneDay = 86_400_000;

/** Turns drafts into changes. */
interface Describer {
  readonly change: (draft: ChangeDraft) => Change;
  /** Address and name of a row of the later run. */
  readonly entry: (row: number) => readonly { readonly url: string; readonly title: string }[];
}

/** Looks up the link texts of what changed, so that each change can be described when it is asked for. */
export function createDescriber({
  before,
  after,
  alignment,
  drafts,
  twins,
  alsoNamed,
}: Described): Describer {
  const earlier = createNames(
    before.snapshot,
    alignment.before,
    drafts.map((one) => one.before),
  );
  const later = createNames(after.snapshot, alignment.after, [
    ...drafts.map((one) => one.after),
    ...twins.values(),
    ...alsoNamed,
  ]);
  const { run: past } = before.snapshot;
  const { run: present } = after.snapshot;

  const dateOf = (resource: Resource | null, { evidence }: ChangeDraft): string => {
    const seen = new Date(present.startedAt).toISOString();
    const told = updateDay(evidence);
    if (told !== null && Date.parse(told) < present.startedAt + oneDay) return new Date(told).toISOString();
    const said = resource === null ? null : modifiedAt(resource);
    const isPlausible = said !== null && Date.parse(said) > past.startedAt && said < seen;
    return isPlausible ? said : seen;
  };
  const nameOfDraft = ({ kind, before: row, after: now }: ChangeDraft): string => {
    const isLost = now < 0 || ((kind === 'broke' || kind === 'removed') && row >= 0);
    return isLost ? earlier.name(row) : later.name(now);
  };
  const addressesOf = (one: ChangeDraft): Pick<Change, 'url' | 'previousUrl'> => {
    const was = earlier.resource(one.before)?.url ?? null;
    const url = one.url ?? later.resource(one.after)?.url ?? was ?? '';
    return { url, previousUrl: was === url || one.subject === 'host' ? null : was };
  };
  /** A host has no language of its own. */
  const speechOf = (one: ChangeDraft, url: string): Pick<Change, 'title' | 'language' | 'counterpart'> => {
    if (one.subject === 'host') return { title: portalName(past, url), language: null, counterpart: null };
    const { language } =
      one.after < 0 ? alignment.before.traitsOf(one.before) : alignment.after.traitsOf(one.after);
    const row = twins.get(one.after) ?? -1;
    const twin = later.resource(row);
    const other = twin === null ? {} : { [language === 'ja' ? 'en' : 'ja']: later.name(row) };
    return { title: { [language]: nameOfDraft(one), ...other }, language, counterpart: twin?.url ?? null };
  };
  const change = (one: ChangeDraft): Change => {
    const { url, previousUrl } = addressesOf(one);
    const speech = speechOf(one, url);
    const isOfLink = one.kind === 'broke' || one.kind === 'fixed' || one.kind === 'removed';
    return {
      id: fingerprint([one.kind, one.subject, url, previousUrl ?? '', past.id].join(' ')),
      kind: one.kind,
      subject: one.subject,
      url,
      previousUrl,
      ...speech,
      date: dateOf(isOfLink ? null : later.resource(one.after), one),
      reason: one.reason ?? reasonOf({ ...one, language: speech.language, url }),
      evidence: [...one.evidence],
      affected: one.affected,
    };
  };
  const entry: Describer['entry'] = (row) => {
    const resource = later.resource(row);
    return resource === null ? [] : [{ url: resource.url, title: later.name(row) }];
  };
  return { change, entry };
}

interface Names {
  readonly resource: (row: number) => Resource | null;
  readonly name: (row: number) => string;
}

function createNames(snapshot: Snapshot, { idOf, traitsOf }: Inventory, rows: readonly number[]): Names {
  const known = rows.filter((row) => row >= 0);
  const nameless = known.filter((row) => {
    const { isRead, subject, state } = traitsOf(row);
    // What a document calls itself is not read, though its links may be.
    return !isRead || subject === 'document' || state !== 'opens';
  });
  const clicked = linkNames(snapshot, nameless.map(idOf));
  const sites = new Map(snapshot.run.sources.map(({ id, title }) => [id, title]));
  const resource = (row: number): Resource | null => (row < 0 ? null : snapshot.resource(idOf(row)));
  return {
    resource,
    name: (row) => {
      const found = resource(row);
      if (found === null) return '';
      const site = sites.get(found.source ?? '') ?? '';
      return resourceName(found, {
        opens: traitsOf(row).state === 'opens',
        clicked: clicked.get(found.id),
        site,
      });
    },
  };
}

/** The title of a portal that was walked; the name of any other host. */
function portalName({ sources }: Run, url: string): Change['title'] {
  const portal = sources.find(({ seeds }) => seeds.some((seed) => seed.startsWith(url)));
  const name = portal === undefined || portal.title === '' ? (url.split('/')[2] ?? url) : portal.title;
  return { en: name, ja: name };
}
