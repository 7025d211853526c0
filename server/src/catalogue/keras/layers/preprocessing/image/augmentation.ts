/** Layers that change an image's values, and no shape: most of Keras' augmentations. */
import type { ConstructQuestion, Explanation, LayerDefinition, OwnVariant } from '../../../../define-layer';
import { defineLayer } from '../../../../define-layer';
import type { MaybeFailure } from '../../../../failure';
import type { ArgsOf, ParamTable } from '../../../../params';
import { boxes, runRank } from './image';

interface Augmentation<P extends ParamTable> {
  readonly name: string;
  readonly summary: string;
  /** The page's own part of its path. */
  readonly page: string;
  readonly params: P;
  /** What its constructor needs, as Python text: nothing where left out. */
  readonly needs?: string;
  readonly construct?: (question: ConstructQuestion<ArgsOf<P>>) => Iterable<MaybeFailure>;
  readonly keras2?: OwnVariant;
  readonly makesLayers?: LayerDefinition['makesLayers'];
}

/** What RandAugment and AugMix draw from: each makes one of them (`_AUGMENT_LAYERS`). */
export const DRAWN_FROM: LayerDefinition['makesLayers'] = {
  when: 'constructed',
  classes: [
    ...['RandomShear', 'RandomTranslation', 'RandomRotation', 'RandomBrightness', 'RandomColorDegeneration'],
    ...['RandomContrast', 'RandomSharpness', 'Solarization', 'AutoContrast', 'Equalization', 'RandomPosterization'],
  ],
};

/** It maps over any structure of tensors, and gives each its shape back. */
export function augmentation<const P extends ParamTable>(own: Augmentation<P>): LayerDefinition {
  const { name, summary, page, params, needs = '', construct, keras2, makesLayers } = own;
  return defineLayer({
    name,
    summary,
    docs: `api/layers/preprocessing_layers/image_augmentation/${page}/`,
    makesLayers,
    rule: {
      words: 'The shape of the input.',
      formula: '(…) → (…)',
      example: `${name}(${needs})(Input((28, 28, 3)))`,
      readFrom: `layers/preprocessing/image_preprocessing/${page}.py: ${name}.compute_output_shape`,
    },
    params: { ...params, bounding_box_format: boxes } as P & { bounding_box_format: typeof boxes },
    takes: 'structure',
    requires: (question) => [runRank(question)],
    output: ({ input }) => input.shape,
    explain: (): Explanation => ({ notes: ['while training, values change at random; otherwise nothing does'] }),
    ...(construct ? { construct: construct as never } : {}),
    ...(keras2 ? { generations: { keras2 } } : { onlyIn: 'keras3' as const }),
  });
}
