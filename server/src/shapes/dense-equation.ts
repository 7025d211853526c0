/**
 * The equation of `EinsumDense`: what it makes of the weights and the output (`_analyze_einsum_string`
 * in `layers/core/einsum_dense.py`).
 *
 * The output's shape is given by the user but for its batch and what `...` stands for; the kernel's
 * sizes are looked up in output and input by letter.
 */
import { type Dimension, formatDimension, isDynamic, isKnown, isUnknown } from './dimension';
import { formatShape } from './shape';

export interface DenseShapes {
  readonly kernel: readonly Dimension[];
  /** Null where there is none. */
  readonly bias: readonly Dimension[] | null;
  readonly output: readonly Dimension[];
}

export type DenseOutcome =
  | { readonly shapes: DenseShapes; readonly problem: null }
  | { readonly shapes: null; readonly problem: DenseProblem };

export interface DenseProblem {
  readonly kind: 'equation' | 'rank' | 'sizes' | 'bias';
  readonly message: string;
}

interface Parts {
  readonly input: string;
  readonly kernel: string;
  readonly output: string;
  readonly elided: 'left' | 'right' | 'none';
}

/** Keras matches the beginning of the equation only, so that what follows it is not looked at. */
function parse(equation: string): Parts | null {
  const text = equation.replaceAll('...', '0');
  const forms: readonly (readonly [RegExp, Parts['elided']])[] = [
    [/^([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]+)/, 'none'],
    [/^0([a-zA-Z]+),([a-zA-Z]+)->0([a-zA-Z]+)/, 'left'],
    [/^([a-zA-Z]{2,})0,([a-zA-Z]+)->([a-zA-Z]+)0/, 'right'],
  ];
  for (const [form, elided] of forms) {
    const [, input, kernel, output] = form.exec(text) ?? [];
    if (input && kernel && output) return { input, kernel, output, elided };
  }
  return null;
}

export function denseShapes(
  equation: string,
  biasAxes: readonly string[] | null,
  input: readonly Dimension[],
  givenOutput: readonly Dimension[],
  /** Where a letter of the kernel is in both, Keras 3 takes the output's size, Keras 2 the input's. */
  prefer: 'output' | 'input',
): DenseOutcome {
  const fail = (kind: DenseProblem['kind'], message: string): DenseOutcome => ({
    shapes: null,
    problem: { kind, message },
  });
  const parts = parse(equation);
  if (!parts) {
    return fail(
      'equation',
      `\`${equation}\` is not of the form \`ab,bc->ac\`, \`...b,bc->...c\` or \`ab...,bc->ac...\``,
    );
  }
  const elided = input.length - parts.input.length;
  const left = parts.elided === 'left';
  const [batch] = input;
  if (batch === undefined || elided < 0) {
    return fail(
      'rank',
      `\`${parts.input}\` names ${parts.input.length} axes, and ${formatShape(input)} has ${input.length}`,
    );
  }
  const output: Dimension[] = [batch, ...givenOutput];
  // Keras puts each of the axes that `...` stands for in front of the last one.
  if (left) for (let i = 1; i < elided; i++) output.splice(1, 0, input[i] as Dimension);
  else output.push(...input.slice(input.length - elided));

  const inputAt = new Map([...parts.input].map((letter, i) => [letter, input[left ? i + elided : i] as Dimension]));
  const outputIndex = new Map([...parts.output].map((letter, i) => [letter, left ? i + elided : i]));
  const outputAt = (letter: string) => output[outputIndex.get(letter) as number];
  const short = [...parts.output].find((letter) => outputAt(letter) === undefined);
  for (const [letter, size] of inputAt) {
    if (!outputIndex.has(letter)) continue;
    const given = outputAt(letter);
    if (given === undefined) return fail('rank', tooShort(parts.output, output));
    if (clash(given, size)) {
      return fail(
        'sizes',
        `\`${letter}\` is ${formatDimension(size)} in the input and ${formatDimension(given)} in \`output_shape\``,
      );
    }
  }
  const stray = [...parts.output].find((letter) => !parts.input.includes(letter) && !parts.kernel.includes(letter));
  if (stray) return fail('equation', `\`${stray}\` is in the output of \`${equation}\` only`);
  const kernel: Dimension[] = [];
  for (const letter of parts.kernel) {
    const inInput = inputAt.get(letter);
    const fromOutput = outputIndex.has(letter) && (prefer === 'output' || inInput === undefined);
    if (!fromOutput && inInput === undefined) {
      return fail('equation', `\`${letter}\` of the kernel is in neither input nor output of \`${equation}\``);
    }
    const size = fromOutput ? outputAt(letter) : inInput;
    if (size === undefined) return fail('rank', tooShort(parts.output, output));
    kernel.push(size);
  }
  if (!biasAxes) return { shapes: { kernel, bias: null, output }, problem: null };
  if (short) return fail('rank', tooShort(parts.output, output));
  const unknown = biasAxes.find((letter) => !parts.output.includes(letter));
  if (unknown !== undefined)
    return fail('bias', `\`bias_axes\` names \`${unknown}\`, which is not in \`${parts.output}\``);
  if (biasAxes.length === 0) return fail('bias', '`bias_axes` is empty');
  const first = Math.min(...biasAxes.map((letter) => parts.output.indexOf(letter)));
  const bias: Dimension[] = [...parts.output.slice(first)].map((letter) =>
    biasAxes.includes(letter) ? (outputAt(letter) as Dimension) : 1,
  );
  if (!left) for (let i = 0; i < elided; i++) bias.push(1);
  return { shapes: { kernel, bias, output }, problem: null };
}

/** A size that is written must be the input's own, and that is no number where it is None. */
function clash(given: Dimension, size: Dimension): boolean {
  return isKnown(given) && !isUnknown(size) && (isDynamic(size) || given !== size);
}

function tooShort(letters: string, output: readonly Dimension[]): string {
  return `\`${letters}\` names more axes than \`output_shape\` gives: with its batch that is ${formatShape(output)}`;
}
