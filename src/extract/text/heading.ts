/** The words of a Markdown heading, without what may close it (CommonMark §4.2). */
export function withoutClosing(title: string): string {
  return title
    .trimEnd()
    .replace(/(?<!#)#+$/, '')
    .trimEnd();
}
