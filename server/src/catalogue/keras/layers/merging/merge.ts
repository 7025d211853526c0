/**
 * What the element-wise merging layers (Add, Subtract, Multiply, Average, Maximum, Minimum) share:
 * Keras' `Merge` base class (`layers/merging/base_merge.py`).
 *
 * Batch sizes must agree; the other axes meet from the right, and a tensor of lower rank gets axes
 * of 1 behind its batch.
 */

import { broadcastShapes, explainBroadcast, type Mismatch, mergeShapes } from '../../../../shapes/broadcast';
import { type Dimension, dynamic, isKnown, isUnknown } from '../../../../shapes/dimension';
import type { DType } from '../../../../shapes/dtype';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import { defineLayer, type InputView, type LayerDefinition, type LayerQuestion } from '../../../define-layer';
import { type Failure, failure, type MaybeFailure } from '../../../failure';
import { inputDType, mixedTypes } from '../../keras2';
import { isRun } from '../../running';

type Question = LayerQuestion<Record<string, never>>;

export interface MergeOptions {
  readonly name: string;
  readonly summary: string;
  readonly docs: string;
  /** How many inputs it takes, where that is fixed. */
  readonly inputs?: number;
  /** Element type that Keras 2 gives for inputs of one type; the inputs' own where left out. */
  readonly keras2DType?: (dtype: DType) => DType;
}

export function mergeLayer({
  name,
  summary,
  docs,
  inputs: wanted,
  keras2DType = (dtype) => dtype,
}: MergeOptions): LayerDefinition {
  const build = (question: Question): MaybeFailure[] => [
    atLeastOne(name, question.inputs),
    differentBatches(name, question.inputs),
    clash(name, question.inputs),
    wanted !== undefined && wrongCount(name, question.inputs, wanted),
  ];
  return defineLayer({
    name,
    summary,
    docs,
    openSizes: 'agreeing',
    rule: {
      words:
        'The shapes are broadcast: sizes are compared from the last axis on, and 1 or a missing axis grows to the size of the other.',
      formula: '(…, a), (…, b) → (…, a = b, or the one that is not 1)',
      example: `${name}()([Input((7, 32)), Input((1, 32))])`,
      readFrom: 'layers/merging/base_merge.py: Merge.compute_output_shape',
    },
    params: {},
    takes: 'list',
    build,
    requires: ({ inputs }) => [clash(name, inputs)],
    output: (question) => {
      const { inputs } = question;
      return isRun(question) ? broadcastAll(inputs) : [mergedBatch(inputs), ...(merged(inputs).shape ?? [])];
    },
    explain: ({ inputs }) => ({ formulas: explainMerge(inputs) }),
    generations: {
      keras2: {
        requires: ({ inputs, dtype }) => [clash(name, inputs), mixedTypes(name, inputs, dtype), unfit(name, inputs)],
        output: ({ inputs }) => broadcastAll(inputs),
        outputDType: (question) => keras2DType(inputDType(question)),
      },
    },
  });
}

export function atLeastOne(callee: string, inputs: readonly InputView[]): MaybeFailure {
  return inputs.length === 0 && failure('invalid-input', `${callee} merges a list of tensors, and this list is empty`);
}

export function wrongCount(callee: string, inputs: readonly InputView[], wanted: number): MaybeFailure {
  return (
    inputs.length !== wanted &&
    failure('invalid-input', `${callee} takes exactly ${wanted} tensors, and got ${inputs.length}`, {
      facts: { expected: wanted, actual: inputs.length },
    })
  );
}

function differentBatches(callee: string, inputs: readonly InputView[]): Failure | null {
  const known = inputs.map(({ batch }) => batch).filter((batch) => batch !== undefined && isKnown(batch));
  const other = known.find((batch) => batch !== known[0]);
  if (other === undefined) return null;
  return failure(
    'incompatible-merge',
    `${callee} needs one batch size, and got ${formatDimensions([known[0] as Dimension, other])}`,
    { facts: { axis: 0, left: known[0], right: other, shapes: shapesOf(inputs) } },
  );
}

function formatDimensions([a, b]: readonly Dimension[]): string {
  return `${a} and ${b}`;
}

/** The sizes behind the batch, merged one input after the other; the clash, and at which input it came. */
function merged(inputs: readonly InputView[]): {
  shape: readonly Dimension[] | null;
  clash: (Mismatch & { index: number }) | null;
} {
  let shape: readonly Dimension[] = inputs[0]?.shape.slice(1) ?? [];
  for (const [index, input] of inputs.entries()) {
    if (index === 0) continue;
    const met = mergeShapes(shape, input.shape.slice(1));
    if (met.mismatch) return { shape: null, clash: { ...met.mismatch, index } };
    shape = met.shape;
  }
  return { shape, clash: null };
}

function clash(callee: string, inputs: readonly InputView[]): Failure | null {
  const found = merged(inputs).clash;
  if (!found) return null;
  const { index, left, right } = found;
  const axis = found.axis + 1;
  const shapes = shapesOf(inputs);
  // The other party is the input that brought the size which this one does not fit.
  const rank = Math.max(...inputs.slice(0, index + 1).map((input) => input.rank));
  const other = inputs.findIndex((input, i) => i < index && input.shape[axis - rank + input.rank] === left);
  const culprits = [Math.max(other, 0), index];
  return failure(
    'incompatible-merge',
    `${callee} merges ${culprits.map((i) => shapes[i]).join(' and ')}, and axis ${axis} differs: ${left} against ${right}`,
    { inputs: culprits, facts: { axis, left, right, shapes } },
  );
}

function shapesOf(inputs: readonly InputView[]): string[] {
  return inputs.map(({ shape }) => formatShape(shape));
}

/** The one batch size that is a number, else None. */
function mergedBatch(inputs: readonly InputView[]): Dimension {
  const batches = inputs.map(({ batch }) => batch).filter((batch) => batch !== undefined);
  return batches.find(isKnown) ?? batches.find(isUnknown) ?? batches[0] ?? dynamic('batch');
}

/** Keras 2 runs what it builds: a size behind one that was None is then held against those before it. */
function unfit(callee: string, inputs: readonly InputView[]): MaybeFailure {
  const shapes = shapesOf(inputs);
  return (
    !hasRank(broadcastAll(inputs)) &&
    failure('incompatible-merge', `${callee} merges ${shapes.join(', ')}, and they do not fit`, { facts: { shapes } })
  );
}

/** What TensorFlow makes of all inputs, lower ranks with axes of 1 put in behind the batch. */
function broadcastAll(inputs: readonly InputView[]): Shape {
  const rank = Math.max(...inputs.map((input) => input.rank));
  let shape: readonly Dimension[] | null = null;
  for (const input of inputs) {
    const [batch, ...rest] = input.shape;
    const full = batch === undefined ? [] : [batch, ...Array.from({ length: rank - input.rank }, () => 1), ...rest];
    if (!shape) {
      shape = full;
      continue;
    }
    const met = broadcastShapes(shape, full);
    if (met.mismatch) return unknownShape(reason('the inputs do not fit'));
    shape = met.shape;
  }
  return shape ?? [];
}

function explainMerge(inputs: readonly InputView[]): readonly string[] {
  const lines = new Set<string>();
  let shape: readonly Dimension[] | null = null;
  for (const input of inputs) {
    if (!shape) {
      shape = input.shape;
      continue;
    }
    const met = mergeShapes(shape.slice(1), input.shape.slice(1));
    if (met.mismatch) break;
    const result: readonly Dimension[] = [shape[0] as Dimension, ...met.shape];
    for (const line of explainBroadcast(shape, input.shape, result)) lines.add(line);
    shape = result;
  }
  return [...lines];
}
