/** A way to read what follows an option; `null` if it cannot be read. */
export interface Quantity {
  /** What is expected, with its article: `a whole number`. */
  readonly noun: string;
  /** The unit it is converted to, if it can be given with one. */
  readonly unit?: string;
  readonly read: (text: string) => number | string | null;
}

/** Any text at all. */
export const anyText: Quantity = { noun: 'a text', read: (text) => text };

export const wholeNumber: Quantity = {
  noun: 'a whole number',
  read: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : null),
};

const durations: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const sizes: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A length of time, in milliseconds; seconds where no unit is given. */
export const milliseconds: Quantity = {
  noun: 'a time such as 500ms, 30s or 2m',
  unit: 'milliseconds',
  read: (text) => scale(/^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text), durations, 's'),
};

/** A length of time, in seconds. */
export const seconds: Quantity = {
  noun: 'a time such as 90s, 30m or 2h',
  unit: 'seconds',
  read: (text) => {
    const time = milliseconds.read(text);
    return typeof time === 'number' ? Math.ceil(time / 1000) : null;
  },
};

/** A number of runs, or those of a number of days. */
export const retention: Quantity = {
  noun: 'a number of runs or of days, such as 30 or 90d',
  read: (text) => (/^[1-9]\d{0,4}d$/.test(text) ? text : /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null),
};

/** A size in bytes: `500k`, `10MiB`. */
export const bytes: Quantity = {
  noun: 'a size such as 500k or 10M',
  unit: 'bytes',
  read: (text) => scale(/^(\d+(?:\.\d+)?)([kmg]?)(?:i?b)?$/.exec(text.toLowerCase()), sizes, ''),
};

function scale(
  match: RegExpExecArray | null,
  units: Readonly<Record<string, number>>,
  unit: string,
): number | null {
  const factor = units[match?.[2] ?? unit];
  return match?.[1] === undefined || factor === undefined ? null : Math.round(Number(match[1]) * factor);
}
