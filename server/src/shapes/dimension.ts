/**
 * One axis' size: a number, Keras' `None` (a fact: any size, decided when the model runs), or
 * unknown (we could not tell; never guessed).
 */
import type { Reason } from './reason';
import { combine, divide, formatSymbolic, linear, type Symbolic, symbol } from './symbolic';

export type Dimension = number | DynamicDimension | UnknownDimension;

/** Keras' `None`. Two of them are equal to Keras; `symbol` says more, for those who ask. */
export class DynamicDimension {
  readonly kind = 'dynamic';
  /** Never there: no other object passes for one, for it is told by its class. */
  declare private readonly nominal: never;
  constructor(readonly symbol: Symbolic) {}
}

export class UnknownDimension {
  readonly kind = 'unknown';
  declare private readonly nominal: never;
  constructor(readonly reason: Reason) {}
}

/** A size that is not known, of which a program may tell more as it goes on (`Quantity`). */
export interface GrowingSize<Heap = never> {
  readonly least: number;
  isAtLeast(heap: Heap, least: number): void;
}

/**
 * What a slice takes of an axis whose size is not known: `stop - start` at most, and just so much where the axis turns
 * out to be long enough. Only tensors that `keepLimits` have such sizes: arithmetic makes plain unknown ones of them.
 */
export class LimitedDimension<Heap = never> extends UnknownDimension {
  constructor(
    reason: Reason,
    private readonly start: number,
    private readonly stop: number,
    private readonly axis: GrowingSize<Heap>,
  ) {
    super(reason);
  }

  get most(): number {
    return this.stop - this.start;
  }

  /** What is known by now. */
  get now(): number | this {
    return this.axis.least >= this.stop ? this.most : this;
  }

  /** The slice has turned out to have so many elements. */
  hasAtLeast(heap: Heap, elements: number): void {
    this.axis.isAtLeast(heap, this.start + elements);
  }
}

/** Without what is known of a size that is not known. */
export function withoutLimit(dimension: Dimension): Dimension {
  return dimension instanceof LimitedDimension ? unknownDimension(dimension.reason) : dimension;
}

/** A `None` of its own, named for people: `batch`, `h`, `w`. */
export function dynamic(name = 'n'): DynamicDimension {
  return new DynamicDimension(symbol(name));
}

export function unknownDimension(reason: Reason): UnknownDimension {
  return new UnknownDimension(reason);
}

export function isKnown(dimension: Dimension): dimension is number {
  return typeof dimension === 'number';
}

export function isDynamic(dimension: Dimension): dimension is DynamicDimension {
  return dimension instanceof DynamicDimension;
}

export function isUnknown(dimension: Dimension): dimension is UnknownDimension {
  return dimension instanceof UnknownDimension;
}

/** Whether both are the same size for sure: equal numbers, or `None`s with the same symbol. */
export function surelyEqual(a: Dimension, b: Dimension): boolean {
  if (isKnown(a) || isKnown(b)) return a === b;
  return isDynamic(a) && isDynamic(b) && a.symbol.key === b.symbol.key;
}

/** Whether both are numbers, and different ones. */
export function surelyDiffer(a: Dimension, b: Dimension): boolean {
  return isKnown(a) && isKnown(b) && a !== b;
}

/** Whether Keras would show both alike: equal numbers or two `None`s. Unknown is like nothing. */
export function sameToKeras(a: Dimension, b: Dimension): boolean {
  return a === b ? !isUnknown(a) : isDynamic(a) && isDynamic(b);
}

/** JavaScript's numbers are exact up to here, and no tensor is as large. */
const TOO_LARGE: Reason = { text: 'the size is too large' };

/** A number as a size; a size that JavaScript cannot hold is not known. */
export function sized(size: number): Dimension {
  return Math.abs(size) <= Number.MAX_SAFE_INTEGER ? size : unknownDimension(TOO_LARGE);
}

function merge(
  a: Dimension,
  b: Dimension,
  known: (a: number, b: number) => number,
  symbolic: (a: Symbolic | number, b: Symbolic | number) => Symbolic,
): Dimension {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (isKnown(a) && isKnown(b)) {
    return sized(known(a, b));
  }
  return new DynamicDimension(symbolic(isKnown(a) ? a : a.symbol, isKnown(b) ? b : b.symbol));
}

export function add(a: Dimension, b: Dimension): Dimension {
  return merge(
    a,
    b,
    (x, y) => x + y,
    (x, y) =>
      typeof x === 'number'
        ? linear(y as Symbolic, 1, x)
        : typeof y === 'number'
          ? linear(x, 1, y)
          : combine('sum', [x, y]),
  );
}

export function subtract(a: Dimension, b: Dimension): Dimension {
  return add(a, negate(b));
}

export function negate(a: Dimension): Dimension {
  if (isKnown(a)) return -a;
  return isUnknown(a) ? a : new DynamicDimension(linear(a.symbol, -1, 0));
}

export function multiply(a: Dimension, b: Dimension): Dimension {
  if (a === 0 || b === 0) return 0;
  return merge(
    a,
    b,
    (x, y) => x * y,
    (x, y) =>
      typeof x === 'number'
        ? linear(y as Symbolic, x, 0)
        : typeof y === 'number'
          ? linear(x, y, 0)
          : combine('product', [x, y]),
  );
}

/** `⌊a / b⌋`; the caller has seen to it that b is not 0. */
export function floorDivide(a: Dimension, b: Dimension): Dimension {
  return quotient(a, b, 'floor');
}

/** `⌈a / b⌉`; the caller has seen to it that b is not 0. */
export function ceilDivide(a: Dimension, b: Dimension): Dimension {
  return quotient(a, b, 'ceil');
}

function quotient(a: Dimension, b: Dimension, op: 'floor' | 'ceil'): Dimension {
  return merge(
    a,
    b,
    (x, y) => Math[op](x / y),
    (x, y) => {
      if (typeof x !== 'number' && typeof y === 'number' && y >= 1) return divide(x, y, op);
      return combine('quotient', [asSymbol(x), asSymbol(y)]);
    },
  );
}

function asSymbol(term: Symbolic | number): Symbolic {
  return typeof term === 'number' ? { op: 'symbol', name: String(term), key: String(term) } : term;
}

export function product(dimensions: readonly Dimension[]): Dimension {
  return dimensions.reduce(multiply, 1);
}

export function sum(dimensions: readonly Dimension[]): Dimension {
  return dimensions.reduce(add, 0);
}

/** A size with others in the place of its symbols, by their keys. */
export function inTermsOf(size: Dimension, terms: ReadonlyMap<string, Dimension>): Dimension {
  const put = (expression: Symbolic): Dimension => {
    switch (expression.op) {
      case 'symbol':
        return terms.get(expression.key) ?? new DynamicDimension(expression);
      case 'linear':
        return add(multiply(put(expression.term), expression.factor), expression.offset);
      case 'floor':
        return floorDivide(put(expression.term), expression.divisor);
      case 'ceil':
        return ceilDivide(put(expression.term), expression.divisor);
      case 'sum':
        return sum(expression.terms.map(put));
      case 'product':
        return product(expression.terms.map(put));
      case 'quotient':
        return expression.terms.map(put).reduce(floorDivide);
    }
  };
  return isDynamic(size) ? put(size.symbol) : size;
}

/** What is left when either of two may be the case: the same, or unknown. */
export function joinDimensions(a: Dimension, b: Dimension, reason: Reason): Dimension {
  if (a === b || surelyEqual(a, b)) return a;
  if (isDynamic(a) && isDynamic(b)) return dynamic();
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  return unknownDimension(reason);
}

/** As Keras prints it: `28`, `None`; `?` where we could not tell. */
export function formatDimension(dimension: Dimension): string {
  return isKnown(dimension) ? String(dimension) : isDynamic(dimension) ? 'None' : '?';
}

/** As a formula shows it: the symbol in place of `None`. */
export function formatTerm(dimension: Dimension): string {
  return isDynamic(dimension) ? formatSymbolic(dimension.symbol) : formatDimension(dimension);
}
