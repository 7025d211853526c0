/** Computes a value when it is first asked for: of the thousands of functions that are declared a program needs few. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
