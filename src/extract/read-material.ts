import { createHash } from 'node:crypto';
import type { CheerioAPI } from 'cheerio/slim';
import { isFileUrl } from '../kit/urls/file-url.js';
import { onDemand } from '../kit/on-demand.js';
import { latin1 } from '../kit/text/latin1.js';
import { redactUrl } from '../kit/urls/redact.js';
import type { FileSeed } from '../model/file-seed.js';
import { createNumbering, type GrowingNumbering } from '../model/links/numbering.js';
import { packLinks } from '../model/links/pack.js';
import type { Link } from '../model/link.js';
import { noLinks, type PackedLinks } from '../model/links/packed-links.js';
import { digestOf, type Page } from '../model/page.js';
import type { Material, Reading } from '../model/reading.js';
import { documentLinks, isWelcome, type DocumentLinksNote, type Signals } from '../model/resource.js';
import type { Observation } from '../model/verdict.js';
import { decode } from './charset/decode.js';
import { readDocument, type ReadDocument } from './documents/read-document.js';
import { discreetFacts, discreetSignals } from './discreet.js';
import { addHeaderFacts } from './header-facts.js';
import { pageOf } from './page-of.js';
import * as readers from './readers/all.js';
import type { BodyReader, Clue } from './body-reader.js';

/** How bodies are to be read. */
export interface ReadingOptions {
  /** Keep every id a fragment may point at. */
  readonly checkFragments: boolean;
  /** `false`: leave out what styles name. */
  readonly checkStyles?: boolean;
  /** What of this machine the walk starts from. */
  readonly fileSeeds?: readonly FileSeed[];
}

const registry: readonly BodyReader[] = Object.values(readers);
const headLength = 512;
const parser = onDemand('cheerio/slim');

/**
 * Reads a body: facts, links, and whatever `observe` notes. Pure except for `numbering`; never throws because of what the web
 * sent. Texts hold no secrets; URLs keep theirs, since they are to be asked for.
 */
export function readMaterial(
  material: Material,
  options: ReadingOptions,
  observe: (observation: Observation) => Signals,
  numbering: GrowingNumbering = createNumbering(),
): Reading {
  const { page, markup } = readBody(material, options);
  const signals = discreetSignals(observe(observationOf(material, page, markup)));
  const pack = (links: readonly Link[]): PackedLinks => packLinks(links, numbering, redactUrl);
  if (page !== null) {
    const { links, isCut = false } = page;
    return { facts: discreetFacts(page), links: pack(links), signals, isCut };
  }
  const document = isWantedDocument(material) ? readDocument(material, options) : null;
  if (document === null) return { facts: null, links: noLinks, signals };
  const note: DocumentLinksNote = typeof document === 'string' ? document : 'read';
  const noted = { ...signals, [documentLinks]: note };
  if (typeof document === 'string') return { facts: null, links: noLinks, signals: noted };
  return { facts: null, links: pack(document.links), signals: noted, isCut: document.isCut };
}

/** Whether it is to be read for links although it is no page. */
function isWantedDocument({ url, wholeDocuments = false, answer }: Material): boolean {
  return wholeDocuments && !isFileUrl(url) && isWelcome(answer);
}

/** The page of a body, `null` if nobody can read it, and the text it was read from. */
function readBody(material: Material, options: ReadingOptions): { page: Page | null; markup: string } {
  const clue = clueOf(material, options);
  const document = clue.isFile ? readDocument(material, options) : null;
  if (document !== null && typeof document === 'object')
    return { page: pageOfFile(document, material), markup: '' };
  const reader = registry.find((each) => each.accepts(clue));
  if (reader === undefined) return { page: null, markup: '' };
  const { bytes } = material.body;
  const decoded = decode(bytes, { charset: material.charset, markup: true });
  const { text: markup, charset, ascii, mayHoldNul } = decoded;
  const { url } = material;
  const { contentType } = material.answer;
  const body = { url, contentType, markup, bytes: ascii ? bytes : null, charset, mayHoldNul, ...options };
  return { page: addHeaderFacts(reader.read(body), material), markup };
}

function pageOfFile({ links, isCut }: ReadDocument, { body }: Material): Page {
  const digest = digestOf(createHash('sha256').update(body.bytes).digest('hex').slice(0, 16));
  return { ...pageOf({ charset: 'utf-8' }, links, isCut), digest };
}

function clueOf({ url, answer, body }: Material, { fileSeeds = [] }: ReadingOptions): Clue {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return {
    contentType: answer.contentType,
    isFile: isFileUrl(url),
    isNamed: fileSeeds.some((seed) => seed.url === url),
    fileName: path.slice(path.lastIndexOf('/') + 1).toLowerCase(),
    head: latin1(body.bytes, headLength).toLowerCase(),
  };
}

function observationOf({ url, answer, body }: Material, page: Page | null, markup: string): Observation {
  let tree: CheerioAPI | null = null;
  return { url, answer, body, page, markup, tree: () => (tree ??= parser().load(markup)) };
}
