/** What the `call` of each layer takes: `inspect.signature` of Keras 3.15 and 2.15. */
import type { ParameterKind, Signature } from '../../values/arguments';
import type { Generation } from '../../values/context';
import { parseSignature } from '../native';

type Table = ReadonlyMap<string, Signature>;

/** What is not here takes `inputs` alone. */
const KERAS_3 = table({
  'data, training=True': `AugMix AutoContrast CenterCrop ContrastLimitedAdaptiveHistogramEqualization CutMix Equalization
    MaxNumBoundingBoxes MixUp RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter RandomContrast
    RandomCrop RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue RandomInvert
    RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation
    RandomZoom Resizing Solarization`,
  'inputs, training=False': `AlphaDropout Dropout FlaxLayer GaussianDropout GaussianNoise JaxLayer SpatialDropout1D
    SpatialDropout2D SpatialDropout3D SpectralNormalization`,
  'inputs, training=None': 'Dense EinsumDense',
  'inputs, training=False, **kwargs': 'TFSMLayer',
  'inputs, mask=None': 'GlobalAveragePooling1D Softmax',
  'inputs, training=None, mask=None': 'BatchNormalization TimeDistributed',
  'inputs, training=True, mask=None': 'Pipeline',
  'inputs, mask=None, training=None': 'Lambda',
  'inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False':
    'AdditiveAttention Attention',
  'sequences, initial_state=None, mask=None, training=False': 'ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU LSTM RNN SimpleRNN',
  'sequences, initial_state=None, mask=None, training=None': 'Bidirectional',
  'inputs, states, training=False': 'GRUCell LSTMCell',
  'inputs, states, training=False, **kwargs': 'StackedRNNCells',
  'sequence, states, training=False': 'SimpleRNNCell',
  'query, value, key=None, query_mask=None, value_mask=None, key_mask=None, attention_mask=None, return_attention_scores=False, training=None, use_causal_mask=False':
    'GroupedQueryAttention MultiHeadAttention',
  'inputs, count_weights=None': 'CategoryEncoding',
  'inputs, reverse=False': 'ReversibleEmbedding',
  x: 'RMSNormalization',
});

const KERAS_2 = table({
  'inputs, training=None': `AlphaDropout Dropout GaussianDropout GaussianNoise SpatialDropout1D SpatialDropout2D
    SpatialDropout3D`,
  'inputs, training=True': `RandomBrightness RandomContrast RandomCrop RandomFlip RandomHeight RandomRotation
    RandomTranslation RandomWidth RandomZoom`,
  'inputs, training=False': 'SpectralNormalization',
  'inputs, mask=None': 'GlobalAveragePooling1D GroupNormalization Softmax',
  'inputs, training=None, mask=None': 'BatchNormalization TimeDistributed',
  'inputs, mask=None, training=None': 'Lambda',
  'inputs, mask=None, training=None, return_attention_scores=False, use_causal_mask=False':
    'AdditiveAttention Attention',
  'inputs, mask=None, training=None, initial_state=None': 'ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU LSTM SimpleRNN',
  'inputs, mask=None, training=None, initial_state=None, constants=None': 'RNN',
  'inputs, training=None, mask=None, initial_state=None, constants=None': 'Bidirectional',
  'inputs, states, training=None': 'GRUCell LSTMCell SimpleRNNCell',
  'inputs, states': 'AbstractRNNCell',
  'inputs, states, constants=None, training=None, **kwargs': 'StackedRNNCells',
  'query, value, key=None, attention_mask=None, return_attention_scores=False, training=None, use_causal_mask=False':
    'MultiHeadAttention',
  'inputs, count_weights=None': 'CategoryEncoding',
  'features, cols_to_output_tensors=None, training=None': 'DenseFeatures',
  'inputs, *args, **kwargs': 'ActivityRegularization',
});

function table(names: Readonly<Record<string, string>>): Table {
  const found = new Map<string, Signature>();
  for (const [parameters, layers] of Object.entries(names)) {
    const { signature } = parseSignature(`call(${parameters})`);
    for (const layer of layers.split(/\s+/)) found.set(layer, signature);
  }
  return found;
}

const INPUTS_ALONE = parseSignature('call(inputs)').signature;

/** The signature of a layer's `call`, without `self`. */
export function callSignatureOf(layer: string, generation: Generation): Signature {
  return (generation === 'keras3' ? KERAS_3 : KERAS_2).get(layer) ?? INPUTS_ALONE;
}

/** The names that a layer's `call` takes by position, the first input first. */
export function callParametersOf(layer: string, generation: Generation): readonly string[] {
  const { parameters } = callSignatureOf(layer, generation);
  return parameters.filter(({ kind }) => BY_POSITION.includes(kind)).map(({ name }) => name);
}

const BY_POSITION: readonly ParameterKind[] = ['positional-only', 'positional'];
