import { type Dimension, isKnown } from '../../../../../shapes/dimension';
import { int } from '../../../../../values/value';
import { defineLayer, type LayerQuestion, type Nesting, type Output } from '../../../../define-layer';
import { failure, type MaybeFailure } from '../../../../failure';
import { convertedSize, convertedTo } from '../../../../numbers';
import { baseFactor, boxes, passedFormat } from './image';

type Question = LayerQuestion<{ readonly max_number: Dimension }>;

/** The boxes of a dict with `bounding_boxes`; undefined where there are none. */
function boxesOf(nesting: Nesting | undefined): Nesting | undefined {
  return typeof nesting === 'object' && nesting.type === 'dict' ? nesting.items.bounding_boxes : undefined;
}

function wrongBoxes({ callee, args, nesting, inputs }: Question): MaybeFailure[] {
  const found = boxesOf(nesting);
  if (found === undefined) return [];
  const wrong = (message: string, exception: string) =>
    failure('invalid-input', `${callee} takes \`bounding_boxes\` of \`boxes\` and \`labels\`${message}`, { exception });
  if (typeof found !== 'object' || found.type !== 'dict') return [wrong('', 'AttributeError')];
  const { boxes: all, labels, ...more } = found.items;
  if (Object.keys(more).length > 0) return [wrong(`, and not \`${Object.keys(more).join('`, `')}\``, 'KeyError')];
  if (all === undefined || labels === undefined) return [wrong('', 'KeyError')];
  const flat = [all, labels].some((part) => typeof part === 'number' && (inputs[part]?.rank ?? 2) < 2);
  return [
    flat && failure('wrong-rank', `${callee} takes boxes and labels with an axis 1`, { exception: 'IndexError' }),
    isKnown(args.max_number) &&
      args.max_number < 0 &&
      failure('invalid-argument', `\`max_number\` of ${callee} must be at least 0, not ${args.max_number}`, {
        parameter: 'max_number',
      }),
  ];
}

function limited(question: Question, nesting: Nesting, cut: boolean): Output {
  if (typeof nesting === 'number') {
    const shape = question.inputs[nesting]?.shape ?? [];
    return cut ? shape.map((size, i) => (i === 1 ? question.args.max_number : size)) : shape;
  }
  if (nesting.type !== 'dict') {
    return { type: nesting.type, items: nesting.items.map((item) => limited(question, item, false)) };
  }
  const inner = boxesOf(question.nesting);
  const entries = Object.entries(nesting.items).map(([key, item]) => [key, limited(question, item, nesting === inner)]);
  return { type: 'dict', items: Object.fromEntries(entries) };
}

export const maxNumBoundingBoxes = defineLayer({
  name: 'MaxNumBoundingBoxes',
  onlyIn: 'keras3',
  summary: 'Pads or cuts bounding boxes to one number.',
  docs: 'api/layers/preprocessing_layers/image_augmentation/max_num_bounding_boxes/',
  rule: {
    words: 'Boxes are cut off or filled up to `max_number`; images stay as they are.',
    formula: 'boxes (batch, n, 4) → (batch, max_number, 4)',
    readFrom:
      'layers/preprocessing/image_preprocessing/max_num_bounding_box.py: MaxNumBoundingBoxes.compute_output_shape',
  },
  params: {
    max_number: convertedSize(Number.NEGATIVE_INFINITY),
    fill_value: convertedTo('int', int(-1)),
    data_format: passedFormat,
    bounding_box_format: boxes,
    factor: baseFactor,
  },
  takes: 'nested',
  requires: wrongBoxes,
  output: (question) => limited(question, question.nesting ?? 0, false),
});
