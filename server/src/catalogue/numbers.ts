/**
 * Numbers as arguments: rates, slopes, counts, axes; read as Python compares and converts them.
 *
 * A number that is not known is read as `undefined`: rules then say nothing of it.
 */
import { type Dimension, unknownDimension } from '../shapes/dimension';
import { reason } from '../shapes/reason';
import { float, NONE, type Value } from '../values/value';
import { failure } from './failure';
import { describe, integerOf, type Param, type Read, type ReadContext, sequenceItems } from './params';

/** What is known of an argument that Python compares with numbers. */
export type Comparable = { readonly number: number } | 'unknown' | 'no number';

/** A value as `value < 0.5` sees it: ints, floats, bools and numpy scalars compare; None, strings and sequences do not. */
export function comparable(value: Value): Comparable {
  switch (value.kind) {
    case 'bool':
      return { number: value.value ? 1 : 0 };
    case 'int':
    case 'float':
      return { number: Number(value.value) };
    case 'tensor': {
      const only = value.data?.length === 1 ? value.data[0] : undefined;
      return typeof only === 'number' ? { number: only } : 'unknown';
    }
    case 'unknown':
    case 'instance':
      return 'unknown';
    default:
      return 'no number';
  }
}

/** The number that a value compares as; undefined where it is none, or not known. */
export function numberOf(value: Value): number | undefined {
  const found = comparable(value);
  return typeof found === 'object' ? found.number : undefined;
}

export interface Limits {
  readonly least?: number;
  readonly most?: number;
  /** `least` itself is refused too. */
  readonly exclusive?: boolean;
}

/**
 * A number that the constructor compares with its limits. Outside of them Keras raises ValueError;
 * what cannot be compared is a TypeError of Python's. A null default: the parameter is required.
 */
export function number(defaultValue: number | null, limits: Limits = {}): Param<number | undefined> {
  return {
    default: defaultValue === null ? null : float(defaultValue),
    read: (value, context) => readNumber(value, limits, context),
  };
}

/** The same, or None. */
export function optionalNumber(limits: Limits = {}): Param<number | undefined | null> {
  return {
    default: NONE,
    read: (value, context) => (value.kind === 'None' ? { value: null } : readNumber(value, limits, context)),
  };
}

export function readNumber(
  value: Value,
  limits: Limits,
  { callee, parameter }: Pick<ReadContext, 'callee' | 'parameter'>,
): Read<number | undefined> {
  const compared = comparable(value);
  if (compared === 'unknown') return { value: undefined };
  const { least, most, exclusive } = limits;
  const range =
    least !== undefined && most !== undefined
      ? `from ${least} to ${most}`
      : least !== undefined
        ? `${exclusive ? 'more than' : 'at least'} ${least}`
        : `at most ${most}`;
  if (compared === 'no number') {
    return {
      failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be a number, not ${describe(value)}`, {
        parameter,
        exception: value.kind === 'None' ? 'ValueError' : 'TypeError',
      }),
    };
  }
  const { number } = compared;
  const low = least !== undefined && (exclusive ? !(number > least) : !(number >= least));
  if (low || (most !== undefined && !(number <= most))) {
    return {
      failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${range}, not ${describe(value)}`, {
        parameter,
      }),
    };
  }
  return { value: number };
}

/**
 * An int as `isinstance(value, int)` takes it: a bool counts, a float does not, and neither does a
 * numpy integer (`np.int64(8)` is no `int`).
 */
export function strictInteger(value: Value): number | undefined | 'no int' {
  if (value.kind === 'unknown' || value.kind === 'instance') return undefined;
  if (value.kind === 'bool') return value.value ? 1 : 0;
  return value.kind === 'int' ? Number(value.value) : 'no int';
}

/** A count that Keras checks with `isinstance(value, int)` and a least value. */
export function count(
  defaultValue: Value | null = null,
  least = 1,
  options: { bools?: boolean } = {},
): Param<Dimension> {
  const { bools = true } = options;
  return {
    default: defaultValue,
    read: (value, { callee, parameter }) => {
      const size = value.kind === 'bool' && !bools ? 'no int' : strictInteger(value);
      if (size === undefined) return { value: unknownSize(value, parameter) };
      if (size === 'no int' || size < least) {
        const wanted = least === 1 ? 'a positive int' : `an int of at least ${least}`;
        const what = value.kind === 'tensor' ? 'a numpy number' : describe(value);
        return {
          failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${what}`, {
            parameter,
          }),
        };
      }
      return { value: size };
    },
  };
}

/** One axis or several, as given: negative ones count from the end. Undefined where not known. */
export interface Axes {
  /** Whether a list or tuple was given. */
  readonly several: boolean;
  readonly axes: readonly number[];
}

/** An int, or a list or tuple of ints. Other values raise TypeError. */
export function axes(defaultValue: Value): Param<Axes | undefined> {
  return {
    default: defaultValue,
    read: (value, context) => readAxes(value, context),
  };
}

export function readAxes(
  value: Value,
  { callee, parameter }: Pick<ReadContext, 'callee' | 'parameter'>,
): Read<Axes | undefined> {
  const items = sequenceItems(value);
  if (value.kind === 'unknown' || (value.kind === 'list' && !items)) return { value: undefined };
  const list = (items ?? [value]).map((item) => (item.kind === 'unknown' ? undefined : (integerOf(item) ?? 'no int')));
  if (list.includes('no int')) {
    return {
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be an int or a list of ints, not ${describe(value)}`,
        { parameter, exception: 'TypeError' },
      ),
    };
  }
  if (list.includes(undefined)) return { value: undefined };
  return { value: { several: items !== null, axes: list as number[] } };
}

/** What `int(value)` or `float(value)` gives; undefined where not known, a word for what Python raises. */
export function converted(value: Value, to: 'int' | 'float'): number | undefined | 'ValueError' | 'TypeError' {
  switch (value.kind) {
    case 'bool':
      return value.value ? 1 : 0;
    case 'int':
      return Number(value.value);
    case 'float':
      return to === 'float' ? value.value : Number.isFinite(value.value) ? Math.trunc(value.value) : 'ValueError';
    case 'str': {
      const text = value.value.trim().replace(/(?<=\d)_(?=\d)/g, '');
      const spelled = to === 'int' ? /^[+-]?\d+$/ : /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
      return spelled.test(text) ? Number(text) : 'ValueError';
    }
    case 'tensor':
      return integerOf(value);
    case 'unknown':
    case 'instance':
      return undefined;
    default:
      return 'TypeError';
  }
}

/** An argument that the constructor passes through `int` or `float`. */
export function convertedTo(to: 'int' | 'float', defaultValue: Value | null): Param<number | undefined> {
  return {
    default: defaultValue,
    read: (value, { callee, parameter }) => {
      const number = converted(value, to);
      if (number !== 'ValueError' && number !== 'TypeError') return { value: number };
      return {
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be ${to === 'int' ? 'an int' : 'a number'}, not ${describe(value)}`,
          {
            parameter,
            exception: number,
          },
        ),
      };
    },
  };
}

/** A size that the constructor passes through `int`, and then compares with its least value. */
export function convertedSize(least: number): Param<Dimension> {
  const inner = convertedTo('int', null);
  return {
    default: null,
    read: (value, context) => {
      const read = inner.read(value, context);
      if ('failure' in read) return read;
      const size = read.value;
      const { callee, parameter } = context;
      if (size === undefined) return { value: unknownSize(value, parameter) };
      if (size >= least) return { value: size };
      return {
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be at least ${least}, not ${describe(value)}`,
          { parameter },
        ),
      };
    },
  };
}

function unknownSize(value: Value, parameter: string): Dimension {
  if (value.kind === 'unknown') return unknownDimension(value.reason);
  return unknownDimension(reason(`\`${parameter}\` is ${describe(value)}`));
}
