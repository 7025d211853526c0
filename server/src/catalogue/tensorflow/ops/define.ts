/** How TensorFlow's functions are declared as ops: their own element types, which do not mix, and `name=`. */
import type { DType } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { defineOp, type OpDefinition } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import type { Operand } from '../../ops/operand';
import type { OpParams } from '../../ops/params';
import { converts } from './conversion';

type Declared<P extends OpParams> = Pick<OpDefinition<P>, 'name' | 'summary' | 'params' | 'output'> &
  Partial<Pick<OpDefinition<P>, 'aliases' | 'explain' | 'elements' | 'evaluate' | 'sparse' | 'symbolicBy'>> & {
    /** Where the function has no `name=`. */
    readonly nameless?: boolean;
  };

/** A function of TensorFlow, by its name behind `tf.` and its parameters; `name=` goes last. */
export function tensorflowOp<const P extends OpParams>({ nameless, ...declared }: Declared<P>): OpDefinition {
  const definition = defineOp({ module: 'core', owner: 'tensorflow', operation: 'TFOpLambda', ...declared });
  return nameless ? definition : { ...definition, params: { ...definition.params, name: other() } };
}

/**
 * The element type that operands share. TensorFlow converts Python numbers and arrays to the type of a
 * tensor beside them, and mixes nothing else.
 */
export function sharedType(operands: readonly Operand[], callee: string): DType {
  const tensors = operands.filter(isTensor);
  const [first] = tensors;
  if (!first) return plainType(operands);
  const type = first.dtype;
  if (type === '?') return '?';
  const differing = tensors.find((operand) => operand.dtype !== type && operand.dtype !== '?');
  if (differing && mayBeCast(tensors)) return '?';
  if (differing) mixed(type, differing.dtype, callee);
  if (tensors.some((operand) => operand.dtype === '?')) return '?';
  for (const operand of operands)
    if (!isTensor(operand) && !converts(operand, type)) mixed(type, operand.dtype, callee);
  return type;
}

/** A layer of mixed precision reads its weights in the type that it computes in. */
function mayBeCast(tensors: readonly Operand[]): boolean {
  const isOfPolicies = tensors.every(({ dtype }) => /^(?:bfloat16|float16|float32)$/.test(dtype));
  return isOfPolicies && tensors.some(({ value }) => value.kind === 'tensor' && value.library === 'variable');
}

function mixed(a: DType, b: DType, callee: string): never {
  return refuse('incompatible-dtypes', `${callee} does not mix ${a} and ${b}: cast one of them`, {
    exception: 'TypeError',
    facts: { dtypes: [a, b] },
  });
}

function isTensor({ value }: Operand): boolean {
  return value.kind === 'tensor' && value.library !== 'numpy';
}

/** Without tensors: one float makes all floats; arrays keep their type. */
function plainType(operands: readonly Operand[]): DType {
  const types = operands.map((operand) => operand.dtype);
  const [first = 'float32'] = types;
  if (types.every((type) => type === first)) return first;
  const array = operands.find(({ value }) => value.kind === 'tensor');
  return array ? array.dtype : types.includes('float32') ? 'float32' : '?';
}
