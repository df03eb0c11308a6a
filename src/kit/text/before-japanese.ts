/** The name as it stands before Japanese text: followed by a space if it ends in an ASCII character. */
export function beforeJapanese(name: string): string {
  return /[!-~]$/.test(name) ? `${name} ` : name;
}
