/**
 * Characters that JSON leaves as they are, though terminals, browsers or bidirectional text act on them. `<` is one, so that the
 * text may stand inside a `<script type="application/json">`.
 */
const obeyed = /[<\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The value as JSON that nothing acts on, wherever it is shown; parsing gives back the same value. */
export function inertJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(obeyed, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
