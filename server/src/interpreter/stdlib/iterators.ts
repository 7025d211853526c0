/** Iterators whose position is kept in the heap, for `itertools` and its like. */

import type { Reason } from '../../shapes/reason';
import type { Context } from '../../values/context';
import { Cell } from '../../values/heap';
import { type IteratorValue, UncertainEnd, type UnknownValue, unknown, type Value } from '../../values/value';

export type Next = Value | UncertainEnd | undefined;

/** The end of an iterator, known or not: it goes on to whoever asked. */
export function isEnd(next: Next): next is UncertainEnd | undefined {
  return next === undefined || next.kind === 'uncertain-end';
}

/** Where an iterator stands differs between two branches: from there on its items are not known. */
class Unsure {
  constructor(readonly reason: Reason) {}
}

/** A part of an iterator's position: unsure once two branches have left it in different states. */
export class Place<S> {
  private readonly cell: Cell<S | Unsure>;

  constructor(initial: S) {
    this.cell = new Cell<S | Unsure>(initial, (a, b, reason) => (a === b ? a : new Unsure(reason)));
  }

  /** Why it is not known, if so; ask before reading `value`. */
  get unsure(): UncertainEnd | null {
    const content = this.cell.value;
    return content instanceof Unsure ? new UncertainEnd(content.reason) : null;
  }

  get value(): S {
    return this.cell.value as S;
  }

  set(context: Context, state: S): void {
    this.cell.set(context.heap, state);
  }
}

/** An iterator from a state and a step that gives the next item and state, or its end. */
export function stepping<S>(
  type: string,
  initial: S,
  step: (state: S, context: Context) => { readonly item: Value; readonly state: S } | UncertainEnd | undefined,
  text?: (state: S, context: Context) => string | UnknownValue,
): IteratorValue {
  const place = new Place<S>(initial);
  return {
    kind: 'iterator',
    type,
    next: (context) => {
      if (place.unsure) return place.unsure;
      const taken = step(place.value, context);
      if (taken === undefined || !('item' in taken)) return taken;
      place.set(context, taken.state);
      return taken.item;
    },
    ...(text && {
      text: (context: Context) => (place.unsure ? unknown(place.unsure.reason) : text(place.value, context)),
    }),
  };
}

/** An iterator over items that are known, one after the other. */
export function listed(type: string, items: readonly Value[]): IteratorValue {
  return stepping(type, 0, (index) => {
    const item = items[index];
    return item === undefined ? undefined : { item, state: index + 1 };
  });
}
