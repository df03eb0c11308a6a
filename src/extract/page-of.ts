import type { Link } from '../model/link.js';
import type { Page } from '../model/page.js';
import type { DecodedBody } from './body-reader.js';

/** The page of a body that has links and says nothing about itself. */
export function pageOf(
  { charset }: Pick<DecodedBody, 'charset'>,
  links: readonly Link[],
  isCut = false,
): Page {
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
