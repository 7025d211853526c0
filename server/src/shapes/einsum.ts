/**
 * Einstein sums: `ij,jk->ik`.
 *
 * Keras 3 computes the shape of a symbolic `ops.einsum` by its own rule (`Einsum.compute_output_spec`
 * in `ops/numpy.py`), which compares less than TensorFlow does when the sum runs; Keras 2 has
 * TensorFlow's. `EinsumDense` reads its equation a third way (`_analyze_einsum_string`): see
 * `dense-equation`.
 */
import { broadcastShapes, describeMismatch } from './broadcast';
import { type Dimension, formatDimension, isKnown, isUnknown, surelyDiffer } from './dimension';
import { formatShape } from './shape';

export type EinsumOutcome =
  | { readonly shape: readonly Dimension[]; readonly problem: null }
  | { readonly shape: null; readonly problem: string };

const found = (shape: readonly Dimension[]): EinsumOutcome => ({ shape, problem: null });
const wrong = (problem: string): EinsumOutcome => ({ shape: null, problem });

/** Letters of one operand, and where its `...` stands: behind how many letters; null where there is none. */
interface Term {
  readonly letters: readonly string[];
  readonly wildcard: number | null;
}

function term(text: string): Term {
  const at = text.indexOf('...');
  return { letters: [...text.replaceAll('...', '')], wildcard: at < 0 ? null : [...text.slice(0, at)].length };
}

interface Equation {
  readonly operands: readonly string[];
  /** Null where there is no `->`. */
  readonly output: string | null;
}

function split(equation: string): Equation | null {
  const [left = '', right = null, ...more] = equation.split('->');
  return more.length > 0 ? null : { operands: left.split(','), output: right };
}

/** Letters that occur once in all operands together, in alphabetical order. */
function once(operands: readonly string[]): string {
  const letters = [...operands.join('')].filter((letter) => /\p{L}/u.test(letter));
  return letters
    .filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter))
    .sort()
    .join('');
}

/** Sizes of an operand: by letter, and those that `...` stands for. */
interface Sizes {
  readonly byLetter: ReadonlyMap<string, readonly Dimension[]>;
  readonly wildcard: readonly Dimension[];
}

function sizesOf({ letters, wildcard }: Term, shape: readonly Dimension[]): Sizes | null {
  const spare = shape.length - letters.length;
  if (spare < 0 || (wildcard === null && spare > 0)) return null;
  const byLetter = new Map<string, Dimension[]>();
  letters.forEach((letter, i) => {
    const size = shape[wildcard !== null && i >= wildcard ? i + spare : i] as Dimension;
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), size]);
  });
  return { byLetter, wildcard: wildcard === null ? [] : shape.slice(wildcard, wildcard + spare) };
}

/** The shape that Keras 3 gives a symbolic `einsum`: sizes of one letter meet by broadcasting, summed letters are not compared. */
export function kerasEinsum(equation: string, shapes: readonly (readonly Dimension[])[]): EinsumOutcome {
  const parts = split(equation);
  if (!parts) return wrong(`\`${equation}\` has more than one "->"`);
  const { operands } = parts;
  if (operands.length !== shapes.length) return wrong(counts(equation, operands.length, shapes.length));
  const target = term(parts.output ?? `...${once(operands)}`);
  let result: readonly Dimension[] | null = null;
  for (const [index, shape] of shapes.entries()) {
    const text = operands[index] as string;
    const sizes = sizesOf(term(text), shape);
    if (!sizes) return wrong(ranks(text, shape));
    const row = target.letters.map((letter): Dimension | null => {
      const size = sizes.byLetter.get(letter)?.[0];
      return size ?? (/[a-z]/.test(letter) ? 1 : null);
    });
    if (row.includes(null)) return wrong(`\`${equation}\` has a letter in its output that an operand lacks`);
    const at = target.wildcard;
    const full = row as Dimension[];
    const expanded = at === null ? full : [...full.slice(0, at), ...sizes.wildcard, ...full.slice(at)];
    if (!result) {
      result = expanded;
      continue;
    }
    const met = broadcastShapes(result, expanded);
    if (met.mismatch) return wrong(`the output of \`${equation}\` does not fit: ${describeMismatch(met.mismatch)}`);
    result = met.shape;
  }
  return found(result ?? []);
}

/**
 * The shape that TensorFlow's shape inference gives: all sizes of one letter must be equal. With `ones`
 * a size of 1 fits any other, as numpy takes it.
 */
export function tensorflowEinsum(
  equation: string,
  shapes: readonly (readonly Dimension[])[],
  { ones = false }: { readonly ones?: boolean } = {},
): EinsumOutcome {
  const parts = split(equation.replaceAll(' ', ''));
  if (!parts) return wrong(`\`${equation}\` has more than one "->"`);
  const { operands } = parts;
  if (operands.length !== shapes.length) return wrong(counts(equation, operands.length, shapes.length));
  const output = parts.output ?? `${operands.some((text) => text.includes('...')) ? '...' : ''}${once(operands)}`;
  const known = new Map<string, Dimension>();
  let wildcard: readonly Dimension[] = [];
  for (const [index, shape] of shapes.entries()) {
    const text = operands[index] as string;
    const sizes = sizesOf(term(text), shape);
    if (!sizes) return wrong(ranks(text, shape));
    for (const [letter, all] of sizes.byLetter) {
      for (const size of all) {
        const before = known.get(letter);
        if (before !== undefined && surelyDiffer(before, size) && !(ones && (before === 1 || size === 1))) {
          return wrong(
            `\`${letter}\` of \`${equation}\` is ${formatDimension(before)} and also ${formatDimension(size)}`,
          );
        }
        known.set(letter, before === undefined ? size : same(before, size));
      }
    }
    const met = broadcastShapes(wildcard, sizes.wildcard);
    if (met.mismatch) return wrong(`the "..." of \`${equation}\` do not fit: ${describeMismatch(met.mismatch)}`);
    wildcard = met.shape;
  }
  const target = term(output);
  if (new Set(target.letters).size < target.letters.length) return wrong(`\`${output}\` names a letter twice`);
  const missing = target.letters.find((letter) => !known.has(letter));
  if (missing !== undefined) return wrong(`\`${missing}\` is in the output of \`${equation}\` only`);
  const row = target.letters.map((letter) => known.get(letter) as Dimension);
  const at = target.wildcard;
  return found(at === null ? row : [...row.slice(0, at), ...wildcard, ...row.slice(at)]);
}

/** Two sizes that are the same when the model runs: whichever says more. */
function same(a: Dimension, b: Dimension): Dimension {
  if (a === 1 && isKnown(b)) return b;
  if (isKnown(a)) return a;
  if (isKnown(b)) return b;
  return isUnknown(b) ? b : a;
}

function counts(equation: string, wanted: number, given: number): string {
  return `\`${equation}\` takes ${wanted} tensor${wanted === 1 ? '' : 's'}, and got ${given}`;
}

function ranks(text: string, shape: readonly Dimension[]): string {
  const letters = text.replaceAll('...', '').length;
  return `\`${text}\` names ${letters} axes, and ${formatShape(shape)} has ${shape.length}`;
}
