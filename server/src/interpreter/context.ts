/**
 * What the interpreter lends to the built-ins and the standard library, beyond what the catalogue
 * gets: Python's protocols, one method for each.
 */
import type { BinaryOperator, ComparisonOperator } from '../python/ast';
import type { Reason } from '../shapes/reason';
import type { Context } from '../values/context';
import type { ClassValue, FunctionValue, IteratorValue, ModuleValue, UnknownValue, Value } from '../values/value';

export interface InterpreterContext extends Context {
  /** `iter(value)`. Throws TypeError where it is not iterable. */
  iterator(value: Value): IteratorValue | UnknownValue;
  /** `a + b` and its like, by Python's rules: reflected operands, `NotImplemented`, TypeError. */
  binary(operator: BinaryOperator, left: Value, right: Value): Value;
  /** `a += b`: in place where the left operand can. */
  inPlace(operator: BinaryOperator, left: Value, right: Value): Value;
  /** `-a`, `+a`, `~a`. */
  unary(operator: '-' | '+' | '~', operand: Value): Value;
  /** `a < b` and its like, `in` and `is` too: any value, since operator methods may give any. */
  compare(operator: ComparisonOperator, left: Value, right: Value): Value;
  /** `value[key]` */
  subscript(value: Value, key: Value): Value;
  /** `value[key] = content` */
  setSubscript(value: Value, key: Value, content: Value): void;
  /** `del value[key]` */
  deleteSubscript(value: Value, key: Value): void;
  /** `del value.name` */
  deleteAttribute(value: Value, name: string): void;
  /** `len(value)`. Throws TypeError where it has none. */
  length(value: Value): number | UnknownValue;
  /** `operator.index(value)`: an int for what may index; throws TypeError for others. */
  index(value: Value): number | bigint | UnknownValue;
  /** `format(value, spec)`; null where not known. */
  format(value: Value, spec: string): string | null;
  /** A class as `type(name, bases, members)` makes it: order, `__set_name__`, `__init_subclass__`. */
  makeClass(
    name: string,
    bases: readonly Value[],
    members: Iterable<readonly [string, Value]>,
    options?: {
      readonly metaclass?: ClassValue | null;
      readonly keywords?: ReadonlyMap<string, Value>;
      readonly module?: string;
    },
  ): ClassValue;
  /** A bare instance of a class, as `object.__new__(cls)` makes it. */
  newInstance(cls: ClassValue): Value;
  /** `object.__getattribute__(value, name)`: what a class cannot override; undefined where it is absent. */
  plainAttribute(value: Value, name: string): Value | undefined;
  /** `object.__setattr__(value, name, content)` */
  setPlainAttribute(value: Value, name: string, content: Value): void;
  /** `object.__delattr__(value, name)` */
  deletePlainAttribute(value: Value, name: string): void;
  /** A module by its absolute dotted name, imported when it was not yet; unknown where it is not found. */
  importModule(name: string): ModuleValue | UnknownValue;
  /** Notes that an operation on something unknown may raise (any exception, or one of this class). */
  mayRaise(why: Reason, exception?: string | null): void;
  /** Names of the block now running (`locals()`), and of its module (`globals()`). */
  localNames(): Iterable<readonly [string, Value]>;
  globalNames(): Iterable<readonly [string, Value]>;
  /** The docstring of a function or class of the program; null where it has none. */
  docstring(value: FunctionValue | ClassValue): string | null;
}

/** The context of a native function that the interpreter runs is always the interpreter's. */
export function interpreterOf(context: Context): InterpreterContext {
  return context as InterpreterContext;
}
