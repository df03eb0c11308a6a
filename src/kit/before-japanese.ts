/** A name that Japanese text can follow: with a blank where it ends in a letter or digit of another script. */
export function beforeJapanese(name: string): string {
  return /[!-~]$/.test(name) ? `${name} ` : name;
}
