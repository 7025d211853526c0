import type { LayerDefinition } from '../../../../define-layer';
import { augMix } from './aug-mix';
import { autoContrast } from './auto-contrast';
import { centerCrop } from './center-crop';
import { contrastLimitedAdaptiveHistogramEqualization } from './contrast-limited-adaptive-histogram-equalization';
import { cutMix } from './cut-mix';
import { equalization } from './equalization';
import { maxNumBoundingBoxes } from './max-num-bounding-boxes';
import { mixUp } from './mix-up';
import { randAugment } from './rand-augment';
import { randomBrightness } from './random-brightness';
import { randomColorDegeneration } from './random-color-degeneration';
import { randomColorJitter } from './random-color-jitter';
import { randomContrast } from './random-contrast';
import { randomCrop } from './random-crop';
import { randomElasticTransform } from './random-elastic-transform';
import { randomErasing } from './random-erasing';
import { randomFlip } from './random-flip';
import { randomGaussianBlur } from './random-gaussian-blur';
import { randomGrayscale } from './random-grayscale';
import { randomHeight } from './random-height';
import { randomHue } from './random-hue';
import { randomInvert } from './random-invert';
import { randomPerspective } from './random-perspective';
import { randomPosterization } from './random-posterization';
import { randomRotation } from './random-rotation';
import { randomSaturation } from './random-saturation';
import { randomSharpness } from './random-sharpness';
import { randomShear } from './random-shear';
import { randomTranslation } from './random-translation';
import { randomWidth } from './random-width';
import { randomZoom } from './random-zoom';
import { resizing } from './resizing';
import { solarization } from './solarization';

export const IMAGE_LAYERS: readonly LayerDefinition[] = [
  augMix,
  autoContrast,
  centerCrop,
  contrastLimitedAdaptiveHistogramEqualization,
  cutMix,
  equalization,
  maxNumBoundingBoxes,
  mixUp,
  randAugment,
  randomBrightness,
  randomColorDegeneration,
  randomColorJitter,
  randomContrast,
  randomCrop,
  randomElasticTransform,
  randomErasing,
  randomFlip,
  randomGaussianBlur,
  randomGrayscale,
  randomHeight,
  randomHue,
  randomInvert,
  randomPerspective,
  randomPosterization,
  randomRotation,
  randomSaturation,
  randomSharpness,
  randomShear,
  randomTranslation,
  randomWidth,
  randomZoom,
  resizing,
  solarization,
];
