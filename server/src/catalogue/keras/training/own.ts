/**
 * Losses and metrics that a program writes itself: run on the shapes of labels and outputs as `fit` calls them.
 * What goes in is what Keras hands on: `LossFunctionWrapper` and `Loss.__call__` of keras.src.losses, `MeanMetricWrapper`
 * of keras.src.metrics; in Keras 2 `match_dtype_and_rank` of keras.src.engine.compile_utils before them.
 */
import type { Dimension } from '../../../shapes/dimension';
import { type DType, isFloating } from '../../../shapes/dtype';
import { hasRank } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Context, PythonError } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import type { Value } from '../../../values/value';
import { inertClassOf, inertOrigin } from '../inert';
import { settingsOf } from '../settings';
import { errorOf } from './about-shapes';
import type { Batch } from './batch';
import { judge, type Sizes } from './judgement';
import { type Pair, squeezedKeras2, toSameRank } from './ranks';

/** What Keras calls of a loss or metric of the program's own. */
interface Own {
  readonly name: string;
  /** A function, or the `call` of an instance. */
  readonly callee: Value;
  readonly isInstance: boolean;
}

/** A loss or metric that the program wrote; null for Keras' own, and for those that are not followed. */
export function ownOf(value: Value, context: Context): Own | null {
  if (value.kind === 'function') return { name: value.name, callee: value, isInstance: false };
  if (value.kind === 'method' && value.function.kind === 'function') {
    return { name: value.function.name, callee: value, isInstance: false };
  }
  if (value.kind === 'native')
    return inertOrigin(value) ? null : { name: value.name, callee: value, isInstance: false };
  if (value.kind !== 'instance' || inertOrigin(value)) return null;
  const origin = inertClassOf(value.cls);
  if (origin && (origin.module !== 'keras.losses' || origin.name !== 'Loss')) return null;
  const callee = context.attribute(value, origin ? 'call' : '__call__');
  const isFollowed = callee?.kind === 'method' && callee.function.kind === 'function';
  return isFollowed ? { name: value.cls.name, callee, isInstance: origin !== undefined } : null;
}

/** What a loss or metric of the program's own raises on labels and outputs; null where nothing speaks against them. */
export function ownError(
  own: Own,
  role: 'loss' | 'metric',
  labels: TensorValue,
  outputs: TensorValue,
  batch: Batch,
  context: Context,
): PythonError | null {
  const given = handedOn(own, role, labels, outputs, batch, context);
  if (!given) return null;
  // The function is traced for batches of any size, and then run on those that are there.
  for (const size of batch.first === null ? [batch.size] : [batch.size, batch.first]) {
    const operands = given.map((tensor) => withBatch(tensor, batch, size));
    const error = errorOf(() => context.call(own.callee, args(operands)), context);
    if (error) return error;
  }
  return null;
}

/** Labels and outputs as the function gets them; null where that depends on sizes that are not known. */
function handedOn(
  own: Own,
  role: 'loss' | 'metric',
  labels: TensorValue,
  outputs: TensorValue,
  batch: Batch,
  context: Context,
): readonly [TensorValue, TensorValue] | null {
  if (!hasRank(labels.shape) || !hasRank(outputs.shape)) return null;
  const isKeras3 = context.generation === 'keras3';
  const sizes = pairOf(() => {
    const [y, p] = [labels.shape as Sizes, outputs.shape as Sizes];
    if (isKeras3) return role === 'loss' && !own.isInstance ? toSameRank(y, p) : [y, p];
    const matched = y.length === 1 && p.length === 2 ? [...y, 1] : y;
    return role === 'loss' && own.isInstance ? [matched, p] : squeezedKeras2(matched, p);
  });
  if (!sizes) return null;
  const floatx = settingsOf(context).floatx.value;
  const [y, p] = dtypesOf(role, labels.dtype, outputs.dtype, batch.from === 'arrays', floatx, isKeras3);
  return [tensor(sizes[0], y), tensor(sizes[1], p)];
}

function dtypesOf(
  role: 'loss' | 'metric',
  labels: DType,
  outputs: DType,
  areArrays: boolean,
  floatx: DType,
  isKeras3: boolean,
): readonly [DType, DType] {
  // Losses of Keras 3 and metrics of Keras 2 convert both.
  if ((role === 'loss') === isKeras3) return [floatx, floatx];
  const given = areArrays && isFloating(labels) ? floatx : labels;
  if (isKeras3) return [areArrays ? given : '?', outputs];
  return [isFloating(given) && isFloating(outputs) ? outputs : given, outputs];
}

function pairOf(steps: () => Pair): Pair | null {
  const [labels, outputs] = [0, 1].map((index) => judge(() => steps()[index] as Sizes));
  return labels?.kind === 'fits' && outputs?.kind === 'fits' ? [labels.sizes, outputs.sizes] : null;
}

function tensor(shape: Sizes, dtype: DType): TensorValue {
  return new TensorValue({ library: 'tensorflow', symbolic: true, shape, dtype });
}

function withBatch(value: TensorValue, batch: Batch, size: Dimension): TensorValue {
  return tensor(
    (value.shape as Sizes).map((one) => (one === batch.size ? size : one)),
    value.dtype,
  );
}
