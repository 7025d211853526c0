/**
 * The output of a model that shrinks and grows again misses the size of its input.
 *
 * Conservative: one input and one output of the same rank and the same channels, layers that shrink
 * and others that grow again, and a size that is missed by less than a factor of two. A name that
 * says what is meant makes it a warning; else it is information.
 */
import type { Analysis } from '../analysis/analysis';
import { layerCall, setArgument } from '../analysis/arguments';
import { type ModelHere, modelsOf } from '../analysis/models';
import { argumentsOf, tensorsOf } from '../analysis/observed';
import type { Observation } from '../interpreter/trace';
import { type Dimension, isKnown, sameToKeras } from '../shapes/dimension';
import { formatShape, hasRank } from '../shapes/shape';
import { callsBehind, type Loss, lossesAmong, lossText, paddingIdeas, relatedLoss, roundingsAmong } from './blame';
import type { FixIdea, Problem, Rule } from './rule';

const code = 'autoencoder-size';

export const autoencoderSize: Rule = {
  code,
  level: 'warning',
  title: 'The output misses the size of the input',
  page: {
    what: 'A model shrinks its input and grows it again, as an autoencoder does, and its output has another size than its input.',
    why: 'Such a model is mostly trained to give back its input, and then both sizes must agree. One convolution without `padding="same"`, or pooling a size that does not divide, is enough to miss it.',
    next: 'Keep the size in the layer that loses it, choose an input size that divides by all strides, or crop the output.',
    wrong:
      'image = keras.Input(shape=(32, 32, 3))\nx = layers.MaxPooling2D(2)(image)\nx = layers.Conv2D(8, 3)(x)\nx = layers.UpSampling2D(2)(x)\ndecoded = layers.Conv2D(3, 3, padding="same")(x)\nautoencoder = keras.Model(image, decoded)',
    right:
      'image = keras.Input(shape=(32, 32, 3))\nx = layers.MaxPooling2D(2)(image)\nx = layers.Conv2D(8, 3, padding="same")(x)\nx = layers.UpSampling2D(2)(x)\ndecoded = layers.Conv2D(3, 3, padding="same")(x)\nautoencoder = keras.Model(image, decoded)',
  },
  check: (analysis) =>
    modelsOf(analysis).flatMap((model) => {
      const miss = missOf(model, analysis);
      return miss && !analysis.isStale(model.record.site.item) ? [problemOf(miss, analysis)] : [];
    }),
};

/** A model that shrinks and grows, and whose sizes differ. */
export interface Miss {
  readonly model: ModelHere;
  readonly input: readonly Dimension[];
  readonly output: readonly Dimension[];
  readonly calls: readonly Observation[];
}

export function missOf(model: ModelHere, analysis: Analysis): Miss | null {
  const [input, output] = [model.inputs[0]?.shape, model.outputs[0]?.shape];
  if (model.inputs.length !== 1 || model.outputs.length !== 1 || !input || !output) return null;
  if (!hasRank(input) || !hasRank(output) || input.length !== output.length || input.length < 3) return null;
  const axes = spatialAxes(input, output);
  if (!axes) return null;
  const pairs = axes.map((axis) => [input[axis] as Dimension, output[axis] as Dimension] as const);
  if (!pairs.every(([a, b]) => isKnown(a) && isKnown(b))) return null;
  const sizes = pairs as (readonly [number, number])[];
  if (sizes.every(([a, b]) => a === b) || !sizes.every(([a, b]) => a < 2 * b && b < 2 * a)) return null;
  const calls = callsBehind(analysis, model.outputs);
  return shrinksAndGrows(calls, sizes, axes) ? { model, input, output, calls } : null;
}

/** The axes between batch and channels, where the channels of both agree. */
function spatialAxes(input: readonly Dimension[], output: readonly Dimension[]): number[] | null {
  const last = input.length - 1;
  const agree = (axis: number) => sameToKeras(input[axis] as Dimension, output[axis] as Dimension);
  const inner = Array.from({ length: last - 1 }, (_, i) => i + 1);
  if (agree(last)) return inner;
  return agree(1) ? inner.map((axis) => axis + 1) : null;
}

/** Whether some tensor on the way is much smaller than both ends. */
function shrinksAndGrows(
  calls: readonly Observation[],
  sizes: readonly (readonly [number, number])[],
  axes: readonly number[],
): boolean {
  return calls.some((call) =>
    tensorsOf(call.output).some(({ shape }) => {
      if (!hasRank(shape)) return false;
      return axes.every((axis, i) => {
        const size = shape[axis];
        const [before, after] = sizes[i] as readonly [number, number];
        return size !== undefined && isKnown(size) && size * 2 <= Math.min(before, after) + 1;
      });
    }),
  );
}

function problemOf(miss: Miss, analysis: Analysis): Problem {
  const { model, input, output, calls } = miss;
  const isSmaller = isLess(output, input);
  const losses = isSmaller ? lossesAmong(analysis, calls) : [];
  const roundings = isSmaller ? [] : roundingsAmong(analysis, calls);
  const first = [...losses].sort((a, b) => Number(b.isPlain) - Number(a.isPlain))[0] ?? roundings[0];
  return {
    code,
    severity: isMeant(miss, analysis) ? 'warning' : 'information',
    span: first?.span ?? model.span,
    what: `the model's output is \`${formatShape(output)}\`, and its input is \`${formatShape(input)}\``,
    why: first && (isSmaller ? lossText(first) : roundingText(first)),
    next: isSmaller
      ? 'keep the size there, or pad the output'
      : 'choose an input size that divides by all strides, or crop the output',
    related: [
      ...(first ? [{ span: model.span, message: 'the model is made here' }] : []),
      ...losses
        .filter((loss) => loss !== first)
        .slice(0, 4)
        .map(relatedLoss),
    ],
    fixes: isSmaller ? paddingIdeas(analysis, losses) : shrinkingIdeas(analysis, calls),
  };
}

function isLess(a: readonly Dimension[], b: readonly Dimension[]): boolean {
  return a.every((size, i) => !isKnown(size) || !isKnown(b[i] as Dimension) || size <= (b[i] as number));
}

function roundingText({ observation, before, after }: Loss): string {
  return `${observation.callee} rounds ${before} up to ${after} steps, which grow to more than ${before} again`;
}

/** Plain convolutions that keep the size, one of which may be meant to shrink: the old trick of 16→14→28. */
function shrinkingIdeas(analysis: Analysis, calls: readonly Observation[]): FixIdea[] {
  const ideas: FixIdea[] = [];
  for (const call of calls) {
    const found = layerCall(call);
    const bound = argumentsOf(call.instance);
    const padding = bound?.get('padding')?.value;
    if (!found || !/^Conv\dD$/.test(call.callee) || padding?.kind !== 'str' || padding.value !== 'same') continue;
    const edit = setArgument(analysis, found, 'padding', '"valid"', bound);
    const line = edit && analysis.lines.position(edit.start).line + 1;
    if (edit) ideas.push({ title: `Use \`padding="valid"\` in line ${line}`, edits: [edit] });
    if (ideas.length === 4) break;
  }
  return ideas;
}

const NAMES = /auto_?enc|(?:^|_)(?:[vcd]?ae|unet|u_net)(?:_|\d|$)|denois|reconstr|decoded/i;

/** Whether names of the program say that the output is to be the input again. */
function isMeant({ model }: Miss, analysis: Analysis): boolean {
  const outputs = analysis.trace.bindings.filter(
    ({ value }) => value.kind === 'tensor' && model.outputs.includes(value),
  );
  return [...model.variables, model.name ?? '', ...outputs.map(({ name }) => name)].some((name) => NAMES.test(name));
}
