/** What arrays hold, where that alone decides: types that no tensor has, and rows that an Embedding lacks. */

import { layerState } from '../../../graph/layer';
import { operationName } from '../../../graph/node';
import { modelLayers } from '../../../graph/rows';
import { flatten } from '../../../graph/structure';
import type { DType } from '../../../shapes/dtype';
import { TensorValue } from '../../../values/tensor';
import type { Value } from '../../../values/value';
import { failure } from '../../failure';
import { isText } from '../../numpy/types';
import { integerOf } from '../../params';
import { DeclaredState } from '../declared-state';
import type { Arrays } from './batch';
import type { Finding, Running } from './check';

/**
 * Arrays of texts and of Python objects: Keras 3 knows no such type (`standardize_dtype`), Keras 2 makes no tensor of
 * the one and casts the other only where the model wants texts.
 */
export function typeFailure({ x, y }: Arrays, { state, context }: Running): Finding | null {
  const inputs = state.network.value?.inputs;
  for (const [role, data] of [
    ['x', x],
    ['y', y],
  ] as const) {
    for (const [index, leaf] of flatten(data).entries()) {
      if (leaf.kind !== 'tensor' || leaf.library !== 'numpy' || !isTextOrObject(leaf.dtype)) continue;
      const taken = data.kind === 'dict' ? undefined : inputs?.[index]?.dtype;
      const wanted = role === 'x' ? taken : 'float32';
      if (context.generation !== 'keras3' && (wanted === undefined || wanted === 'string' || wanted === '?')) continue;
      const what = leaf.dtype === 'object' ? 'Python objects' : 'texts';
      const message = `\`${role}\` holds ${what} (\`${leaf.dtype}\`), of which no tensor of numbers is made`;
      const exception =
        context.generation === 'keras3' || leaf.dtype === 'object' ? 'ValueError' : 'UnimplementedError';
      return {
        failure: failure('data-inputs', message, { exception, facts: { elements: leaf.dtype, role } }),
        about: [leaf],
      };
    }
  }
  return null;
}

function isTextOrObject(dtype: DType): boolean {
  return dtype === 'object' || isText(dtype);
}

/** Indices beyond the rows of an Embedding that an input goes into: TensorFlow refuses them where it runs on a CPU. */
export function indexFailure({ x }: Arrays, { model, state, method }: Running): Finding | null {
  const inputs = state.network.value?.inputs ?? [];
  // A dict goes by names.
  if (x.kind === 'dict') return null;
  for (const [index, leaf] of flatten(x).entries()) {
    const input = inputs[index];
    const most = leaf.kind === 'tensor' ? largestOf(leaf) : null;
    if (!input || most === null) continue;
    for (const layer of modelLayers(model) ?? []) {
      const layerOf = layerState(layer);
      if (!(layerOf instanceof DeclaredState) || layerOf.kind?.name !== 'Embedding' || layer.cls.name !== 'Embedding')
        continue;
      const takes = state.network.value?.nodesByDepth
        .flat()
        .some((node) => operationName(node.operation) === operationName(layer) && node.inputs.includes(input));
      const rows = integerOf(layerOf.args?.get('input_dim')?.value ?? { kind: 'None' });
      if (!takes || rows === undefined || most < rows) continue;
      const message = `\`${method.name}\` gets the index ${most}, and the Embedding has the rows 0 to ${rows - 1}`;
      return {
        failure: failure('data-inputs', message, {
          exception: 'InvalidArgumentError',
          facts: { embedding: layer, most },
        }),
        about: [leaf],
      };
    }
  }
  return null;
}

/** The largest index, as a cast to whole numbers leaves it; null where one of them is no number. */
function largestOf(value: Value): number | null {
  if (!(value instanceof TensorValue)) return null;
  const { data, classes } = value;
  if (!data) return classes === null ? null : classes - 1;
  const isKnown = data.every((one): one is number => typeof one === 'number' && Number.isFinite(one));
  return isKnown && data.length > 0 ? Math.trunc(Math.max(...data)) : null;
}
