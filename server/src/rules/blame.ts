/** Which layers lost (or won) pixels on the way to a tensor. */
import type { Analysis } from '../analysis/analysis';
import { layerCall, setArgument } from '../analysis/arguments';
import { sizeChange } from '../analysis/changes';
import { argumentsOf, tellingDefaults, windowOf } from '../analysis/observed';
import type { Observation } from '../interpreter/trace';
import { type Dimension, isKnown } from '../shapes/dimension';
import type { Span } from '../text/span';
import type { Producer, TensorValue } from '../values/tensor';
import type { FixIdea, RelatedPlace } from './rule';

/** The calls behind a tensor, the nearest first. */
export function callsBehind(analysis: Analysis, tensors: readonly TensorValue[]): Observation[] {
  const seen = new Set<Producer>();
  const enter = (tensor: TensorValue): void => {
    const producer = tensor.producer;
    if (!producer || seen.has(producer)) return;
    seen.add(producer);
    for (const input of producer.inputs) enter(input);
  };
  for (const tensor of tensors) enter(tensor);
  return [...seen].sort((a, b) => b.id - a.id).flatMap((producer) => analysis.sites.observationOf(producer) ?? []);
}

/** Calls that lead to one of two tensors and not to the other. */
export function callsBehindOne(analysis: Analysis, a: TensorValue, b: TensorValue): Observation[] {
  const behindA = new Set(callsBehind(analysis, [a]));
  const behindB = new Set(callsBehind(analysis, [b]));
  return [...behindA, ...behindB].filter((call) => behindA.has(call) !== behindB.has(call));
}

/** A window layer whose size is what it is because `padding` was left out. */
export interface Loss {
  readonly observation: Observation;
  readonly before: string;
  readonly after: string;
  /** Where the layer is made, or else called. */
  readonly span: Span;
  /** Whether it moves by single steps: it shrinks only because of what it lost at the borders. */
  readonly isPlain: boolean;
}

export function lossesAmong(analysis: Analysis, calls: readonly Observation[]): Loss[] {
  return calls.flatMap((observation) => {
    const window = windowOf(observation);
    const change = window && sizeChange(window);
    if (!change || !tellingDefaults(observation).some((note) => note.parameter === 'padding')) return [];
    const span = placeOf(analysis, observation);
    if (!span) return [];
    return [{ observation, ...change, span, isPlain: window.strides.every((stride) => stride === 1) }];
  });
}

/** A window layer that rounded a size up, so that doubling it later gives more than there was. */
export function roundingsAmong(analysis: Analysis, calls: readonly Observation[]): Loss[] {
  return calls.flatMap((observation) => {
    const window = windowOf(observation);
    const change = window && sizeChange(window);
    const span = change && placeOf(analysis, observation);
    if (!change || !span) return [];
    const isRounded = window.before.some((size, axis) => {
      const stride = window.strides[axis] as Dimension;
      const after = window.after[axis] as Dimension;
      return isKnown(size) && isKnown(stride) && isKnown(after) && stride > 1 && after * stride > size;
    });
    return isRounded ? [{ observation, ...change, span, isPlain: false }] : [];
  });
}

function placeOf(analysis: Analysis, { constructed, site }: Observation): Span | null {
  return (constructed && analysis.span(constructed.place)) ?? analysis.span(site.place);
}

/** Where the tensors of a call come from: each with its shape, or its type. */
export function origins(
  analysis: Analysis,
  tensors: readonly TensorValue[],
  tell: (tensor: TensorValue) => string,
): RelatedPlace[] {
  return [...new Set(tensors)].slice(0, 4).flatMap((tensor) => {
    const made = tensor.producer && analysis.sites.observationOf(tensor.producer);
    const span = made && placeOf(analysis, made);
    return span ? [{ span, message: `${tell(tensor)} comes from here` }] : [];
  });
}

export function lossText({ observation, before, after, isPlain }: Loss): string {
  const verb = isPlain ? 'shrinks' : 'rounds';
  return `missing \`padding="same"\` ${verb} ${before}→${after} in ${observation.callee}`;
}

export function relatedLoss(loss: Loss): RelatedPlace {
  return { span: loss.span, message: lossText(loss) };
}

/** Ideas to keep what was lost: one for each layer, and one for all of them together. */
export function paddingIdeas(analysis: Analysis, losses: readonly Loss[]): FixIdea[] {
  const edits = losses.flatMap(({ observation }) => {
    const found = layerCall(observation);
    const bound = argumentsOf(observation.instance);
    return (found && setArgument(analysis, found, 'padding', '"same"', bound)) ?? [];
  });
  const distinct = edits.filter((edit, i) => edits.findIndex((other) => other.start === edit.start) === i);
  const where = (offset: number) => `line ${analysis.lines.position(offset).line + 1}`;
  const single = distinct.map((edit) => ({
    title: distinct.length === 1 ? 'Add `padding="same"`' : `Add \`padding="same"\` in ${where(edit.start)}`,
    edits: [edit],
  }));
  if (distinct.length < 2) return single;
  const all = { title: `Add \`padding="same"\` in ${distinct.length} layers`, edits: distinct };
  return [...single.slice(0, 3), all];
}
