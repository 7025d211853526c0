/**
 * What the interpreter lends to the built-ins and the standard library, beyond what the catalogue
 * gets. Python's protocols (operators, iteration, hashing) are functions in `builtins/`.
 */

import type { Reason } from '../shapes/reason';
import type { Context } from '../values/context';
import type { Namespace } from '../values/heap';
import type {
  ClassValue,
  DictValue,
  FunctionValue,
  InstanceValue,
  ModuleValue,
  UnknownValue,
  Value,
} from '../values/value';
import type { TextNames } from './evaluate-text';

export interface InterpreterContext extends Context {
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
  newInstance(cls: ClassValue): InstanceValue;
  /** `object.__getattribute__(value, name)`: what a class cannot override; undefined where it is absent. */
  plainAttribute(value: Value, name: string): Value | undefined;
  /** `object.__setattr__(value, name, content)` */
  setPlainAttribute(value: Value, name: string, content: Value): void;
  /** `del value.name` */
  deleteAttribute(value: Value, name: string): void;
  /** `object.__delattr__(value, name)` */
  deletePlainAttribute(value: Value, name: string): void;
  /** A module by its absolute dotted name, imported when it was not yet; unknown where it is not found. */
  importModule(name: string): ModuleValue | UnknownValue;
  /** Notes that an operation on something unknown may raise (any exception, or one of this class). */
  mayRaise(why: Reason, exception?: string | null): void;
  /** Does something to each of the objects that an unknown value may be, on paths of their own. */
  onEach(value: UnknownValue, act: (object: Value) => Value): Value;
  /** `raise exception`, of an instance. */
  throwInstance(exception: Value): never;
  /** `eval` and `exec` of a text, in the block that is running where no names are given. */
  evaluateText(text: string, names: TextNames | null): Value;
  executeText(text: string, names: TextNames | null): Value;
  /** Does something that may not be done when the program runs. */
  perhaps(act: () => void, why: Reason): void;
  /** What is called before each item that an iterator is asked for, which may be a class of the program's that never ends. */
  taking(): () => void;
  /** The iterators among some values are gone through as far as something unknown says. */
  useUp(values: Iterable<Value>, why: Reason): void;
  /** Any item that going through an unknown value may give. */
  unknownItem(value: UnknownValue): UnknownValue;
  /** `locals()` and `globals()` of the block now running. */
  localDict(): DictValue;
  globalDict(): DictValue;
  /** `__name__` of the module whose code runs, or calls the standard library. */
  callerName(): Value | undefined;
  /** The class of a value to whoever asks for it (`type(value)`): of what may be a single number of numpy's it is not known. */
  classAsked(value: Value): ClassValue | UnknownValue;
  /** See the catalogue's `isScalarOf`. */
  isScalarOf(value: Value, cls: ClassValue): boolean | null | undefined;
  /** `__annotations__` of a function of the program: a dict, unknown where one cannot be evaluated. */
  annotations(value: FunctionValue): Value;
  /** The `__name__` of the module that a function of the program was defined in. */
  moduleNameOf(value: FunctionValue): Value;
  /** Whether a standard module has defined it. */
  isStandard(value: FunctionValue): boolean;
  /** Whether a `yield` stands in a function itself. */
  isGenerator(value: FunctionValue): boolean;
  /** The names that a function takes from those around it, and where they are kept; undefined where they are not followed. */
  closureOf(value: FunctionValue): readonly (readonly [string, Namespace<Value>])[] | undefined;
  /** `globals()` of a function. */
  globalsOf(value: FunctionValue): DictValue;
  /** The names of a module that runs or has been imported. */
  namespaceOf(module: string): Namespace<Value> | undefined;
  /** Whether it binds no names but its parameters. */
  bindsParametersOnly(value: FunctionValue): boolean;
  /** The docstring of a function or class of the program; null where it has none. */
  docstring(value: FunctionValue | ClassValue): string | null;
}

/** The context of a native function that the interpreter runs is always the interpreter's. */
export function interpreterOf(context: Context): InterpreterContext {
  return context as InterpreterContext;
}
