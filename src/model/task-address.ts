/** The address of what a list alone names: that of the task in the list, which all documents of the task have in common. */
export function taskAddress(list: string, task: string): string {
  return `${list}#Task${task}`;
}

/** Whether several findings may have this address, so that it does not tell which of them is meant. */
export function isTaskAddress(url: string): boolean {
  return /#Task\d{3,5}$/.test(url);
}
