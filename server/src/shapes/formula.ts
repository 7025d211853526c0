/**
 * Sizes as expressions that are both computed and shown, so that what a person reads (`⌈28 / 2⌉ = 14`)
 * cannot drift from what was computed.
 */
import {
  add,
  ceilDivide,
  type Dimension,
  dynamic,
  floorDivide,
  formatDimension,
  formatTerm,
  isKnown,
  isUnknown,
  multiply,
  subtract,
} from './dimension';

/** A size, or an expression of sizes. */
export type Term = Dimension | Formula;

type Operator = 'plus' | 'minus' | 'times' | 'floor' | 'ceil' | 'over' | 'largest' | 'rest';

export class Formula {
  constructor(
    readonly operator: Operator,
    readonly terms: readonly Term[],
  ) {}
}

const formula =
  (operator: Operator) =>
  (...terms: Term[]): Formula =>
    new Formula(operator, terms);

export const plus = formula('plus');
/** The first term less all the others. */
export const minus = formula('minus');
export const times = formula('times');
/** `⌊a / b⌋` */
export const floorOf: (a: Term, b: Term) => Formula = formula('floor');
/** `⌈a / b⌉` */
export const ceilOf: (a: Term, b: Term) => Formula = formula('ceil');
/** `a / b` where that leaves no rest. */
export const over: (a: Term, b: Term) => Formula = formula('over');
export const largest = formula('largest');
/** `a mod b` */
export const rest: (a: Term, b: Term) => Formula = formula('rest');

export function isFormula(term: Term): term is Formula {
  return term instanceof Formula;
}

/** The size that an expression comes to. */
export function compute(term: Term): Dimension {
  if (!isFormula(term)) return term;
  const [first = 0, ...others] = term.terms.map(compute);
  return others.reduce((a, b) => apply(term.operator, a, b), first);
}

function apply(operator: Operator, a: Dimension, b: Dimension): Dimension {
  switch (operator) {
    case 'plus':
      return add(a, b);
    case 'minus':
      return subtract(a, b);
    case 'times':
      return multiply(a, b);
    case 'floor':
      return floorDivide(a, b);
    case 'ceil':
      return ceilDivide(a, b);
    case 'over':
      return onNumbers(a, b, (x, y) => x / y);
    case 'largest':
      return onNumbers(a, b, Math.max);
    case 'rest':
      return onNumbers(a, b, (x, y) => x % y);
  }
}

function onNumbers(a: Dimension, b: Dimension, operation: (a: number, b: number) => number): Dimension {
  if (isKnown(a) && isKnown(b)) return operation(a, b);
  return isUnknown(a) ? a : isUnknown(b) ? b : dynamic();
}

/** The expression as a person writes it: `⌊(16 - 3) / 1⌋ + 1`; a `None` by its symbol. */
export function formatFormula(term: Term): string {
  if (!isFormula(term)) return formatTerm(term);
  const { operator, terms } = term;
  const operand = (inner: Term) => (isSum(inner) ? `(${formatFormula(inner)})` : formatFormula(inner));
  switch (operator) {
    case 'plus':
      return terms.map(formatFormula).join(' + ');
    case 'minus':
      return terms.map((inner, i) => (i === 0 ? formatFormula(inner) : operand(inner))).join(' - ');
    case 'times':
      return terms.map(operand).join('·');
    case 'floor':
      return `⌊${terms.map(operand).join(' / ')}⌋`;
    case 'ceil':
      return `⌈${terms.map(operand).join(' / ')}⌉`;
    case 'over':
      return terms.map((inner) => (isFormula(inner) ? `(${formatFormula(inner)})` : formatFormula(inner))).join(' / ');
    case 'largest':
      return `max(${terms.map(formatFormula).join(', ')})`;
    case 'rest':
      return terms.map(operand).join(' mod ');
  }
}

function isSum(term: Term): boolean {
  return isFormula(term) && (term.operator === 'plus' || term.operator === 'minus');
}

/** `⌈28 / 2⌉ = 14`; without its value where that is no number; null where a term is unknown. */
export function formatEquation(term: Term): string | null {
  const value = compute(term);
  if (isUnknown(value)) return null;
  const text = formatFormula(term);
  return isKnown(value) && isFormula(term) ? `${text} = ${formatDimension(value)}` : text;
}

/** The equations of several axes, each once: axes that are alike need not be told twice. */
export function equations(terms: readonly Term[]): string[] {
  const texts = terms.map(formatEquation).filter((text) => text !== null);
  return [...new Set(texts)];
}
