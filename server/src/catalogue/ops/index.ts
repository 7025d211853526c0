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
import { activationFunctions } from './neural/activation-functions';
import { losses } from './neural/losses';
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
  ...activationFunctions,
  ...activations,
  ...binaryOps,
  ...functions,
  ...gathering,
  ...imageOps,
  ...joining,
  ...linearAlgebra,
  ...losses,
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

/** Modules whose names are not those of `keras.ops`. */
const APART: ReadonlySet<OpModule> = new Set(['random', 'image', 'losses', 'activations']);

const byName: ReadonlyMap<string, OpDefinition> = new Map(
  ops.flatMap((op) => [op.name, ...(op.aliases ?? [])].map((name) => [keyOf(op.module, name), op] as const)),
);

function keyOf(module: OpModule, name: string): string {
  return APART.has(module) ? `${module}.${name}` : name;
}

/** An op by its name in `keras.ops`: `reshape`, `image.resize`; of other modules: `random.normal`. */
export function opNamed(name: string): OpDefinition | undefined {
  return byName.get(name);
}
