/** The ways people write a day. A pattern names its parts; words or a time may stand around a day, but no digit beside it. */
const forms: readonly RegExp[] = [
  /(?<![\d/.-])(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?![\d/-]|\.\d)/g,
  /(?<!\d)(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?日/g,
  /(?<![a-z])(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/gi,
  /(?<![\d/.-])(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<name>[a-z]{3,9})\.?,?[ -](?<year>\d{4})(?!\d)/gi,
  /(?<![\d/.-])(?<one>\d{1,2})\/(?<other>\d{1,2})\/(?<year>\d{4})(?![\d/-])/g,
];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonths =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sept?|[a-z]{3})$/i;
/** A longer text is a sentence that mentions a day. */
const longest = 64;

/**
 * The one day a short text names, as `YYYY-MM-DD`: `2026/05/11`, `2026年5月11日`, `May 11, 2026`, `11 May 2026`, `05/11/2026`
 * (month first, unless there is no such day). `null` if it names none, several, or one that no calendar has.
 */
export function dayIn(text: string): string | null {
  if (text.length > longest) return null;
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  const [found, second] = forms.flatMap((form) => [...plain.matchAll(form)]);
  if (found === undefined || second !== undefined) return null;
  const { year = '', month, name, day, one, other } = found.groups ?? {};
  if (name !== undefined) return dayOf(year, monthNamed(name), day);
  return month === undefined ? (dayOf(year, one, other) ?? dayOf(year, other, one)) : dayOf(year, month, day);
}

function monthNamed(name: string): number {
  return fullMonths.test(name) ? months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : 0;
}

/** `null` if there is no such day, or if it lies outside 1990 to 2199. */
function dayOf(year: string, month: string | number = 0, day: string | number = 0): string | null {
  if (year < '1990' || year > '2199') return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return isReal ? date.toISOString().slice(0, 10) : null;
}
