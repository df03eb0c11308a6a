/** What `act` gives; `null` if the walk was stopped meanwhile. */
export async function unlessStopped<Value>(
  signal: AbortSignal,
  act: () => Promise<Value>,
): Promise<Value | null> {
  try {
    const value = await act();
    return signal.aborted ? null : value;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
