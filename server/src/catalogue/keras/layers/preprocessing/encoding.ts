/**
 * Categories written as vectors: one-hot, multi-hot, counts.
 *
 * Keras 3 reports shapes by rules of its own, which differ from layer to layer; Keras 2 runs
 * `encode_categorical_inputs`, which gives at most two axes.
 */
import { type Dimension, dynamic, formatDimension, isDynamic, isUnknown } from '../../../../shapes/dimension';
import type { DType } from '../../../../shapes/dtype';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import type { InputView, LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { anything, choice, type Param } from '../../../params';
import { isRun } from '../../running';

export type OutputMode = 'int' | 'one_hot' | 'multi_hot' | 'count' | 'tf_idf';

const OTHER_NAMES: Readonly<Record<string, OutputMode>> = { binary: 'multi_hot', 'tf-idf': 'tf_idf' };

/** `output_mode`, with its other names where the layer takes those. */
export function outputMode<const T extends OutputMode>(
  modes: readonly T[],
  defaultValue: T,
  others: readonly string[] = [],
): Param<T> {
  const inner = choice(modes, defaultValue);
  return {
    ...inner,
    read: (value, context) => {
      const other = value.kind === 'str' && others.includes(value.value) ? OTHER_NAMES[value.value] : undefined;
      return other ? { value: other as T } : inner.read(value, context);
    },
  };
}

/** `dtype`, for layers that look at it: None where the default is left. */
export const dtypeKeyword: Param<Value> = { ...anything(), kind: 'kwargs' };

export const isGiven = (value: Value): boolean => value.kind !== 'None';

/** Sparse outputs are of counts and the like, not of ids. */
export function sparseIds(callee: string, sparse: boolean, mode: OutputMode | null): MaybeFailure {
  return (
    sparse &&
    mode === 'int' &&
    failure('invalid-argument', `\`sparse\` of ${callee} must be False where \`output_mode\` is 'int'`, {
      parameter: 'sparse',
    })
  );
}

/** One vector for each element: a last axis of 1 is taken for it, else the vector is a further axis. */
export function oneHot(shape: readonly Dimension[], depth: Dimension): Shape {
  const last = shape.at(-1);
  if (last === undefined || shape.length === 1) return [...shape, depth];
  if (isUnknown(last)) return unknownShape(reason('it depends on whether the last size is 1'));
  return last === 1 ? [...shape.slice(0, -1), depth] : [...shape, depth];
}

/** One vector for all elements of the last axis. */
export function overLast(shape: readonly Dimension[], depth: Dimension): readonly Dimension[] {
  return [...shape.slice(0, -1), depth];
}

interface Encoded {
  readonly shape: Shape;
  readonly failed: MaybeFailure;
}

/** Run, Keras 3 sums over axis 1, where there are more than that and the batch. */
export function counted(shape: readonly Dimension[], depth: Dimension): readonly Dimension[] {
  return shape.length < 3 ? overLast(shape, depth) : [shape[0] as Dimension, ...shape.slice(2), depth];
}

/** `encode_categorical_inputs` of Keras 2. */
export function encoded(callee: string, mode: OutputMode, shape: readonly Dimension[], depth: Dimension): Encoded {
  if (mode === 'int') return { shape, failed: null };
  const last = shape.at(-1);
  if (mode === 'one_hot' && shape.length > 1 && last !== undefined && isUnknown(last)) {
    return { shape: unknownShape(reason('it depends on whether the last size is 1')), failed: null };
  }
  const full: readonly Dimension[] =
    shape.length === 0 ? [1] : mode === 'one_hot' && last !== 1 ? [...shape, 1] : shape;
  if (full.length > 2) {
    return {
      shape: unknownShape(reason(`${callee} encodes at most two axes`)),
      failed: failure(
        'wrong-rank',
        `${callee} encodes at most two axes where \`output_mode\` is not 'int', and ${formatShape(shape)} would make ${full.length}`,
        { inputs: [0], facts: { expected: 2, actual: full.length } },
      ),
    };
  }
  return { shape: full.length === 1 ? [depth] : [full[0] as Dimension, depth], failed: null };
}

/** What Keras 2 gives: a sparse tensor of a graph has lost the size of its batch. */
export function encodedOutput(
  {
    callee,
    args,
    input,
  }: {
    readonly callee: string;
    readonly args: { readonly output_mode: OutputMode; readonly sparse: boolean };
    readonly input: InputView;
  },
  depth: Dimension,
): Shape {
  const { shape } = encoded(callee, args.output_mode, input.shape, depth);
  if (!args.sparse || isRun({ input }) || !hasRank(shape) || shape.length < 2) return shape;
  return [dynamic('batch'), ...shape.slice(1)];
}

const COUNTED: ReadonlySet<string> = new Set(['int32', 'int64', 'float32', 'float64']);

/** TensorFlow counts into vectors of these types only. */
export function uncounted(callee: string, mode: OutputMode, dtype: DType): MaybeFailure {
  return (
    mode !== 'int' &&
    dtype !== '?' &&
    !COUNTED.has(dtype) &&
    failure(
      'incompatible-dtypes',
      `${callee} counts in int32, int64, float32 or float64, and its \`dtype\` is ${dtype}`,
      {
        parameter: 'dtype',
        exception: 'TypeError',
        facts: { dtype },
      },
    )
  );
}

/** The same for what is counted, or put into bins. */
export function unreadable(callee: string, dtype: DType, wanted: string): MaybeFailure {
  return (
    dtype !== '?' &&
    !COUNTED.has(dtype) &&
    failure('incompatible-dtypes', `${callee} takes ${wanted}, and its input is ${dtype}`, {
      exception: 'TypeError',
      inputs: [0],
      facts: { dtype },
    })
  );
}

/** What the vectors hold, in words. */
export function explainMode(mode: OutputMode, depth: Dimension, question: Pick<LayerQuestion<unknown>, 'input'>) {
  const size = formatDimension(depth);
  const vectors: Readonly<Record<OutputMode, string>> = {
    int: 'each element becomes a number',
    one_hot: `each element becomes a vector of ${size}: a 1 at its category, else 0`,
    multi_hot: `the elements of the last axis together become a vector of ${size}: a 1 for each category that is there`,
    count: `the elements of the last axis together become a vector of ${size}: how often each category is there`,
    tf_idf: `the elements of the last axis together become a vector of ${size}: how often each token is there, weighted`,
  };
  const none = isDynamic(depth) ? ['how many categories there are is not known: None'] : [];
  return { notes: [vectors[mode], ...(mode === 'int' ? [] : none)], formulas: formula(mode, size, question.input) };
}

function formula(mode: OutputMode, size: string, { shape }: InputView): readonly string[] {
  const last = shape.at(-1);
  if (mode === 'int' || last === undefined) return [];
  return mode === 'one_hot' && last !== 1
    ? [`new last axis: ${size}`]
    : [`last axis: ${formatDimension(last)} → ${size}`];
}
