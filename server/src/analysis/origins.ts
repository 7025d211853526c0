/**
 * Where a size of a tensor comes from: the argument that says it, the `Input` it was passed on from, or
 * the call that makes it. Layers are asked again with one thing at a time not known: what is not known
 * then depends on it.
 */
import { inGeneration } from '../catalogue/define-layer';
import { DeclaredState } from '../catalogue/keras/declared-state';
import { baseKeywords } from '../catalogue/keras/layer-init';
import { ask, type CallSettings, type Construction, construct } from '../catalogue/layer-call';
import type { Observation } from '../interpreter/trace';
import type { Call, Expression } from '../python/ast';
import { type Dimension, formatDimension, isUnknown, sameToKeras, unknownDimension } from '../shapes/dimension';
import { type Reason, reason } from '../shapes/reason';
import { hasRank } from '../shapes/shape';
import type { Span } from '../text/span';
import type { BoundArgument } from '../values/arguments';
import { TensorValue } from '../values/tensor';
import { tuple, unknown, type Value } from '../values/value';
import type { Analysis } from './analysis';
import { callAt, layerCall, writtenArgument } from './arguments';
import { tensorsOf } from './observed';
import { placeToShow, spanOf } from './sites';

export interface Origin {
  readonly span: Span;
  /** `filters` of Conv2D; plain text with Markdown code spans. */
  readonly text: string;
}

/** A size of a tensor. */
interface Size {
  readonly tensor: TensorValue;
  readonly axis: number;
}

const MOST_STEPS = 5000;

/** Null where it does not come from this document, or is not followed. */
export function originOf(analysis: Analysis, tensor: TensorValue, axis: number): Origin | null {
  let at: Size = { tensor, axis };
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const observation = at.tensor.producer ? analysis.sites.observationOf(at.tensor.producer) : undefined;
    if (!observation) return null;
    const step = stepBack(analysis, observation, at);
    if (step === null || 'span' in step) return step;
    at = step;
  }
  return null;
}

function stepBack(analysis: Analysis, observation: Observation, size: Size): Size | Origin | null {
  if (observation.kind === 'input') return inputOrigin(analysis, observation, size);
  const probe = layerProbe(analysis, observation, size);
  if (probe) {
    const from = probe.dependsOn();
    if (from && isSame(from, size)) return from;
    return argumentOrigin(analysis, observation, probe) ?? callOrigin(analysis, observation);
  }
  const same = observation.inputs
    .map((tensor) => ({ tensor, axis: size.axis }))
    .find((input) => rankOf(input.tensor) === rankOf(size.tensor) && isSame(input, size));
  return same ?? callOrigin(analysis, observation);
}

function isSame(a: Size, b: Size): boolean {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return one !== undefined && other !== undefined && sameToKeras(one, other);
}

function sizeOf({ tensor, axis }: Size): Dimension | undefined {
  return hasRank(tensor.shape) ? tensor.shape[axis] : undefined;
}

function rankOf({ shape }: TensorValue): number | null {
  return hasRank(shape) ? shape.length : null;
}

function callOrigin(analysis: Analysis, observation: Observation): Origin | null {
  const span = analysis.span(placeToShow(observation, analysis).place);
  return span && { span, text: `from ${observation.callee}${lineText(analysis, span)}` };
}

function lineText(analysis: Analysis, span: Span): string {
  return ` in line ${analysis.lines.position(span.start).line + 1}`;
}

// ---------------------------------------------------------------- inputs

/** The argument of `Input` that says a size, or the call itself. */
function inputOrigin(analysis: Analysis, observation: Observation, { axis, tensor }: Size): Origin | null {
  const site = placeToShow(observation, analysis);
  const call = callAt(site)?.call;
  const rank = rankOf(tensor) ?? 0;
  const argument = call && shapeArgument(call, axis, rank);
  const span = analysis.span(argument ? { ...site.place, start: argument.start, end: argument.end } : site.place);
  return span && { span, text: `from ${observation.callee}${lineText(analysis, span)}` };
}

function shapeArgument(call: Call, axis: number, rank: number): Expression | null {
  const keyword = (name: string) => call.keywords.find(({ arg }) => arg === name)?.value;
  const whole = keyword('batch_shape') ?? keyword('batch_input_shape');
  if (whole) return elementOf(whole, axis, rank);
  if (axis === 0) return keyword('batch_size') ?? null;
  const shape = keyword('shape') ?? keyword('input_shape') ?? call.args.find(({ kind }) => kind !== 'Starred');
  return shape ? elementOf(shape, axis - 1, rank - 1) : null;
}

/** An element of a tuple that is written out, else the whole expression. */
function elementOf(expression: Expression, index: number, length: number): Expression {
  if (expression.kind !== 'Tuple' && expression.kind !== 'List') return expression;
  const { elements } = expression;
  if (elements.length !== length || elements.some(({ kind }) => kind === 'Starred')) return expression;
  return elements[index] ?? expression;
}

// ---------------------------------------------------------------- layers, asked again

interface Probe {
  /** The first size of an input that the size depends on. */
  dependsOn(): Size | null;
  /** Whether it depends on an argument's value, as another one in its place tells. */
  changesWith(parameter: string, other: Value): boolean;
  readonly bound: ReadonlyMap<string, BoundArgument>;
}

function layerProbe(analysis: Analysis, observation: Observation, size: Size): Probe | null {
  const state = observation.instance?.payload;
  const made = state instanceof DeclaredState ? state.construction.value : null;
  if (!(state instanceof DeclaredState) || !made || made.failure) return null;
  const generation = analysis.trace.generation;
  const definition = inGeneration(state.definition, generation);
  if (definition.evaluate || !observation.inputs.every((tensor) => hasRank(tensor.shape))) return null;
  const output = tensorsOf(observation.output).indexOf(size.tensor);
  const settings: CallSettings = {
    generation,
    imageDataFormat: 'channels_last',
    dtype: state.dtype,
    keywords: new Map(),
  };
  const sizeFor = (construction: Construction, inputs: readonly TensorValue[]): Dimension | undefined => {
    const shape = shapesOf(ask(definition, construction, inputs, settings).output)[output];
    return shape && (hasRank(shape) ? shape[size.axis] : unknownDimension(shape.reason));
  };
  return {
    bound: made.bound,
    dependsOn: () => {
      const marks = new Map<Reason, Size>();
      const inputs = observation.inputs.map((tensor) => withUnknownSizes(tensor, marks));
      const found = sizeFor(made, inputs);
      return found !== undefined && isUnknown(found) ? (marks.get(found.reason) ?? null) : null;
    },
    changesWith: (parameter, other) => {
      const written = [...made.bound].filter(([, { source }]) => source.from !== 'default');
      const keywords = new Map(written.map(([name, { value }]) => [name, name === parameter ? other : value]));
      const given = { positional: [], keywords: new Map([...made.base, ...keywords]), uncertain: null };
      const changed = construct(definition, given, settings, baseKeywords(generation));
      if (changed.failure) return false;
      const found = sizeFor(changed, observation.inputs);
      return found !== undefined && isUnknown(found);
    },
  };
}

function withUnknownSizes(tensor: TensorValue, marks: Map<Reason, Size>): TensorValue {
  const shape = hasRank(tensor.shape) ? tensor.shape : [];
  return new TensorValue({
    library: tensor.library,
    symbolic: tensor.symbolic,
    dtype: tensor.dtype,
    shape: shape.map((_, axis) => {
      const mark = reason(`size ${axis}`);
      marks.set(mark, { tensor, axis });
      return unknownDimension(mark);
    }),
  });
}

function shapesOf(output: ReturnType<typeof ask>['output']): readonly TensorValue['shape'][] {
  if (!('type' in output)) return ['shape' in output ? output.shape : output];
  return (output.type === 'dict' ? Object.values(output.items) : output.items).flatMap(shapesOf);
}

/** The first written argument that the size depends on. */
function argumentOrigin(analysis: Analysis, observation: Observation, probe: Probe): Origin | null {
  const found = layerCall(observation);
  if (!found) return null;
  const open = unknown(reason('it is asked without'));
  for (const [parameter, { value, source }] of probe.bound) {
    if (source.from === 'default' || !probe.changesWith(parameter, open)) continue;
    const written = writtenArgument(found.call, parameter, probe.bound);
    if (!written) continue;
    const node = partOf('arg' in written ? written.value : written, value, (other) =>
      probe.changesWith(parameter, other),
    );
    const span = spanOf(analysis, found.site, node);
    if (span) return { span, text: `\`${parameter}\` of ${observation.callee}${lineText(analysis, span)}` };
  }
  return null;
}

/** The element of a tuple that matters, where the tuple is written out. */
function partOf(node: Expression, value: Value, matters: (other: Value) => boolean): Expression {
  if ((node.kind !== 'Tuple' && node.kind !== 'List') || value.kind !== 'tuple') return node;
  const { items } = value;
  if (items.length !== node.elements.length) return node;
  const open = unknown(reason('it is asked without'));
  const index = items.findIndex((_, i) => matters(tuple(items.map((item, j) => (i === j ? open : item)))));
  return node.elements[index] ?? node;
}

/** `16` as a person reads it in a tooltip. */
export function sizeText(tensor: TensorValue, axis: number): string {
  const size = sizeOf({ tensor, axis });
  return size === undefined ? '?' : formatDimension(size);
}
