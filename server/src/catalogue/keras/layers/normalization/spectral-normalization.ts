import { isLayer, layerState } from '../../../../graph/layer';
import { type Dimension, formatDimension, surelyDiffer } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { hasRank, unknownShape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import { TensorValue } from '../../../../values/tensor';
import { type InstanceValue, int, type Value } from '../../../../values/value';
import { defineLayer, type Evaluated, variant, weight } from '../../../define-layer';
import { type Failure, failure } from '../../../failure';
import { readNumber } from '../../../numbers';
import type { Param } from '../../../params';
import { callInner } from '../../calling/call';
import { makeWeights } from '../../calling/definition';
import { callArguments, madeOf, oneTensor, ownLayer, refuseCall } from '../../calling/taken-over';
import type { DeclaredState } from '../../declared-state';
import { keepLayer, layerArgument, tellsShapes } from '../../wrapped-layer';

const powerIterations: Param<number | undefined> = {
  default: int(1),
  read: (value, context) => {
    const read = readNumber(value, { least: 0, exclusive: true }, context);
    const isNone = 'failure' in read && value.kind === 'None';
    return isNone ? { failure: { ...read.failure, exception: 'TypeError' } } : read;
  },
};

const options = { layer: layerArgument(), power_iterations: powerIterations };

export const spectralNormalization = defineLayer({
  name: 'SpectralNormalization',
  summary: 'Wraps a layer and holds the largest singular value of its kernel at 1.',
  docs: 'api/layers/normalization_layers/spectral_normalization/',
  openSizes: 'held',
  rule: {
    words: 'What the wrapped layer gives.',
    formula: 'layer(x)',
    example: 'SpectralNormalization(Conv2D(8, 3))(Input((28, 28, 1)))',
    readFrom: 'layers/normalization/spectral_normalization.py: SpectralNormalization.compute_output_shape',
  },
  params: options,
  output: ({ callee }) => unknownShape(reason(`what ${callee} gives depends on its layer`)),
  initialize: keepLayer,
  evaluate,
  buildsInner: 'by calling',
  generations: { keras2: variant({ params: options }) },
});

const TRANSPOSED = /^Conv\dDTranspose$/;

function fits(inner: InstanceValue, { shape }: TensorValue): boolean {
  const spec = madeOf(inner)?.state.definition.input;
  return typeof spec !== 'object' || !hasRank(shape) || shape.length >= (spec.minRank ?? 0);
}

function evaluate(wrapper: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const callee = wrapper.cls.name;
  const keras3 = context.generation === 'keras3';
  const refuse = (failed: Failure) => refuseCall(failed, wrapper, given, context);
  const bound = callArguments(callee, given, ['inputs', 'training']);
  if ('code' in bound) return refuse(bound);
  const input = oneTensor(callee, bound.get('inputs') as Value);
  if (input && 'code' in input) return refuse(input);
  const made = madeOf(wrapper);
  const inner = ownLayer(wrapper, 'layer');
  const lost = () => context.unknown(`what ${callee} gives is not known`);
  if (!made || !inner || !input) return lost();
  const other = keras3 && made.state.builtInputs.value?.[0];
  const changed = other && otherSize(callee, other, input);
  if (changed) return refuse(changed);
  if (keras3 && !tellsShapes(inner)) {
    const message = `${callee} asks ${inner.cls.name} for its \`compute_output_shape\`, which it has not`;
    return refuse(failure('invalid-input', message, { exception: 'NotImplementedError' }));
  }
  // What it asks of a transposed convolution looks at no rank.
  if (keras3 && TRANSPOSED.test(madeOf(inner)?.state.definition.name ?? '') && !fits(inner, input)) return lost();
  const outcome = callInner(inner, args([input]), context);
  if (outcome.refused) return { output: outcome.output, refused: true };
  const kernel = addVector(made.state, inner, input, context);
  if (kernel && 'code' in kernel) return refuse(kernel);
  const training = bound.get('training');
  if (!keras3 && training?.kind === 'bool' && training.value) {
    const message = `${callee} of Keras 2 looks at the numbers in its kernel while training, which there are none of in a graph`;
    return refuse(
      failure('invalid-input', message, { exception: 'OperatorNotAllowedInGraphError', parameter: 'training' }),
    );
  }
  const { output } = outcome;
  const explanation = kernel
    ? {
        notes: [`beside the kernel it keeps a vector of ${formatDimension(kernel.size)} numbers, which is not trained`],
      }
    : {};
  if (!keras3 || output.kind !== 'tensor') return { output, explanation };
  const { library, symbolic, shape } = output;
  return { output: new TensorValue({ library, symbolic, shape, dtype: made.state.policy.value.compute }), explanation };
}

function otherSize(callee: string, made: TensorValue, input: TensorValue): Failure | null {
  if (!hasRank(made.shape) || !hasRank(input.shape)) return null;
  const [then, now] = [made.shape.at(-1), input.shape.at(-1)];
  if (then === undefined || now === undefined || !surelyDiffer(then, now)) return null;
  return failure('incompatible-shapes', `${callee} was built for size ${then} on axis -1, and this input has ${now}`, {
    inputs: [0],
    facts: { expected: then, actual: now, axis: -1 },
  });
}

/** Layers that keep a kernel in a cell of their own. */
const WITHOUT_KERNEL = /^(LSTM|GRU|SimpleRNN)$|^ConvLSTM/;

/** The vector beside the kernel, made at the first call; null where the kernel is not known. */
function addVector(
  state: DeclaredState,
  inner: InstanceValue,
  input: TensorValue,
  context: Context,
): { readonly size: Dimension } | Failure | null {
  const weights = isLayer(inner) ? layerState(inner)?.weights.value : null;
  if (!weights) {
    state.weights.set(context.heap, null);
    return null;
  }
  const named = (name: string) => weights.find((one) => one.name === name);
  const kernel = WITHOUT_KERNEL.test(inner.cls.name) ? undefined : (named('kernel') ?? named('embeddings'));
  const size = kernel?.shape.at(-1);
  if (!kernel || size === undefined) {
    return failure('invalid-input', `${inner.cls.name} has no kernel, and no embeddings, to normalize`, {
      parameter: 'layer',
    });
  }
  if (state.built.value !== true) {
    state.builtInputs.set(context.heap, [input]);
    const vector = weight('vector_u', [1, size], { trainable: false, dtype: kernel.dtype });
    state.weights.set(context.heap, makeWeights([vector], state, context));
  }
  return { size };
}
