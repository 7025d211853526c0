/** What an exception is made of: its arguments, what led to it, and what its class keeps beside them. */
import type { Context } from '../../values/context';
import { Cell } from '../../values/heap';
import {
  type ClassValue,
  InstanceValue,
  NONE,
  OBJECT,
  type Payload,
  str,
  type TupleValue,
  tuple,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { builtinClass, computed } from './define';

/** What an exception carries beside its attributes. */
export class ExceptionState implements Payload {
  readonly type = 'exception';
  readonly args: Cell<TupleValue>;
  readonly cause = new Cell<Value>(NONE);
  readonly context = new Cell<Value>(NONE);
  /** `raise … from …` hides what was being handled. */
  readonly suppressesContext = new Cell<boolean>(false);
  /** What `raise` has noted of the way that it went: None where it was never raised. */
  readonly traceback = new Cell<Value>(NONE);
  /** What the class itself keeps beside the arguments: `name`, `path`, `obj`, `msg`. */
  readonly fields = new Cell<ReadonlyMap<string, Value>>(new Map());

  constructor(args: readonly Value[]) {
    this.args = new Cell(tuple(args));
  }
}

export function stateOf(value: Value): ExceptionState | null {
  return value.kind === 'instance' && value.payload instanceof ExceptionState ? value.payload : null;
}

/** `exception.args` */
export function exceptionArguments(value: Value): readonly Value[] {
  return stateOf(value)?.args.value.items ?? [];
}

/** An exception as raising it with a message makes it. */
export function makeException(cls: ClassValue, message: string, context: Context): InstanceValue {
  return exceptionWith(cls, message === '' ? [] : [str(message)], context);
}

export function exceptionWith(cls: ClassValue, args: readonly Value[], context: Context): InstanceValue {
  return new InstanceValue(context.heap.identity(), cls, new ExceptionState(args));
}

/** Raises an exception with any arguments, and with fields that its class keeps. */
export function raiseWith(
  exception: string,
  args: readonly Value[],
  context: Context,
  fields: Readonly<Record<string, Value>> = {},
): never {
  const raised = exceptionWith(context.builtin(exception), args, context);
  for (const [name, value] of Object.entries(fields)) setField(raised, name, value, context);
  return interpreterOf(context).throwInstance(raised);
}

export function setField(self: Value, name: string, value: Value, context: Context): void {
  const state = stateOf(self);
  state?.fields.set(context.heap, new Map([...state.fields.value, [name, value]]));
}

/** `exception.__traceback__` */
export function tracebackOf(exception: Value): Value {
  return stateOf(exception)?.traceback.value ?? NONE;
}

/** Of what a traceback says nothing is followed. */
export const tracebackClass = builtinClass(
  'traceback',
  [OBJECT],
  ['tb_frame', 'tb_lasti', 'tb_lineno', 'tb_next'].map(
    (name) => [name, computed((context) => context.unknown('tracebacks are not followed'))] as const,
  ),
);
