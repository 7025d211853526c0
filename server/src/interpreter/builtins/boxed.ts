/**
 * Instances of a program's subclasses of built-in types.
 *
 * A list, dict or tuple carries its class itself (`cls`). An instance of a subclass of `int`, `str`,
 * `float`, `set`, … is an `InstanceValue` that holds the plain value as its payload.
 */
import { Cell, type Heap, Namespace } from '../../values/heap';
import type { DictValue, ListValue, Payload, TupleValue, Value } from '../../values/value';
import { outlives } from '../../values/watch';

/** Payload of an instance of a subclass of a built-in scalar or set. */
export class Boxed implements Payload {
  readonly type = 'boxed';
  constructor(private readonly held: Value) {}

  get value(): Value {
    return this.held;
  }
}

/** The value itself, or the plain one that an instance of a subclass holds. */
export function plain(value: Value): Value {
  return value.kind === 'instance' && value.payload instanceof Boxed ? value.payload.value : value;
}

const attributeTables = new WeakMap<object, Cell<Namespace<Value>>>();

function tableOf(value: ListValue | DictValue | TupleValue): Cell<Namespace<Value>> {
  let table = attributeTables.get(value);
  if (!table) {
    table = outlives(() => new Cell(new Namespace<Value>()));
    attributeTables.set(value, table);
  }
  return table;
}

/** `__dict__` of an instance of a subclass of list, dict or tuple. Writes to it are logged like any. */
export function attributesOf(value: ListValue | DictValue | TupleValue): Namespace<Value> {
  return tableOf(value).value;
}

/** `value.__dict__ = …` for such an instance. */
export function replaceAttributes(
  heap: Heap,
  value: ListValue | DictValue | TupleValue,
  attributes: Namespace<Value>,
): void {
  tableOf(value).set(heap, attributes);
}
