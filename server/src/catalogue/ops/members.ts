/** Members that ops give to the classes of tensors: operators, subscripts, methods. */
import type { Generation } from '../../values/context';
import type { TensorLibrary } from '../../values/tensor';
import type { Value } from '../../values/value';
import { arrayMembers } from '../numpy/ndarray';
import { tensorflowTensorMembers } from '../tensorflow/ops/tensor';
import { kerasTensorMembers } from './keras-tensor';

export function operatorMembers(library: TensorLibrary, generation: Generation): Iterable<readonly [string, Value]> {
  if (library === 'numpy') return arrayMembers();
  return library === 'keras' && generation === 'keras3' ? kerasTensorMembers() : tensorflowTensorMembers(library);
}
