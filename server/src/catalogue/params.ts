/**
 * Parameters of declared calls: their defaults, and how an argument is read.
 *
 * Reading gives what a rule works with, or a `Failure` where Keras refuses the value. What is not
 * known is read as an unknown dimension where a size is meant; a parameter with few possible values
 * (a flag, a choice) lists them, and the rule is then asked for each (see `layer-call`), so that
 * rules never see an unknown flag or choice.
 */
import { type Dimension, unknownDimension } from '../shapes/dimension';
import { FALSE, int, NONE, str, TRUE, tuple, type UnknownValue, type Value } from '../values/value';
import { type Failure, failure } from './failure';

export type Read<T> = { readonly value: T } | { readonly failure: Failure };

export interface ReadContext {
  readonly callee: string;
  readonly parameter: string;
  /** The arguments read before this one (in the order of the table), for `sameAs`. */
  readonly earlier: Readonly<Record<string, unknown>>;
  /** `keras.config.image_data_format()` */
  readonly imageDataFormat: 'channels_last' | 'channels_first';
}

export interface Param<T> {
  /** Null: required. */
  readonly default: Value | null;
  readonly read: (value: Value, context: ReadContext) => Read<T>;
  /** All possible readings of an unknown value, where they are few. */
  readonly possible?: readonly T[];
  /** `keyword`: cannot be given by position. */
  readonly kind?: 'positional' | 'keyword';
  /** Python text of the default, where it is not the default's `repr`. */
  readonly defaultText?: string;
}

export type ParamTable = Readonly<Record<string, Param<unknown>>>;
export type ArgsOf<P extends ParamTable> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

const ok = <T>(value: T): Read<T> => ({ value });
const no = (failed: Failure): { readonly failure: Failure } => ({ failure: failed });

/** Taken as it is, for what has no part in shapes (initializers, regularizers). Its value is not looked at. */
export const ignored: Param<null> = { default: NONE, read: () => ok(null) };

/** Like `ignored`, with a default of its own as Python text (`'glorot_uniform'`). */
export function ignoredDefault(value: Value): Param<null> {
  return { default: value, read: () => ok(null) };
}

/** The value itself, for what a rule reads on its own. */
export function anything(defaultValue: Value | null = NONE): Param<Value> {
  return { default: defaultValue, read: (value) => ok(value) };
}

/** An int as Keras' `isinstance(x, int)` takes it: bools count, whole floats do not. Undefined for other values. */
export function integerOf(value: Value): number | undefined {
  if (value.kind === 'bool') return value.value ? 1 : 0;
  if (value.kind === 'int') return Number(value.value);
  if (
    value.kind === 'tensor' &&
    value.library === 'numpy' &&
    value.data?.length === 1 &&
    typeof value.data[0] === 'number'
  )
    return value.data[0];
  return undefined;
}

/** An int argument; unknown becomes an unknown dimension. Least value, if Keras checks one, is `least`. */
export function dimension(defaultValue: number | null = null, least: number | null = 1): Param<Dimension> {
  return {
    default: defaultValue === null ? null : int(defaultValue),
    read: (value, { callee, parameter }) => {
      if (value.kind === 'unknown') return ok(unknownDimension(value.reason));
      const number = integerOf(value);
      if (number === undefined) {
        return no(
          failure('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`, {
            parameter,
            exception: 'ValueError',
          }),
        );
      }
      if (least !== null && number < least) {
        return no(
          failure('invalid-argument', `\`${parameter}\` of ${callee} must be at least ${least}, not ${number}`, {
            parameter,
          }),
        );
      }
      return ok(number);
    },
  };
}

/** An int or None. */
export function optionalDimension(
  defaultValue: number | null = null,
  least: number | null = null,
): Param<Dimension | null> {
  const inner = dimension(defaultValue, least);
  return {
    default: defaultValue === null ? NONE : int(defaultValue),
    read: (value, context) => (value.kind === 'None' ? ok(null) : inner.read(value, context)),
  };
}

/**
 * One size for each spatial axis: an int for all, or a tuple or list of ints (Keras'
 * `standardize_tuple`). Default: required, an int, or `sameAs('pool_size')` which is `None` in the
 * signature and then takes another parameter's value.
 */
export function spatial(
  rank: number,
  defaultValue: number | SameAs | null = null,
  least = 1,
): Param<readonly Dimension[]> {
  const same = typeof defaultValue === 'object' && defaultValue !== null ? defaultValue.parameter : null;
  return {
    default: defaultValue === null ? null : same === null ? int(defaultValue as number) : NONE,
    read: (value, context) => {
      if (value.kind === 'None' && same !== null) return ok(context.earlier[same] as readonly Dimension[]);
      return readTuple(value, rank, least, context);
    },
  };
}

export interface SameAs {
  readonly parameter: string;
}

/** The default is another parameter's value: MaxPooling2D's `strides`. */
export function sameAs(parameter: string): SameAs {
  return { parameter };
}

/** Keras' `standardize_tuple(value, n, name, allow_zero)`: an int is repeated, a sequence must have n ints. */
export function readTuple(
  value: Value,
  rank: number,
  least: number,
  { callee, parameter }: ReadContext,
): Read<readonly Dimension[]> {
  if (value.kind === 'unknown') return ok(Array.from({ length: rank }, () => unknownDimension(value.reason)));
  const single = integerOf(value);
  const items: readonly Value[] | null =
    single !== undefined ? Array.from({ length: rank }, () => value) : sequenceItems(value);
  const wrong = (message: string) => no(failure('invalid-argument', message, { parameter }));
  if (!items)
    return wrong(`\`${parameter}\` of ${callee} must be an int or a tuple of ${rank} ints, not ${describe(value)}`);
  if (items.length !== rank) return wrong(`\`${parameter}\` of ${callee} must have ${rank} ints, not ${items.length}`);
  const sizes: Dimension[] = [];
  for (const item of items) {
    if (item.kind === 'unknown') {
      sizes.push(unknownDimension(item.reason));
      continue;
    }
    const size = integerOf(item);
    if (size === undefined) return wrong(`\`${parameter}\` of ${callee} must hold ints only, not ${describe(item)}`);
    if (size < least) return wrong(`\`${parameter}\` of ${callee} must be at least ${least} everywhere, not ${size}`);
    sizes.push(size);
  }
  return ok(sizes);
}

/** Items of a tuple or list whose items are known, else null. */
export function sequenceItems(value: Value): readonly Value[] | null {
  if (value.kind === 'tuple') return value.items;
  return value.kind === 'list' && !value.uncertain ? value.items : null;
}

export interface ChoiceOptions {
  /** Keras lowers the case before it compares (`standardize_padding`). */
  readonly lower?: boolean;
}

/** One of a few strings. */
export function choice<const T extends string>(
  choices: readonly T[],
  defaultValue: T | null = null,
  options: ChoiceOptions = {},
): Param<T> {
  return {
    default: defaultValue === null ? null : str(defaultValue),
    possible: choices,
    read: (value, { callee, parameter }) => {
      const text = value.kind === 'str' ? (options.lower ? value.value.toLowerCase() : value.value) : null;
      const found = choices.find((one) => one === text);
      if (found !== undefined) return ok(found);
      const known = choices.map((one) => `'${one}'`).join(', ');
      return no(
        failure('invalid-argument', `\`${parameter}\` of ${callee} must be one of ${known}, not ${describe(value)}`, {
          parameter,
          facts: { choices },
        }),
      );
    },
  };
}

/** `padding`, with the choices that a layer takes. */
export function padding<const T extends string>(choices: readonly T[], defaultValue: T): Param<T> {
  return choice(choices, defaultValue, { lower: true });
}

/** `data_format`: None is what `keras.config.image_data_format()` says. */
export function dataFormat(): Param<'channels_last' | 'channels_first'> {
  const inner = choice(['channels_last', 'channels_first'], null, { lower: true });
  return {
    default: NONE,
    possible: ['channels_last', 'channels_first'],
    read: (value, context) => (value.kind === 'None' ? ok(context.imageDataFormat) : inner.read(value, context)),
  };
}

/** A flag, by Python's truth of what is given. */
export function flag(defaultValue: boolean): Param<boolean> {
  return {
    default: defaultValue ? TRUE : FALSE,
    possible: [true, false],
    read: (value) => ok(truthOf(value)),
  };
}

function truthOf(value: Value): boolean {
  switch (value.kind) {
    case 'None':
      return false;
    case 'bool':
      return value.value;
    case 'int':
    case 'float':
      return Number(value.value) !== 0;
    case 'str':
      return value.value !== '';
    case 'tuple':
    case 'list':
      return value.items.length > 0;
    case 'dict':
      return value.entries.size > 0;
    default:
      return true;
  }
}

/** Short words for a value in a message: `'sames'`, `3.5`, `None`, `a list`. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'None':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
    case 'str':
      return `'${value.value.slice(0, 40)}'`;
    case 'tuple':
      return value.items.length === 1
        ? `(${describe(value.items[0] as Value)},)`
        : `(${value.items.map(describe).join(', ')})`;
    case 'list':
      return value.uncertain ? 'a list' : `[${value.items.map(describe).join(', ')}]`;
    case 'tensor':
      return 'a tensor';
    case 'instance':
      return `a ${value.cls.name}`;
    case 'unknown':
      return '?';
    default:
      return `a ${value.kind}`;
  }
}

/** An int default as a tuple, for tables: `intTuple(2, 2)` is `(2, 2)`. */
export function intTuple(...sizes: readonly number[]): Value {
  return tuple(sizes.map(int));
}

export function isUnknownArgument(value: unknown): value is UnknownValue {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'unknown';
}
