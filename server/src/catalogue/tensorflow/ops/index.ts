/** All functions of TensorFlow that are declared, by their names behind `tf.`. */
import type { OpDefinition } from '../../ops/define-op';
import { calling } from './calling';
import { elementwise } from './elementwise';
import { graphLayers } from './graph-layers';
import { images } from './images';
import { indexing } from './indexing';
import { making } from './making';
import { products } from './products';
import { reductions } from './reductions';
import { shaping } from './shaping';
import { sparse } from './sparse';
import { windows } from './windows';

const declared: readonly OpDefinition[] = [
  ...calling,
  ...elementwise,
  ...images,
  ...indexing,
  ...making,
  ...products,
  ...reductions,
  ...shaping,
  ...sparse,
  ...windows,
];

export const tensorflowOps: readonly OpDefinition[] = declared.map((op) => {
  const layers = graphLayers(op.name, partNamed);
  return layers ? { ...op, layers } : op;
});

const byName: ReadonlyMap<string, OpDefinition> = new Map(
  tensorflowOps.flatMap((op) => [op.name, ...(op.aliases ?? [])].map((name) => [name, op] as const)),
);

/** Functions that others are made of in a graph: among them the operator behind `+`. */
function partNamed(name: string): OpDefinition | undefined {
  if (name !== '__operators__.add') return byName.get(name);
  const add = byName.get('math.add');
  return add && { ...add, name };
}

/** A function by any of its names: `reduce_sum`, `math.reduce_sum`, `nn.relu`. */
export function tensorflowOpNamed(name: string): OpDefinition | undefined {
  return byName.get(name);
}

/** All those names. */
export function tensorflowOpNames(): Iterable<string> {
  return byName.keys();
}
