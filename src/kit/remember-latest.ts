/** The function, remembering its latest result: for several callers in a row that ask about the same object. */
export function rememberLatest<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let latest: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (latest?.key !== key) latest = { key, value: make(key) };
    return latest.value;
  };
}
