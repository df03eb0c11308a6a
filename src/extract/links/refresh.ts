/** The URL of a `<meta http-equiv=refresh>` content (WHATWG HTML §4.2.5.3); `null` if it reloads the page itself. */
export function urlOfRefresh(content: string): string | null {
  const match = /^\s*[\d.]+(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(.*)$/is.exec(content);
  const rest = match?.[1] ?? '';
  const quote = rest.charAt(0);
  if (quote !== '"' && quote !== "'") return rest === '' ? null : rest;
  const end = rest.indexOf(quote, 1);
  return rest.slice(1, end < 0 ? undefined : end);
}
