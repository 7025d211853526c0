/** What `predict` gives: arrays of the model's outputs for all samples, or for those of so many steps. */
import { modelState } from '../../../graph/model';
import { flatten, mapStructure } from '../../../graph/structure';
import { type Dimension, dynamic, isDynamic, isKnown, surelyEqual, unknownDimension } from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { NONE, type Value } from '../../../values/value';
import { integerOf } from '../../params';
import { howCalled, overrides } from '../calling/how';
import { DataPayload, type DataSource } from '../data/element-spec';
import { batchOfArrays, batchOfSource } from './batch';
import { callAgain } from './called-again';
import { allTensors } from './deferred';
import type { TrainingFacts } from './facts';

/** Methods of the program's own that say themselves what comes out. */
const OWN = ['predict_step', 'make_predict_function', '__call__'];

/** The data go through the model batch by batch, in a graph; what comes out is laid one behind the other. */
export function predicted(
  { model, arguments: given }: TrainingFacts,
  data: Value,
  name: string,
  context: Context,
): Value {
  const open = () => context.unknown(`what \`${name}\` gives is not known`);
  const state = modelState(model);
  const canBeCalled = state?.network.value || (howCalled(model.cls) === 'program' && state?.built.value === true);
  if (!canBeCalled || OWN.some((method) => overrides(model.cls, method))) return open();
  const source = data.kind === 'instance' && data.payload instanceof DataPayload ? data.payload.source : undefined;
  if (!source && !allTensors(data)) return open();
  const batch = source
    ? batchOfSource(source, context)
    : batchOfArrays({ x: data, y: NONE, weights: NONE }, null, context);
  if (!batch || !allTensors(batch.inputs)) return open();
  const inputs = mapStructure(batch.inputs, (leaf) => (leaf.kind === 'tensor' ? ofBatch(leaf) : leaf));
  const called = callAgain(model, inputs, context);
  if ('error' in called) return open();
  const count = source ? samplesIn(source, given.get('steps') ?? NONE) : firstSize(data);
  return mapStructure(called.outputs, (leaf) => {
    if (leaf.kind !== 'tensor') return open();
    const { shape, dtype } = leaf;
    if (!hasRank(shape)) return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype });
    const [first, ...rest] = shape;
    // An output without the batch's axis is laid one behind the other all the same.
    const rows =
      first !== undefined && surelyEqual(first, BATCH) && count !== undefined ? count : unknownDimension(ROWS);
    return first === undefined
      ? open()
      : new TensorValue({ library: 'numpy', symbolic: false, shape: [rows, ...rest], dtype });
  });
}

/** The size of a batch, told from all others: an output may have other rows. */
const BATCH = dynamic();

function ofBatch(tensor: TensorValue): Value {
  const { shape, dtype } = tensor;
  if (!hasRank(shape)) return tensor;
  return new TensorValue({ library: 'tensorflow', symbolic: true, shape: [BATCH, ...shape.slice(1)], dtype });
}

const ROWS = { text: 'how many rows the batches make together is not known' };

function firstSize(data: Value): Dimension | undefined {
  const [leaf] = flatten(data).filter((one) => one.kind === 'tensor');
  return leaf && hasRank(leaf.shape) ? leaf.shape[0] : undefined;
}

/** The samples of so many steps of a data set, or of all: known where each step holds as many. */
function samplesIn({ element, cardinality, sizes, kind }: DataSource, steps: Value): number | undefined {
  const all =
    typeof cardinality === 'number' ? cardinality : cardinality === 'infinite' ? Number.POSITIVE_INFINITY : null;
  const asked = steps.kind === 'None' ? Number.POSITIVE_INFINITY : integerOf(steps);
  if (kind !== 'dataset' || all === null || asked === undefined) return undefined;
  const size = firstSize(element);
  const known = size !== undefined && isDynamic(size) ? sizes.get(size.symbol.key) : undefined;
  const each = size !== undefined && isKnown(size) ? size : known?.every ? known.first : undefined;
  const count = Math.min(all, asked);
  return each !== undefined && Number.isFinite(count) ? each * count : undefined;
}
