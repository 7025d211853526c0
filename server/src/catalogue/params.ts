/**
 * Parameters of declared calls: their defaults, and how an argument is read.
 *
 * Reading gives what a rule works with, or a `Failure` where Keras refuses the value. What is not
 * known is read as an unknown dimension where a size is meant; a parameter with few possible values
 * (a flag, a choice) lists them, and the rule is then asked for each (see `layer-call`), so that
 * rules never see an unknown flag or choice.
 */
import { type Dimension, isUnknown, type UnknownDimension, unknownDimension } from '../shapes/dimension';
import { isInteger } from '../shapes/dtype';
import { type Reason, reason } from '../shapes/reason';
import { hasRank } from '../shapes/shape';
import type { Generation } from '../values/context';
import { type Element, numpyArray, type TensorValue } from '../values/tensor';
import { FALSE, int, ListValue, NONE, str, TRUE, tuple, type UnknownValue, unknown, type Value } from '../values/value';
import { type Failure, failure } from './failure';

/** What was read; `later` is what building the layer refuses though its constructor takes it. */
export type Read<T> = { readonly value: T; readonly later?: Failure } | { readonly failure: Failure };

export interface ReadContext {
  readonly callee: string;
  readonly parameter: string;
  /** The arguments read before this one (in the order of the table), for `sameAs`. */
  readonly earlier: Readonly<Record<string, unknown>>;
  /** `keras.config.image_data_format()` */
  readonly imageDataFormat: 'channels_last' | 'channels_first';
  readonly generation: Generation;
  /** Whether the program gives names to objects of its own (`custom_object_scope`, `get_custom_objects`). */
  readonly customObjects: boolean;
}

export interface Param<T> {
  /** Null: required. */
  readonly default: Value | null;
  readonly read: (value: Value, context: ReadContext) => Read<T>;
  /** All possible readings of an unknown value, where they are few. */
  readonly possible?: readonly T[];
  /** `keyword`: cannot be given by position. `kwargs`: taken through `**kwargs`, no part of the signature. */
  readonly kind?: 'positional' | 'keyword' | 'kwargs';
  /** Python text of the default, where it is not the default's `repr`. */
  readonly defaultText?: string;
}

export type ParamTable = Readonly<Record<string, Param<unknown>>>;
export type ArgsOf<P extends ParamTable> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

const ok = <T>(value: T): Read<T> => ({ value });
const later = <T>(value: T, failed: Failure): Read<T> => ({ value, later: failed });
const no = (failed: Failure): { readonly failure: Failure } => ({ failure: failed });

/** Taken as it is, for what has no part in shapes (initializers, regularizers). Its value is not looked at. */
export const ignored: Param<null> = { default: NONE, read: () => ok(null) };

/** The same, taken through `**kwargs`. */
export const taken: Param<null> = { ...ignored, kind: 'kwargs' };

/** Like `ignored`, with a default of its own as Python text (`'glorot_uniform'`). */
export function ignoredDefault(value: Value): Param<null> {
  return { default: value, read: () => ok(null) };
}

/** The same, or None, which reads as null; None is the default where another is not given. */
export function orNone<T, P extends Pick<Param<T>, 'read'>>(
  inner: P & Pick<Param<T>, 'read'>,
  defaultValue: Value | null = NONE,
): Omit<P, 'default' | 'read'> & Pick<Param<T | null>, 'default' | 'read'> {
  return {
    ...inner,
    default: defaultValue,
    read: (value, context) => (value.kind === 'None' ? ok(null) : inner.read(value, context)),
  };
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
    (isInteger(value.dtype) || value.dtype === 'bool') &&
    Array.isArray(value.shape) &&
    value.shape.length === 0 &&
    value.data?.length === 1 &&
    typeof value.data[0] === 'number'
  )
    return value.data[0];
  return undefined;
}

const DEEPEST_PARAMETER = 3;

/**
 * Numbers of numpy whose value is not known (`np.max(labels) + 1`) as unknown values, in lists and tuples
 * too: to a parameter they are no arrays. So are ints that no size can be.
 */
export function withoutOpenNumbers(value: Value, depth = 0): Value {
  if (value.kind === 'tensor')
    return isOpenNumber(value) ? unknown(reason('the value of an array is not known')) : value;
  if (isHuge(value)) return unknown(TOO_LARGE);
  const items = sequenceItems(value);
  if (!items || (value.kind === 'tuple' && value.cls) || (value.kind === 'list' && value.cls)) return value;
  // No parameter is nested as deeply, and a list may hold itself.
  if (depth >= DEEPEST_PARAMETER) return value;
  const settled = items.map((item) => withoutOpenNumbers(item, depth + 1));
  if (settled.every((item, i) => item === items[i])) return value;
  return value.kind === 'tuple' ? tuple(settled) : new ListValue(settled);
}

/** An int that no size and no axis can be, and that a number of ours does not hold. */
export function isHuge(value: Value): boolean {
  return value.kind === 'int' && typeof value.value === 'bigint';
}

export const TOO_LARGE: Reason = reason('the number is too large for a size');

function isOpenNumber({ library, shape, data }: TensorValue): boolean {
  return library === 'numpy' && data === null && (!hasRank(shape) || shape.length === 0);
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
 * An int that Keras only compares with 0 in the constructor, while the weights made of it need an int
 * (`filters`, `depth_multiplier`): None and floats are refused when the layer is built.
 */
export function weightSize(defaultValue: number | null = null): Param<Dimension> {
  return {
    default: defaultValue === null ? null : int(defaultValue),
    read: (value, { callee, parameter }) => {
      if (value.kind === 'unknown') return ok(unknownDimension(value.reason));
      const wrong = failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`,
        {
          parameter,
        },
      );
      const number = integerOf(value) ?? (value.kind === 'float' ? value.value : undefined);
      if (number !== undefined && number <= 0) {
        return no(
          failure('invalid-argument', `\`${parameter}\` of ${callee} must be at least 1, not ${describe(value)}`, {
            parameter,
          }),
        );
      }
      if (value.kind === 'float' || value.kind === 'None') {
        return later(unknownDimension(reason(`\`${parameter}\` is no int`)), wrong);
      }
      if (number !== undefined) return ok(number);
      if (mayBeAnything(value)) return ok(unknownDimension(reason(`\`${parameter}\` is not known`)));
      return no({ ...wrong, exception: 'TypeError' });
    },
  };
}

/**
 * One size for each spatial axis: an int for all, or a tuple or list of ints (Keras'
 * `standardize_tuple`). Default: required, an int, one for each axis, or `sameAs('pool_size')`, which
 * is `None` in the signature and then takes another parameter's value.
 */
export function spatial(
  rank: number,
  defaultValue: number | readonly number[] | SameAs | null = null,
  options: TupleOptions = {},
): Param<readonly Dimension[]> {
  const same = typeof defaultValue === 'object' && defaultValue !== null && 'parameter' in defaultValue;
  return {
    default:
      defaultValue === null
        ? null
        : typeof defaultValue === 'number'
          ? int(defaultValue)
          : 'parameter' in defaultValue
            ? NONE
            : intTuple(...defaultValue),
    read: (value, context) => {
      if (value.kind === 'None' && same) {
        return ok(context.earlier[(defaultValue as SameAs).parameter] as readonly Dimension[]);
      }
      return readTuple(value, rank, context, options);
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

export interface TupleOptions {
  /** The least size that passes: 1, or 0 where Keras says `allow_zero`. */
  readonly least?: 0 | 1;
  /**
   * Floats inside a tuple pass the constructor. Where they are only computed with they are kept: Keras 3
   * takes them as they are (of others than whole ones nothing is said), TensorFlow under Keras 2 cuts
   * them. Where a weight's shape is made of them they are refused when it is built (the default).
   */
  readonly floats?: 'kept' | 'refused later';
}

/** Keras' `standardize_tuple(value, n, name, allow_zero)`: an int is repeated, a sequence must have n ints. */
export function readTuple(
  value: Value,
  rank: number,
  { callee, parameter, generation }: Pick<ReadContext, 'callee' | 'parameter' | 'generation'>,
  { least = 1, floats = 'refused later' }: TupleOptions = {},
): Read<readonly Dimension[]> {
  const wrong = (message: string): Failure => failure('invalid-argument', message, { parameter });
  const one = value.kind === 'int' || value.kind === 'bool';
  const items = one ? Array.from({ length: rank }, () => value) : iterableItems(value);
  if (items === null) {
    const several = rank === 1 ? 'one int' : `${rank} ints`;
    return no(wrong(`\`${parameter}\` of ${callee} must be an int or a tuple of ${several}, not ${describe(value)}`));
  }
  if ('text' in items) return ok(Array.from({ length: rank }, () => unknownDimension(items)));
  if (items.length !== rank) {
    return no(
      wrong(`\`${parameter}\` of ${callee} must have ${rank} ${rank === 1 ? 'int' : 'ints'}, not ${items.length}`),
    );
  }
  const sizes: Dimension[] = [];
  let refusedLater: Failure | null = null;
  for (const item of items) {
    const size = integerOf(item) ?? (item.kind === 'float' && Number.isFinite(item.value) ? item.value : undefined);
    if (size === undefined && mayBeAnything(item)) {
      sizes.push(unknownDimension(item.kind === 'unknown' ? item.reason : reason(`\`${parameter}\` is not known`)));
      continue;
    }
    if (size === undefined) {
      return no(wrong(`\`${parameter}\` of ${callee} must hold ints only, not ${describe(item)}`));
    }
    if (size < least) {
      return no(wrong(`\`${parameter}\` of ${callee} must be at least ${least} everywhere, not ${describe(item)}`));
    }
    if (item.kind === 'float' && floats === 'kept' && !Number.isInteger(size)) {
      const cut = generation !== 'keras3' && size >= 1;
      sizes.push(cut ? Math.trunc(size) : unknownDimension(reason(`\`${parameter}\` holds a float`)));
      continue;
    }
    if (item.kind === 'float' && floats === 'refused later') {
      refusedLater = wrong(`\`${parameter}\` of ${callee} must hold ints only, not ${describe(item)}`);
    }
    sizes.push(size);
  }
  return refusedLater ? later(sizes, refusedLater) : ok(sizes);
}

/** What iterating gives (`tuple(value)`): the items, the reason why they are not known, or null where Python refuses. */
export function iterableItems(value: Value): readonly Value[] | Reason | null {
  switch (value.kind) {
    case 'tuple':
      return value.items;
    case 'list':
      return value.uncertain ?? value.items;
    case 'str':
      return Array.from(value.value, str);
    case 'range': {
      const length = Math.max(0, Math.ceil((value.stop - value.start) / value.step));
      return length > 64
        ? reason('it is a long range')
        : Array.from({ length }, (_, i) => int(value.start + i * value.step));
    }
    case 'tensor':
      return arrayItems(value);
    case 'unknown':
      return value.reason;
    case 'dict':
      return value.uncertain ?? Array.from(value.entries.values(), ({ key }) => key);
    case 'instance': {
      const items = value.payload?.items?.();
      return items ?? reason(`the items of ${describe(value)} are not followed`);
    }
    case 'set':
    case 'iterator':
    case 'class':
      return reason(`the items of ${describe(value)} are not followed`);
    default:
      return null;
  }
}

function arrayItems(array: TensorValue): readonly Value[] | Reason | null {
  const { shape, data, dtype } = array;
  if (array.library !== 'numpy' || !Array.isArray(shape)) return reason('the items of a tensor are not followed');
  if (shape.length === 0) return null;
  if (shape.length > 1 || !data) return reason('the items of an array are not followed');
  // What an array holds are numpy's own numbers, which are no ints to Python.
  return data.map((element) =>
    isUnknownElement(element) ? unknown(element.reason) : numpyArray([], dtype, [element]),
  );
}

function isUnknownElement(element: Element): element is UnknownDimension {
  return typeof element === 'object' && isUnknown(element);
}

/** Whether a value's type is outside what is followed: an instance of a class may be or act as anything. */
export function mayBeAnything(value: Value): boolean {
  return (
    value.kind === 'unknown' || value.kind === 'instance' || (value.kind === 'tensor' && value.library !== 'keras')
  );
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

/**
 * `padding` (Keras' `standardize_padding`): one of a few strings in any case. A list or tuple passes
 * the constructor, and building the layer refuses it.
 */
export function padding<const T extends string>(choices: readonly T[], defaultValue: T): Param<T> {
  const inner = choice(choices, defaultValue, { lower: true });
  return {
    ...inner,
    read: (value, context) => {
      const result = inner.read(value, context);
      if (!('failure' in result) || (value.kind !== 'tuple' && value.kind !== 'list')) return result;
      return later(defaultValue, result.failure);
    },
  };
}

/** `data_format`: None is what `keras.config.image_data_format()` says. */
export function dataFormat(defaultValue: 'channels_last' | null = null): Param<'channels_last' | 'channels_first'> {
  const inner = choice(['channels_last', 'channels_first'], null, { lower: true });
  return {
    default: defaultValue === null ? NONE : str(defaultValue),
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

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** So many digits of an int are told, so many items of a list, and lists in lists so deep. */
const MOST_DIGITS = 24;
const MOST_DESCRIBED = 16;
const DEEPEST_DESCRIBED = 4;

/** Short words for a value in a message: `'sames'`, `3.5`, `None`, `a list`. */
export function describe(value: Value): string {
  return described(value, 0);
}

function described(value: Value, depth: number): string {
  switch (value.kind) {
    case 'None':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return shortened(String(value.value));
    case 'float':
      return floatText(value.value);
    case 'str':
      return `'${value.value.slice(0, 40)}'`;
    case 'tuple':
      return value.items.length === 1 ? `(${itemsDescribed(value, depth)},)` : `(${itemsDescribed(value, depth)})`;
    case 'list':
      return value.uncertain ? 'a list' : `[${itemsDescribed(value, depth)}]`;
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

function shortened(digits: string): string {
  return digits.length <= MOST_DIGITS ? digits : `${digits.slice(0, MOST_DIGITS)}…`;
}

function itemsDescribed({ items }: { readonly items: readonly Value[] }, depth: number): string {
  if (depth >= DEEPEST_DESCRIBED) return '…';
  const texts = items.slice(0, MOST_DESCRIBED).map((item) => described(item, depth + 1));
  return (items.length > MOST_DESCRIBED ? [...texts, '…'] : texts).join(', ');
}

/** An int default as a tuple, for tables: `intTuple(2, 2)` is `(2, 2)`. */
export function intTuple(...sizes: readonly number[]): Value {
  return tuple(sizes.map(int));
}

export function isUnknownArgument(value: unknown): value is UnknownValue {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'unknown';
}
