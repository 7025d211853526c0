/** Iterators whose position is kept in the heap, for `itertools` and its like. */
import type { Context } from '../../values/context';
import { Cell } from '../../values/heap';
import type { IteratorValue, UncertainEnd, Value } from '../../values/value';

export type Next = Value | UncertainEnd | undefined;

/** The end of an iterator, known or not: it goes on to whoever asked. */
export function isEnd(next: Next): next is UncertainEnd | undefined {
  return next === undefined || next.kind === 'uncertain-end';
}

/** An iterator from a state and a step that gives the next item and state, or its end. */
export function stepping<S>(
  type: string,
  initial: S,
  step: (state: S, context: Context) => { readonly item: Value; readonly state: S } | UncertainEnd | undefined,
): IteratorValue {
  const cell = new Cell<S>(initial);
  return {
    kind: 'iterator',
    type,
    next: (context) => {
      const taken = step(cell.value, context);
      if (taken === undefined || !('item' in taken)) return taken;
      cell.set(context.heap, taken.state);
      return taken.item;
    },
  };
}

/** An iterator over items that are known, one after the other. */
export function listed(type: string, items: readonly Value[]): IteratorValue {
  return stepping(type, 0, (index) => {
    const item = items[index];
    return item === undefined ? undefined : { item, state: index + 1 };
  });
}
