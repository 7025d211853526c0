/**
 * What must hold of open sizes for a call to pass: that windows leave something, that the inputs of a merge agree, and
 * what else the layer's own rule refuses.
 */
import { termsOf } from '../catalogue/keras/calling/graph';
import { takes } from '../catalogue/keras/calling/takes';
import { layerState } from '../graph/layer';
import { modelState } from '../graph/model';
import type { Network } from '../graph/network';
import { type Node, operationClass } from '../graph/node';
import type { Observation } from '../interpreter/trace';
import { type Dimension, inTermsOf, isDynamic, isKnown, product, surelyEqual } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import { evaluate, symbolsIn } from '../shapes/symbolic';
import { keptWith } from '../values/once';
import { TensorValue } from '../values/tensor';
import { type InstanceValue, tuple, type Value } from '../values/value';
import type { Analysis } from './analysis';
import { argumentsOf, definitionOf, tensorsOf } from './observed';

/** Sizes by the keys of their symbols. */
export type Sizes = ReadonlyMap<string, number>;

export interface Condition {
  /** The call that fails otherwise. */
  readonly observation: Observation;
  /** A size that a window leaves, two that are merged, or whatever the call refuses. */
  readonly kind: 'window' | 'merge' | 'call';
  /** Whether each size takes a question to the layer's rule. */
  readonly isAsked?: boolean;
  /** Those that a person is told of: two where they are merged. */
  readonly sizes: readonly Dimension[];
  /** The keys of the symbols that it is about. */
  readonly symbols: ReadonlySet<string>;
  /** The same for conditions that are the same. */
  readonly key: string;
  /** Undefined where it cannot be told. */
  readonly holds: (sizes: Sizes) => boolean | undefined;
}

const ELEMENTWISE_OPS =
  /^(?:add|sub|subtract|mul|multiply|divide|truediv|true_divide|floordiv|floor_divide|mod|pow|power|maximum|minimum)$/;
/** Ops that take every size: of each element by itself, in another order, or all of an axis together. */
const SIMPLE_OPS =
  /^(?:neg|relu|relu6|leaky_relu|elu|gelu|silu|swish|sigmoid|tanh|softmax|softplus|softsign|exp|log|abs|absolute|negative|square|sqrt|rsqrt|cast|identity|stop_gradient|transpose|permute_dimensions|swapaxes|moveaxis|expand_dims|flip|reverse|roll|(?:reduce_)?(?:mean|sum|max|min|prod|any|all)|argmax|argmin|cumsum)$/;
const RESHAPING = /^(?:Reshape|reshape)$/;

/** Null where they are not known. */
export function conditionsOf(analysis: Analysis, observation: Observation): Condition[] | null {
  const { kind, inputs, instance, output } = observation;
  const outputs = tensorsOf(output);
  if (![...inputs, ...outputs].every(({ shape }) => hasRank(shape))) return null;
  const own = ownConditions(analysis, observation, outputs);
  if (!own) return null;
  // A size that comes from none of the inputs' is followed no further.
  const known = new Set(inputs.flatMap((tensor) => [...symbolsOf(tensor, 0)]));
  const isFollowed = outputs.every((tensor) => [...symbolsOf(tensor)].every((key) => known.has(key)));
  if (!isFollowed) return null;
  const isOfItsOwn = kind === 'op' || (kind === 'layer' && definitionOf(instance) !== null);
  const leaves = isOfItsOwn
    ? outputs.flatMap(({ shape }) =>
        (shape as readonly Dimension[])
          .slice(1)
          .filter(isDynamic)
          .map((size) => leaving(observation, size)),
      )
    : [];
  return [...leaves, ...own];
}

/** Symbols behind the batch, which is anything. */
export function symbolsOf({ shape }: TensorValue, from = 1): Set<string> {
  const keys = new Set<string>();
  if (!hasRank(shape)) return keys;
  for (const size of shape.slice(from)) if (isDynamic(size)) for (const key of symbolsIn(size.symbol)) keys.add(key);
  return keys;
}

function ownConditions(
  analysis: Analysis,
  observation: Observation,
  outputs: readonly TensorValue[],
): Condition[] | null {
  const { callee, kind, instance } = observation;
  if (RESHAPING.test(callee) && kind !== 'model') return sameCount(observation, outputs[0]);
  if (kind === 'op') {
    if (callee === 'getitem') return keepsOpenSizes(observation) ? [] : null;
    if (SIMPLE_OPS.test(callee)) return [];
    return ELEMENTWISE_OPS.test(callee) ? agreeing(observation, null) : null;
  }
  if (kind === 'model') {
    const network = instance && modelState(instance)?.network.value;
    // Without a graph its layers are called here, and seen; so are those of a Sequential.
    return network && !isSeenThrough(analysis, observation) ? withinModel(analysis, observation, network) : [];
  }
  const definition = definitionOf(instance);
  // What a layer of the program does is seen where it does it.
  if (!instance || !definition) return kind === 'layer' && instance && layerState(instance) ? [] : null;
  if (definition.openSizes === 'any' || isSelfAttention(observation)) return [];
  const given = argumentsOf(instance);
  if (definition.openSizes === 'held') return takesAnySize(given?.get('layer')?.value) ? [] : null;
  if (definition.openSizes === 'agreeing') {
    if (!definition.params.axis) return agreeing(observation, null);
    const axis = given?.get('axis')?.value;
    return axis?.kind === 'int' ? agreeing(observation, Number(axis.value)) : null;
  }
  return byTrial(analysis, observation, instance, outputs);
}

/** As many keys as values, whatever their number is: both are the same. */
function isSelfAttention({ callee, inputs }: Observation): boolean {
  return /Attention$/.test(callee) && new Set(inputs).size === 1;
}

const callsSeenThrough = keptWith(({ trace }: Analysis): ReadonlySet<unknown> => {
  const layers = trace.observations.filter(({ throughModel }) => throughModel);
  return new Set(layers.map((layer) => layer.site.node));
});

/** Whether the layers of a model are seen where it is called. */
function isSeenThrough(analysis: Analysis, { site }: Observation): boolean {
  return callsSeenThrough(analysis).has(site.node);
}

function takesAnySize(value: Value | undefined): boolean {
  return value?.kind === 'instance' && definitionOf(value)?.openSizes === 'any';
}

/** Whether a part that is taken has all axes, the open ones as they are. */
function keepsOpenSizes({ inputs, output }: Observation): boolean {
  const [from, to] = [inputs[0]?.shape, tensorsOf(output)[0]?.shape];
  if (!from || !to || !hasRank(from) || !hasRank(to) || from.length !== to.length) return false;
  return from.every((size, axis) => !isDynamic(size) || keyOf(size) === keyOf(to[axis] ?? 0));
}

// ---------------------------------------------------------------- kinds of conditions

function leaving(observation: Observation, size: Dimension): Condition {
  return {
    observation,
    kind: 'window',
    sizes: [size],
    symbols: keysIn([size]),
    key: keyOf(size),
    holds: (sizes) => {
      const left = sizeWith(size, sizes);
      return left === undefined ? undefined : left >= 1;
    },
  };
}

/** The sizes of the inputs that must agree: all, aligned at the last axis, or all but those of one axis. */
function agreeing(observation: Observation, except: number | null): Condition[] {
  const [first, ...others] = observation.inputs.map(({ shape }) => shape as readonly Dimension[]);
  if (!first) return [];
  return others.flatMap((other) => {
    const rank = Math.min(first.length, other.length);
    return Array.from({ length: rank }, (_, i) => i + 1).flatMap((back): Condition[] => {
      const [a, b] = [first[first.length - back], other[other.length - back]];
      const isBatch = back === first.length || back === other.length;
      const axis = first.length - back;
      const isJoined = except !== null && axis === (except < 0 ? except + first.length : except);
      if (a === undefined || b === undefined || isBatch || isJoined) return [];
      return isDynamic(a) || isDynamic(b) ? [merging(observation, a, b, except === null)] : [];
    });
  });
}

function merging(observation: Observation, a: Dimension, b: Dimension, broadcasts: boolean): Condition {
  return {
    observation,
    kind: 'merge',
    sizes: [a, b],
    symbols: keysIn([a, b]),
    key: `${keyOf(a)}=${keyOf(b)}${observation.callee}`,
    holds: (sizes) => {
      const [one, other] = [sizeWith(a, sizes), sizeWith(b, sizes)];
      if (one === undefined || other === undefined) return undefined;
      return one === other || (broadcasts && (one === 1 || other === 1));
    },
  };
}

/** Reshaping keeps the number of elements of each sample; null where samples are cut up or joined. */
function sameCount(observation: Observation, output: TensorValue | undefined): Condition[] | null {
  const [from, to] = [observation.inputs[0]?.shape, output?.shape];
  if (!from || !to || !hasRank(from) || !hasRank(to)) return null;
  const [batch, after] = [from[0], to[0]];
  if (batch === undefined || after === undefined || !surelyEqual(batch, after)) return null;
  const [before, now] = [product(from.slice(1)), product(to.slice(1))];
  if (keyOf(before) === keyOf(now)) return [];
  return [
    {
      observation,
      kind: 'call',
      sizes: [],
      symbols: keysIn([...from.slice(1), ...to.slice(1)]),
      key: `${keyOf(before)}→${keyOf(now)}`,
      holds: (sizes) => {
        const counts = [from, to].map((shape) =>
          shape.slice(1).reduce((count: number | undefined, size) => {
            const one = sizeWith(size, sizes);
            return count === undefined || one === undefined ? undefined : count * one;
          }, 1),
        );
        return counts.includes(undefined) ? undefined : counts[0] === counts[1];
      },
    },
  ];
}

/** What the layer's own rule says of each size. */
function byTrial(
  { trace }: Analysis,
  observation: Observation,
  instance: InstanceValue,
  [output]: readonly TensorValue[],
): Condition[] | null {
  if (!output) return null;
  const symbols = new Set(observation.inputs.flatMap((tensor) => [...symbolsOf(tensor)]));
  const answers = answersOf(observation);
  const holds = (sizes: Sizes): boolean | undefined => {
    const key = [...symbols].map((symbol) => sizes.get(symbol)).join();
    if (!answers.has(key))
      answers.set(
        key,
        takes(instance, output, (tensor) => resized(tensor, sizes), trace.generation),
      );
    return answers.get(key);
  };
  const key = `${observation.callee} ${keysOf(observation)}`;
  return [{ observation, kind: 'call', isAsked: true, sizes: [], symbols, key, holds }];
}

/** What was asked before of a call that is still the same. */
const answered = new WeakMap<Observation, Map<string, boolean | undefined>>();

function answersOf(observation: Observation): Map<string, boolean | undefined> {
  const known = answered.get(observation) ?? new Map<string, boolean | undefined>();
  answered.set(observation, known);
  return known;
}

function resized(tensor: TensorValue, sizes: Sizes): TensorValue {
  if (!hasRank(tensor.shape)) return tensor;
  return new TensorValue({ ...tensor, shape: tensor.shape.map((size) => sizeWith(size, sizes) ?? size) });
}

/** What must hold of the sizes that a model's own inputs stand for, and that those it has fixed are given. */
function withinModel(analysis: Analysis, observation: Observation, network: Network): Condition[] | null {
  const given = termsOf(network, observation.inputs);
  const conditions: Condition[] = [];
  for (const [index, reference] of network.inputs.entries()) {
    const [own, taken] = [reference.shape, observation.inputs[index]?.shape];
    if (!hasRank(own) || !taken || !hasRank(taken) || own.length !== taken.length) return null;
    for (const [axis, size] of own.entries()) {
      const outer = taken[axis] as Dimension;
      if (axis > 0 && isDynamic(outer) && isKnown(size)) conditions.push(merging(observation, outer, size, false));
    }
  }
  const inside = (sizes: Sizes): Sizes =>
    new Map(
      [...given].flatMap(([key, outer]) => {
        const size = sizeWith(outer, sizes);
        return size === undefined ? [] : [[key, size] as const];
      }),
    );
  for (const node of network.nodesByDepth.flat()) {
    if (node.isInput) continue;
    const own = conditionsOf(analysis, analysis.sites.observationOf(node) ?? calledIn(observation, node));
    if (!own) return null;
    for (const condition of own) {
      const outer = [...condition.symbols].map((key) => given.get(key));
      if (outer.includes(undefined)) return null;
      conditions.push({
        ...condition,
        sizes: condition.sizes.map((size) => inTermsOf(size, given)),
        symbols: keysIn(outer as Dimension[]),
        key: `${keysOf(observation)} ${condition.key}`,
        holds: (sizes) => condition.holds(inside(sizes)),
      });
    }
  }
  return conditions;
}

/** A call inside of a model that was not seen being made, as those of `keras.applications`: it stands where the model's does. */
function calledIn(observation: Observation, { operation, inputs, result, outputs }: Node): Observation {
  const call =
    operation.kind === 'op'
      ? { kind: 'op' as const, callee: operationClass(operation).toLowerCase(), instance: null }
      : {
          kind: modelState(operation) ? ('model' as const) : ('layer' as const),
          callee: operation.cls.name,
          instance: operation,
        };
  return { ...observation, ...call, inputs, output: result ?? tuple(outputs) };
}

// ---------------------------------------------------------------- sizes

export function keyOf(size: Dimension): string {
  return isDynamic(size) ? size.symbol.key : isKnown(size) ? String(size) : '?';
}

function keysOf({ inputs }: Observation): string {
  return inputs.map(({ shape }) => (hasRank(shape) ? shape.slice(1).map(keyOf).join() : '?')).join(';');
}

function keysIn(sizes: readonly Dimension[]): Set<string> {
  return new Set(sizes.flatMap((size) => (isDynamic(size) ? [...symbolsIn(size.symbol)] : [])));
}

function sizeWith(size: Dimension, sizes: Sizes): number | undefined {
  if (isKnown(size)) return size;
  return isDynamic(size) ? evaluate(size.symbol, sizes) : undefined;
}
