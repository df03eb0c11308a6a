import type { Link } from '../model/link.js';
import type { Page } from '../model/page.js';
import type { Source } from './source.js';

/** The page of a body that has links and says nothing about itself. */
export function pageOf({ charset }: Pick<Source, 'charset'>, links: readonly Link[], isCut = false): Page {
  return {
    links,
    isCut,
    title: '',
    heading: '',
    language: null,
    charset,
    breadcrumb: [],
    anchors: null,
    digest: null,
  };
}
