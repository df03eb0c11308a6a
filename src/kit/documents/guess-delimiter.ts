/** Guesses what parts the cells of a CSV file: what splits the first lines into the most, and most equal, cells. */
export function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|""){0,2000}"/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line !== '')
    .slice(0, 20);
  let best = ',';
  let most = 0;
  for (const delimiter of ['\t', ',', ';', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).sort((one, other) => one - other);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    if (usual > most) [best, most] = [delimiter, usual];
  }
  return best;
}
