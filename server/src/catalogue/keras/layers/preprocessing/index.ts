import type { LayerDefinition } from '../../../define-layer';
import { categoryEncoding } from './category-encoding';
import { discretization } from './discretization';
import { hashedCrossing } from './hashed-crossing';
import { hashing } from './hashing';
import { IMAGE_LAYERS } from './image';
import { integerLookup } from './integer-lookup';
import { melSpectrogram } from './mel-spectrogram';
import { normalization } from './normalization';
import { pipeline } from './pipeline';
import { rescaling } from './rescaling';
import { stftSpectrogram } from './stft-spectrogram';
import { stringLookup } from './string-lookup';
import { textVectorization } from './text-vectorization';

export const PREPROCESSING_LAYERS: readonly LayerDefinition[] = [
  ...IMAGE_LAYERS,
  categoryEncoding,
  discretization,
  hashing,
  hashedCrossing,
  integerLookup,
  stringLookup,
  textVectorization,
  normalization,
  pipeline,
  rescaling,
  melSpectrogram,
  stftSpectrogram,
];
