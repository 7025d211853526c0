/** What the `call` of each layer takes by position: `inspect.signature` of Keras 3.15 and 2.15. */
import type { Generation } from '../../values/context';

type Table = ReadonlyMap<string, readonly string[]>;

/** What is not here takes `inputs` alone. */
const KERAS_3 = table({
  'data training': `AugMix AutoContrast CenterCrop ContrastLimitedAdaptiveHistogramEqualization CutMix Equalization
    MaxNumBoundingBoxes MixUp RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter RandomContrast
    RandomCrop RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue RandomInvert
    RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation
    RandomZoom Resizing Solarization`,
  'inputs training': `AlphaDropout Dense Dropout EinsumDense FlaxLayer GaussianDropout GaussianNoise JaxLayer
    SpatialDropout1D SpatialDropout2D SpatialDropout3D SpectralNormalization TFSMLayer`,
  'inputs mask': 'GlobalAveragePooling1D Softmax',
  'inputs training mask': 'BatchNormalization Pipeline TimeDistributed',
  'inputs mask training': 'Lambda',
  'inputs mask training return_attention_scores use_causal_mask': 'AdditiveAttention Attention',
  'sequences initial_state mask training': 'Bidirectional ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU LSTM RNN SimpleRNN',
  'inputs states training': 'GRUCell LSTMCell StackedRNNCells',
  'sequence states training': 'SimpleRNNCell',
  'query value key query_mask value_mask key_mask attention_mask return_attention_scores training use_causal_mask':
    'GroupedQueryAttention MultiHeadAttention',
  'inputs count_weights': 'CategoryEncoding',
  'inputs reverse': 'ReversibleEmbedding',
  x: 'RMSNormalization',
});

const KERAS_2 = table({
  'inputs training': `AlphaDropout Dropout GaussianDropout GaussianNoise RandomBrightness RandomContrast RandomCrop
    RandomFlip RandomHeight RandomRotation RandomTranslation RandomWidth RandomZoom SpatialDropout1D SpatialDropout2D
    SpatialDropout3D SpectralNormalization`,
  'inputs mask': 'GlobalAveragePooling1D GroupNormalization Softmax',
  'inputs training mask': 'BatchNormalization TimeDistributed',
  'inputs mask training': 'Lambda',
  'inputs mask training return_attention_scores use_causal_mask': 'AdditiveAttention Attention',
  'inputs mask training initial_state': 'ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU LSTM SimpleRNN',
  'inputs mask training initial_state constants': 'RNN',
  'inputs training mask initial_state constants': 'Bidirectional',
  'inputs states training': 'GRUCell LSTMCell SimpleRNNCell',
  'inputs states': 'AbstractRNNCell',
  'inputs states constants training': 'StackedRNNCells',
  'query value key attention_mask return_attention_scores training use_causal_mask': 'MultiHeadAttention',
  'inputs count_weights': 'CategoryEncoding',
  'features cols_to_output_tensors training': 'DenseFeatures',
});

function table(names: Readonly<Record<string, string>>): Table {
  const found = new Map<string, readonly string[]>();
  for (const [parameters, layers] of Object.entries(names)) {
    for (const layer of layers.split(/\s+/)) found.set(layer, parameters.split(' '));
  }
  return found;
}

/** The parameters of a layer's `call`, the first input first. */
export function callParametersOf(layer: string, generation: Generation): readonly string[] {
  return (generation === 'keras3' ? KERAS_3 : KERAS_2).get(layer) ?? ['inputs'];
}
