import { patternList } from '../patterns.js';

/** Addresses whose purpose is to lead elsewhere. */
export const shortLinks = patternList(
  [
    '^https?://(aka\\.ms|go\\.microsoft\\.com/fwlink|1drv\\.ms|msft\\.it|bit\\.ly|tinyurl\\.com|t\\.co|lnkd\\.in|ow\\.ly|goo\\.gl|youtu\\.be|forms\\.gle)(/|$|[?])',
  ],
  'addresses whose purpose is to lead elsewhere, matched against the whole URL',
);
