/** `tf.data.Dataset`: the class, and what makes instances of it. Its members are declared beside it. */
import { formatShape } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { ClassValue, InstanceValue, type Value } from '../../../values/value';
import { type Cardinality, DataPayload, type DataSource, type StepSize } from '../../keras/data/element-spec';
import { declaredIdentity } from '../../native';
import { componentsIn } from './elements';

/** Kept for all runs: its members are declared once, and never written to. */
export const DATASET = new ClassValue(declaredIdentity(), 'Dataset', 'tensorflow.data', [], []);

export const NO_SIZES: ReadonlyMap<string, StepSize> = new Map();

export function dataset(
  element: Value,
  cardinality: Cardinality,
  context: Context,
  sizes: ReadonlyMap<string, StepSize> = NO_SIZES,
): InstanceValue {
  const source: DataSource = { kind: 'dataset', element, cardinality, sizes, origin: context.place };
  return new InstanceValue(context.heap.identity(), DATASET, new DataPayload(source));
}

/** The source of a data set; undefined for other values. */
export function datasetSource(value: Value | undefined): DataSource | undefined {
  if (value?.kind !== 'instance' || !(value.payload instanceof DataPayload)) return undefined;
  return value.payload.source.kind === 'dataset' ? value.payload.source : undefined;
}

/** Shapes of an element for people: `(None, 28, 28), (None,)`. */
export function elementText(element: Value): string {
  return componentsIn(element)
    .map((one) => (one.kind === 'tensor' ? formatShape(one.shape) : one.kind === 'None' ? 'None' : '?'))
    .join(', ');
}
