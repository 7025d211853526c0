/** All ops of `keras.ops` and `keras.random`. */
import { functions } from './control/functions';
import { rearrange } from './control/rearrange';
import { tensorFacts } from './control/tensors';
import type { OpDefinition, OpModule } from './define-op';
import { activations } from './elementwise/activations';
import { binaryOps } from './elementwise/binary';
import { mathematics } from './elementwise/mathematics';
import { predicates } from './elementwise/predicates';
import { imageOps } from './images/images';
import { gathering } from './indexing/gathering';
import { sorting } from './indexing/sorting';
import { subscripts } from './indexing/subscript';
import { linearAlgebra } from './linalg/linalg';
import { making } from './making/tensors';
import { normalizing } from './neural/normalizing';
import { windowOps } from './neural/windows';
import { products } from './products/products';
import { randomOps } from './random/random';
import { positionsAndQuantiles } from './reductions/positions';
import { plainReductions } from './reductions/reduction';
import { weighted } from './reductions/weighted';
import { joining } from './shaping/joining';
import { reshaping } from './shaping/reshaping';
import { sizing } from './shaping/sizing';
import { transposing } from './shaping/transposing';
import { spectra } from './signal/spectra';

export const ops: readonly OpDefinition[] = [
  ...activations,
  ...binaryOps,
  ...functions,
  ...gathering,
  ...imageOps,
  ...joining,
  ...linearAlgebra,
  ...making,
  ...mathematics,
  ...normalizing,
  ...plainReductions,
  ...positionsAndQuantiles,
  ...predicates,
  ...products,
  ...randomOps,
  rearrange,
  ...reshaping,
  ...sizing,
  ...sorting,
  ...spectra,
  ...subscripts,
  ...tensorFacts,
  ...transposing,
  ...weighted,
  ...windowOps,
];

const byName: ReadonlyMap<string, OpDefinition> = new Map(
  ops.flatMap((op) => [op.name, ...(op.aliases ?? [])].map((name) => [keyOf(op.module, name), op] as const)),
);

/** `keras.random` has names that `keras.ops` has too. */
function keyOf(module: OpModule, name: string): string {
  return module === 'random' || module === 'image' ? `${module}.${name}` : name;
}

/** An op by its name in `keras.ops`: `reshape`, `image.resize`; of `keras.random`: `random.normal`. */
export function opNamed(name: string): OpDefinition | undefined {
  return byName.get(name);
}
