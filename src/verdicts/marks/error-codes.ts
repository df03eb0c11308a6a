import { latin1 } from '../../kit/text/latin1.js';

const longest = 4096;

/**
 * Azure Storage's XML (`<Code>BlobNotFound</Code>`) and SharePoint's JSON (`"code":"-2147024894,
 * System.IO.FileNotFoundException"`).
 */
const forms = [
  /<Code>([A-Za-z]{1,64})<\/Code>/,
  /"code"\s*:\s*"(-?\d{1,12}, ?[\w.]{1,100})"/,
  /\b(404 FILE NOT FOUND)\b/,
];

/**
 * The server's own code for an error, from the start of a body; `null` if it names none. The words may be localised, codes are
 * not.
 */
export function errorCodeIn(bytes: Uint8Array): string | null {
  const text = latin1(bytes, longest);
  for (const form of forms) {
    const code = form.exec(text)?.[1];
    if (code !== undefined) return code;
  }
  return null;
}
