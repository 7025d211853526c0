/** Computes a value when it is first asked for: of the thousands of functions that are declared a program needs few. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** The same for each of some objects that outlive runs. For those that a run or a keystroke makes see `keptWith`. */
export function onceFor<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = { value: compute(key) };
      known.set(key, found);
    }
    return found.value;
  };
}

/** What keeps the answers to questions about itself. */
export interface Keeper {
  readonly answers: Map<unknown, unknown>;
}

/**
 * The same for objects that are garbage with the next keystroke. Their answers stand in themselves: V8 takes the values of
 * a `WeakMap` for alive while it collects the young generation, whatever became of their keys, so that all that a run
 * has made would be copied into the old one.
 */
export function keptWith<K extends Keeper, T>(compute: (of: K) => T): (of: K) => T {
  return (of) => {
    const known = of.answers.get(compute);
    if (known !== undefined || of.answers.has(compute)) return known as T;
    const found = compute(of);
    of.answers.set(compute, found);
    return found;
  };
}
