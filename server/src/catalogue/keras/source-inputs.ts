/** What Keras tells of tensors: whether they are its own, and the inputs that they were computed from. */
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import { bool, ListValue, type Value } from '../../values/value';
import { pythonFunction } from '../native';

/**
 * The outputs of the `InputLayer`s behind a tensor, each once, in the order in which its history
 * names them (Keras' `get_source_inputs`). A tensor without a history is given back as it is.
 */
export const getSourceInputs = pythonFunction('get_source_inputs(tensor)', (context: Context, tensor: Value): Value => {
  if (tensor.kind === 'unknown') return tensor;
  if (!(tensor instanceof TensorValue) || !tensor.producer) return tensor;
  const sources = new Set<Value>();
  const seen = new Set<TensorValue>();
  const visit = (at: TensorValue): void => {
    if (seen.has(at)) return;
    seen.add(at);
    context.spend(1);
    if (!at.producer || at.producer.inputs.length === 0)
      for (const one of at.producer?.outputs ?? [at]) sources.add(one);
    else for (const input of at.producer.inputs) visit(input);
  };
  visit(tensor);
  return new ListValue([...sources]);
});

/** `keras.utils.is_keras_tensor`: whether a value is a symbolic tensor of Keras'. */
export const isKerasTensor = pythonFunction('is_keras_tensor(x)', (_context: Context, x: Value): Value => {
  if (x.kind === 'unknown') return x;
  return bool(x instanceof TensorValue && x.library === 'keras');
});
