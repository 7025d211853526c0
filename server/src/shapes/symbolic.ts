/**
 * Arithmetic on sizes that only a run will tell: `h`, `h - 2`, `⌈h/2⌉`.
 *
 * Expressions are kept in a normal form, so that equal ones mostly have equal keys. Two different
 * keys do not prove two different sizes.
 */

export type Symbolic =
  | { readonly op: 'symbol'; readonly name: string; readonly key: string }
  /** `factor · term + offset` */
  | {
      readonly op: 'linear';
      readonly factor: number;
      readonly term: Symbolic;
      readonly offset: number;
      readonly key: string;
    }
  | { readonly op: 'floor' | 'ceil'; readonly term: Symbolic; readonly divisor: number; readonly key: string }
  | { readonly op: 'sum' | 'product' | 'quotient'; readonly terms: readonly Symbolic[]; readonly key: string };

let created = 0;

/** A size of its own, equal to no other. `name` is what a person reads. */
export function symbol(name: string): Symbolic {
  created += 1;
  return { op: 'symbol', name, key: `${name}#${created}` };
}

export function linear(term: Symbolic, factor: number, offset: number): Symbolic {
  if (term.op === 'linear') return linear(term.term, term.factor * factor, term.offset * factor + offset);
  if (factor === 1 && offset === 0) return term;
  return { op: 'linear', factor, term, offset, key: `(${factor}*${term.key}+${offset})` };
}

/** `⌊term / divisor⌋` or `⌈term / divisor⌉` for a divisor of at least 1. */
export function divide(term: Symbolic, divisor: number, op: 'floor' | 'ceil'): Symbolic {
  if (divisor === 1) return term;
  if (term.op === 'linear') return divideLinear(term, divisor, op);
  if (term.op === op) return divide(term.term, term.divisor * divisor, op);
  return { op, term, divisor, key: `${op}(${term.key}/${divisor})` };
}

/** Takes whole parts out of the quotient: `⌊(h - 2)/2⌋` is `⌊h/2⌋ - 1`, and `⌊(2h + 1)/4⌋` is `⌊h/2⌋`. */
function divideLinear(
  { factor, term, offset }: Extract<Symbolic, { op: 'linear' }>,
  divisor: number,
  op: 'floor' | 'ceil',
): Symbolic {
  const round = Math[op];
  const common = greatestCommonDivisor(Math.abs(factor), divisor);
  const [small, by] = [factor / common, divisor / common];
  // Where the term is whole, only the whole part of what is added counts.
  const added = round(offset / common);
  const whole = round(added / by);
  const rest = added - whole * by;
  if (by === 1) return linear(term, small, added);
  const inner = linear(term, small, rest);
  const quotient: Symbolic =
    inner.op === 'linear' ? { op, term: inner, divisor: by, key: `${op}(${inner.key}/${by})` } : divide(inner, by, op);
  return linear(quotient, 1, whole);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The keys of the symbols in an expression. */
export function symbolsIn(expression: Symbolic): Set<string> {
  const found = new Set<string>();
  const enter = (one: Symbolic): void => {
    if (one.op === 'symbol') found.add(one.key);
    else if ('terms' in one) one.terms.forEach(enter);
    else enter(one.term);
  };
  enter(expression);
  return found;
}

export function combine(op: 'sum' | 'product' | 'quotient', terms: readonly Symbolic[]): Symbolic {
  const ordered = op === 'quotient' ? terms : [...terms].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { op, terms: ordered, key: `${op}(${ordered.map((t) => t.key).join(',')})` };
}

/** The expression as a person writes it: `⌈h/2⌉ - 2`. */
export function formatSymbolic(expression: Symbolic): string {
  switch (expression.op) {
    case 'symbol':
      return expression.name;
    case 'linear': {
      const { factor, offset } = expression;
      const inner = expression.term;
      // `⌊(h + 1)/2⌋ - 1` reads better as `⌊(h - 1)/2⌋`.
      if (factor === 1 && (inner.op === 'floor' || inner.op === 'ceil') && inner.term.op === 'linear') {
        return formatSymbolic({ ...inner, term: linear(inner.term, 1, offset * inner.divisor) });
      }
      const term = formatOperand(expression.term);
      const scaled = factor === 1 ? term : factor === -1 ? `-${term}` : `${factor}·${term}`;
      return offset === 0 ? scaled : `${scaled} ${offset < 0 ? '-' : '+'} ${Math.abs(offset)}`;
    }
    case 'floor':
      return `⌊${formatOperand(expression.term)}/${expression.divisor}⌋`;
    case 'ceil':
      return `⌈${formatOperand(expression.term)}/${expression.divisor}⌉`;
    case 'sum':
      return expression.terms.map(formatSymbolic).join(' + ');
    case 'product':
      return expression.terms.map(formatOperand).join('·');
    case 'quotient':
      return `⌊${expression.terms.map(formatOperand).join('/')}⌋`;
  }
}

function formatOperand(expression: Symbolic): string {
  const text = formatSymbolic(expression);
  // `⌊h/2⌋ - 1` is written as `⌊(h - 2)/2⌋`, which has brackets of its own.
  const isBare = (expression.op === 'linear' || expression.op === 'sum') && !/^[⌊⌈][^⌊⌈⌋⌉]*[⌋⌉]$/.test(text);
  return isBare ? `(${text})` : text;
}

/** The value of an expression for given sizes of its symbols (by key), or undefined where one is not given. */
export function evaluate(expression: Symbolic, sizes: ReadonlyMap<string, number>): number | undefined {
  switch (expression.op) {
    case 'symbol':
      return sizes.get(expression.key);
    case 'linear': {
      const term = evaluate(expression.term, sizes);
      return term === undefined ? undefined : expression.factor * term + expression.offset;
    }
    case 'floor':
    case 'ceil': {
      const term = evaluate(expression.term, sizes);
      return term === undefined ? undefined : Math[expression.op](term / expression.divisor);
    }
    default: {
      const terms = expression.terms.map((term) => evaluate(term, sizes));
      if (terms.some((term) => term === undefined)) return undefined;
      const numbers = terms as number[];
      if (expression.op === 'sum') return numbers.reduce((a, b) => a + b, 0);
      if (expression.op === 'product') return numbers.reduce((a, b) => a * b, 1);
      return Math.floor((numbers[0] as number) / (numbers[1] as number));
    }
  }
}
