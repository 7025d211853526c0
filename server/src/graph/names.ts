/** Names that Keras gives to layers, models and ops by itself: `conv2d`, `conv2d_1`. */
import type { Generation, StateKey } from '../values/context';
import { Cell, type Heap, type Stored } from '../values/heap';
import { nextSerial, touch, WHOLE } from '../values/watch';

/** What was worked out before: the same few classes are named over and over. */
const known = new Map<string, string>();

/** `Conv2DTranspose` → `conv2d_transpose` (`to_snake_case` of keras.src.utils.naming). */
export function snakeCase(className: string, generation: Generation): string {
  const key = generation === 'keras3' ? className : `2 ${className}`;
  let snake = known.get(key);
  if (snake === undefined) {
    snake = madeSnakeCase(className, generation);
    known.set(key, snake);
  }
  return snake;
}

function madeSnakeCase(className: string, generation: Generation): string {
  const word = generation === 'keras3' ? className.replace(/[^\p{L}\p{N}_]+/gu, '') : className;
  const snake = word
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
  return generation !== 'keras3' && snake.startsWith('_') ? `private${snake}` : snake;
}

/** How many objects of each name there are so far; a name whose count differs between two branches is not known. */
export class NameCounters implements Stored {
  readonly serial = nextSerial();
  private readonly counts = new Map<string, number | null>();
  /** Which of Keras 2's graphs is being made: each counts by itself. 0 is the program's own. */
  private readonly graph = new Cell<number>(0);
  private readonly graphs = new Cell<number>(0, (a, b) => Math.max(a, b));

  /** Runs something that names what it makes in a graph of its own (`scratch_graph`). */
  inOwnGraph<T>(heap: Heap, run: () => T): T {
    const outer = this.graph.value;
    this.graphs.set(heap, this.graphs.value + 1);
    this.graph.set(heap, this.graphs.value);
    try {
      return run();
    } finally {
      this.graph.set(heap, outer);
    }
  }

  /** The count that stood before, or null where it is not known; counts one more. */
  next(heap: Heap, name: string): number | null {
    const prefix = this.graph.value === 0 ? name : `${this.graph.value}/${name}`;
    touch(this, this.serial, prefix);
    const count = this.counts.get(prefix) ?? (this.counts.has(prefix) ? null : 0);
    heap.log(this, prefix, this.counts.get(prefix));
    this.counts.set(prefix, count === null ? null : count + 1);
    return count;
  }

  /** `clear_session`, `reset_uids`: all counts begin anew. */
  clear(heap: Heap): void {
    touch(this, this.serial, WHOLE);
    for (const prefix of [...this.counts.keys()]) {
      heap.log(this, prefix, this.counts.get(prefix));
      this.counts.delete(prefix);
    }
  }

  peek(prefix: unknown): unknown {
    return this.counts.get(prefix as string);
  }

  restore(prefix: unknown, old: unknown): void {
    if (old === undefined) this.counts.delete(prefix as string);
    else this.counts.set(prefix as string, old as number | null);
  }

  unit(prefix: unknown): unknown {
    return prefix;
  }

  join(): unknown {
    return null;
  }
}

export const NAMES: StateKey<NameCounters> = { name: 'keras names', create: () => new NameCounters() };

/**
 * The next name of a class: the first `Dense` is `dense`, then `dense_1` (in Keras 1 `dense_1`,
 * `dense_2`). Null where the count is not known.
 */
export function uniqueName(
  counters: NameCounters,
  heap: Heap,
  className: string,
  generation: Generation,
): string | null {
  return numbered(counters, heap, snakeCase(className, generation), generation === 'keras1');
}

/** A prefix with the number of objects that bear it; from 1 for all where `oneBased` (`input_1`). */
export function numbered(counters: NameCounters, heap: Heap, prefix: string, oneBased: boolean): string | null {
  const count = counters.next(heap, prefix);
  if (count === null) return null;
  if (oneBased) return `${prefix}_${count + 1}`;
  return count === 0 ? prefix : `${prefix}_${count}`;
}
