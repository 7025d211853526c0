/** Numbers in all of Python's spellings. */

import type { ConstantValue, Expression } from '../ast';
import type { Lowering, SyntaxNode } from './lowering';

/** CPython refuses decimal literals with more digits. */
const MAX_DECIMAL_DIGITS = 4300;

/** An integer, or `3j`. What only Python 2 accepts (`10L`, `0777`) is an error. */
export function lowerInteger(l: Lowering, node: SyntaxNode): Expression {
  return constant(l, node, integerValue(l.textOf(node)));
}

export function lowerFloat(l: Lowering, node: SyntaxNode): Expression {
  return constant(l, node, floatValue(l.textOf(node)));
}

function constant(l: Lowering, node: SyntaxNode, value: ConstantValue | undefined): Expression {
  if (value === undefined) {
    l.problem(node, `\`${l.textOf(node).slice(0, 40)}\` is no number in Python 3.`);
    return l.error(node);
  }
  return { kind: 'Constant', start: l.start(node), end: l.end(node), value };
}

/** The value of an integer literal, or undefined where Python 3 refuses it. */
export function integerValue(literal: string): ConstantValue | undefined {
  if (/[jJ]$/.test(literal)) return floatValue(literal);
  if (!/^(0[xX](_?[\da-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+|\d(_?\d)*)$/.test(literal)) return undefined;
  const digits = literal.replaceAll('_', '');
  if (/^0\d/.test(digits) && !/^0+$/.test(digits)) return undefined;
  if (/^\d+$/.test(digits) && digits.length > MAX_DECIMAL_DIGITS) return undefined;
  const value = Number(digits);
  return { type: 'int', value: Number.isSafeInteger(value) ? value : BigInt(digits) };
}

/** The value of a literal with a point, an exponent or a `j`, or undefined where Python 3 refuses it. */
export function floatValue(literal: string): ConstantValue | undefined {
  const imaginary = /[jJ]$/.test(literal);
  const number = imaginary ? literal.slice(0, -1) : literal;
  if (/(?<!\d)_|_(?!\d)/.test(number)) return undefined;
  const value = Number(number.replaceAll('_', ''));
  return imaginary ? { type: 'complex', imaginary: value } : { type: 'float', value };
}
