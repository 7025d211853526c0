/** One call as a box of the graph. */
import type { Analysis } from '../../analysis/analysis';
import { argumentsOf, definitionOf, tensorsOf } from '../../analysis/observed';
import { placeToShow } from '../../analysis/sites';
import { describe } from '../../catalogue/params';
import { layerState } from '../../graph/layer';
import { memoryOf } from '../../graph/memory';
import { isModel } from '../../graph/model';
import { countParameters, weightsOf } from '../../graph/weights';
import type { Observation } from '../../interpreter/trace';
import { isDynamic, isKnown } from '../../shapes/dimension';
import { bytesOf } from '../../shapes/dtype';
import { formatShape, hasRank } from '../../shapes/shape';
import type { Span } from '../../text/span';
import type { TensorValue } from '../../values/tensor';
import type { InstanceValue, Value } from '../../values/value';
import type { GraphNode, GraphNodeKind } from './graph';

/** A call, from a network's node or from what was observed. */
export interface GraphCall {
  readonly instance: InstanceValue | null;
  readonly class: string;
  readonly name: string | null;
  readonly outputs: readonly TensorValue[];
  readonly observation: Observation | undefined;
  /** Where it stands when nothing was observed of it. */
  readonly fallback: Span | null;
}

/** Longer arguments are cut: they stand in the code. */
const MOST_ARGUMENTS = 80;

/** A box without problems and without what is inside. */
export function boxOf(analysis: Analysis, call: GraphCall, id: string, shared: boolean): GraphNode {
  const { instance, outputs } = call;
  const weights = instance && weightsOf(instance);
  const numbers = outputs.map(numbersOf);
  const bytes = outputs.map(({ dtype }, i) => times(numbers[i] ?? null, bytesOf(dtype)));
  return {
    id,
    kind: kindOf(call),
    class: call.class,
    name: call.name,
    family: familyOf(instance),
    arguments: argumentsText(analysis, call),
    span: spanOf(analysis, call),
    outputs: outputs.map(({ shape }) => formatShape(shape)),
    dtype: outputs[outputs.length - 1]?.dtype ?? null,
    activations: sum(numbers),
    activationBytes: sum(bytes),
    parameters: instance ? countParameters(instance) : 0,
    parameterBytes: weights ? memoryOf(weights) : instance ? null : 0,
    trainable: instance ? layerState(instance)?.trainable.value !== false : true,
    shared,
    problems: [],
    inner: null,
  };
}

/** The box of an observed call. */
export function callOf(observation: Observation): GraphCall {
  const { instance, callee, output } = observation;
  return {
    instance,
    class: instance?.cls.name ?? (observation.kind === 'input' ? 'InputLayer' : callee),
    name: (instance && layerState(instance)?.name.value) ?? null,
    outputs: tensorsOf(output),
    observation,
    fallback: null,
  };
}

function kindOf({ instance, class: name }: GraphCall): GraphNodeKind {
  if (name === 'InputLayer') return 'input';
  if (!instance) return 'op';
  return isModel(instance) ? 'model' : 'layer';
}

/** `api/layers/convolution_layers/conv2d/` is a `convolution`. */
function familyOf(instance: InstanceValue | null): string | null {
  const section = /^api\/layers\/(\w+?)_layers\//.exec(definitionOf(instance)?.docs ?? '')?.[1];
  return section ?? null;
}

/** The arguments that are given, with their values: what `filters` is in a helper changes from call to call. */
function argumentsText(analysis: Analysis, { instance, observation, class: name }: GraphCall): string {
  const bound = argumentsOf(instance);
  if (bound) {
    const given = [...bound].filter(([parameter, { source }]) => source.from !== 'default' && parameter !== 'name');
    const texts = given.map(([parameter, { value, source }]) =>
      source.from === 'positional' ? valueText(value) : `${parameter}=${valueText(value)}`,
    );
    return cut(texts.join(', '));
  }
  const site = observation?.constructed ?? (name === 'InputLayer' ? observation?.site : null);
  if (site?.node.kind !== 'Call') return '';
  const { func, closing } = site.node;
  const text = analysis.textAt({ ...site.place, start: func.end, end: closing });
  return cut(
    text
      .replace(/^\s*\(/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function valueText(value: Value): string {
  return isPlain(value) ? describe(value) : '…';
}

function isPlain(value: Value): boolean {
  if (value.kind === 'tuple') return value.items.every(isPlain);
  if (value.kind === 'list') return !value.uncertain && value.items.every(isPlain);
  return ['None', 'bool', 'int', 'float', 'str'].includes(value.kind);
}

function cut(text: string): string {
  return text.length > MOST_ARGUMENTS ? `${text.slice(0, MOST_ARGUMENTS - 1)}…` : text;
}

/** The call in this document; for one inside another file, the line here that led there. */
function spanOf(analysis: Analysis, { observation, fallback }: GraphCall): Span | null {
  if (!observation) return fallback;
  const own = analysis.span(placeToShow(observation, analysis).place);
  if (own) return own;
  for (const { call } of [...observation.context].reverse()) {
    const span = call && analysis.span(call);
    if (span) return span;
  }
  return fallback;
}

/** Numbers of one sample: the batch, where it is left open, counts as one. */
function numbersOf({ shape }: TensorValue): number | null {
  if (!hasRank(shape)) return null;
  let numbers = 1;
  for (const [axis, size] of shape.entries()) {
    if (isKnown(size)) numbers *= size;
    else if (axis > 0 || !isDynamic(size)) return null;
  }
  return numbers;
}

function times(a: number | null, b: number | undefined): number | null {
  return a === null || b === undefined ? null : a * b;
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((total, one) => (total === null || one === null ? null : total + one), 0);
}
