/**
 * Which sizes an `Input` with open axes may have: those for which every window leaves something and
 * the inputs of every merge agree, as Keras would say of the program with that size in place of `None`.
 *
 * Sizes are expressions of the input's own (`⌊h/2⌋`), so each is put in and looked at. Where a layer is
 * behind the input whose conditions are not known here, nothing is said.
 */
import type { Observation } from '../interpreter/trace';
import { type Dimension, isDynamic, isKnown } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import { evaluate, symbolsIn } from '../shapes/symbolic';
import type { Span } from '../text/span';
import type { TensorValue } from '../values/tensor';
import type { Analysis } from './analysis';
import { argumentsOf, tensorsOf } from './observed';

/** Sizes `first`, `first + step`, …; with a step of 1 all from `first` on. */
export interface SizeSeries {
  readonly first: number;
  readonly step: number;
  /** Smaller ones that fit by chance: 1 goes with everything where sizes are broadcast. */
  readonly also: readonly number[];
}

/** Whether a size is one of a series. */
export function isIn({ first, step, also }: SizeSeries, size: number): boolean {
  return (size >= first && (size - first) % step === 0) || also.includes(size);
}

export interface OpenAxis {
  /** What people call it: `h`. */
  readonly name: string;
  readonly key: string;
  readonly input: Observation;
  readonly tensor: TensorValue;
  readonly axis: number;
  /** Null where nothing is to be said: any size will do, or it is not known. */
  readonly series: SizeSeries | null;
  /** What does not hold for every size. */
  readonly conditions: readonly Condition[];
}

/** Something that must hold of an open size. */
export interface Condition {
  readonly observation: Observation;
  /** A size that must be at least 1, or two that must agree. */
  readonly sizes: readonly [Dimension] | readonly [Dimension, Dimension];
  /** Whether 1 agrees with everything. */
  readonly broadcasts: boolean;
}

/** Sizes up to this are looked at. */
const LIMIT = 600;
/** So many members of a series must be seen before it is told. */
const LEAST_SEEN = 3;
/** So many small sizes may fit that are none of the series. */
const MOST_BY_CHANCE = 2;

const found = new WeakMap<Analysis, OpenAxis[]>();

export function openAxes(analysis: Analysis): readonly OpenAxis[] {
  const known = found.get(analysis) ?? findOpenAxes(analysis);
  found.set(analysis, known);
  return known;
}

/** Those of the inputs in a stretch of the document; where it has none, nothing else is looked at. */
export function openAxesIn(analysis: Analysis, range: Span): readonly OpenAxis[] {
  const items = new Set<object>(analysis.itemsIn(range));
  const isHere = ({ kind, site }: Observation) => kind === 'input' && items.has(site.place.item);
  const inputs = [...items].flatMap((item) => analysis.trace.in(item).observations.filter(isHere));
  if (!inputs.some((input) => openAxesOf(input).length > 0)) return [];
  return openAxes(analysis).filter(({ input }) => isHere(input));
}

/** The sizes for which the conditions of one call hold, by the axes that they are about. */
export function seriesOfCall(
  analysis: Analysis,
  observation: Observation,
): { axis: OpenAxis; condition: Condition; series: SizeSeries }[] {
  return openAxes(analysis).flatMap((axis) =>
    axis.conditions
      .filter((condition) => condition.observation === observation && condition.sizes.length === 2)
      .slice(0, 1)
      .flatMap((condition) => {
        const series = seriesFor(axis.key, [condition]);
        return series ? [{ axis, condition, series }] : [];
      }),
  );
}

function findOpenAxes(analysis: Analysis): OpenAxis[] {
  const axes = analysis.trace.observations.flatMap((input) => (input.kind === 'input' ? openAxesOf(input) : []));
  if (axes.length === 0 || analysis.trace.cut) return [];
  const byKey = new Map<string, Condition[]>();
  const unclear = new Set<string>();
  for (const observation of analysis.trace.observations) {
    if (observation.kind === 'input') continue;
    const keys = new Set(observation.inputs.flatMap((tensor) => [...symbolsOf(tensor)]));
    if (keys.size === 0) continue;
    const conditions = observation.assumed ? null : conditionsOf(observation);
    if (!conditions) for (const key of keys) unclear.add(key);
    for (const condition of conditions ?? []) {
      const symbols = new Set(condition.sizes.flatMap((size) => (isDynamic(size) ? [...symbolsIn(size.symbol)] : [])));
      // One that is about several open sizes says how they go together, which is not told.
      const [key] = symbols.size === 1 ? symbols : [];
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), condition]);
    }
  }
  return axes.map((axis) => {
    const conditions = distinct(byKey.get(axis.key) ?? []);
    const series = unclear.has(axis.key) ? null : seriesFor(axis.key, conditions);
    return { ...axis, series, conditions };
  });
}

/** Axes behind the batch that are left open by a name of their own. */
function openAxesOf(input: Observation): Omit<OpenAxis, 'series' | 'conditions'>[] {
  return tensorsOf(input.output).flatMap((tensor) => {
    if (!hasRank(tensor.shape)) return [];
    return tensor.shape.flatMap((size, axis) =>
      axis > 0 && isDynamic(size) && size.symbol.op === 'symbol'
        ? [{ name: size.symbol.name, key: size.symbol.key, input, tensor, axis }]
        : [],
    );
  });
}

function symbolsOf({ shape }: TensorValue): Set<string> {
  const keys = new Set<string>();
  if (!hasRank(shape)) return keys;
  // The batch is anything.
  for (const size of shape.slice(1)) if (isDynamic(size)) for (const key of symbolsIn(size.symbol)) keys.add(key);
  return keys;
}

// ---------------------------------------------------------------- what must hold

/** Layers that take every size, or every size that leaves something of it. */
const SIMPLE =
  /^(?:(?:Separable|Depthwise)?Conv\dD(?:Transpose)?|(?:Global)?(?:Max|Average)Pool(?:ing)?\dD|UpSampling\dD|ZeroPadding\dD|Cropping\dD|Dense|Embedding|Masking|Activation|ReLU|LeakyReLU|ELU|Softmax|Dropout|SpatialDropout\dD|GaussianNoise|GaussianDropout|AlphaDropout|BatchNormalization|Rescaling|Resizing|Identity|LSTM|GRU|SimpleRNN)$/;
const ELEMENTWISE_LAYERS = /^(?:Add|Subtract|Multiply|Average|Maximum|Minimum)$/;
const ELEMENTWISE_OPS =
  /^(?:add|sub|subtract|mul|multiply|divide|truediv|true_divide|floordiv|floor_divide|mod|pow|power|maximum|minimum)$/;
const UNARY_OPS =
  /^(?:neg|relu|relu6|leaky_relu|elu|gelu|silu|swish|sigmoid|tanh|softplus|softsign|exp|log|abs|absolute|negative|square|sqrt|cast)$/;

/** Null where they are not known. */
function conditionsOf(observation: Observation): Condition[] | null {
  const { callee, kind, inputs, output } = observation;
  const outputs = tensorsOf(output);
  if (![...inputs, ...outputs].every(({ shape }) => hasRank(shape))) return null;
  const leaves = outputs.flatMap(({ shape }) =>
    (shape as readonly Dimension[])
      .slice(1)
      .filter(isDynamic)
      .map((size): Condition => ({ observation, sizes: [size], broadcasts: false })),
  );
  if (kind === 'op' && callee === 'getitem') return keepsOpenSizes(observation) ? leaves : null;
  if (kind === 'layer' ? SIMPLE.test(callee) : kind === 'op' && UNARY_OPS.test(callee)) return leaves;
  if (kind === 'layer' ? ELEMENTWISE_LAYERS.test(callee) : kind === 'op' && ELEMENTWISE_OPS.test(callee)) {
    return [...leaves, ...agreeing(observation, null)];
  }
  if (kind !== 'layer' || callee !== 'Concatenate') return null;
  const axis = argumentsOf(observation.instance)?.get('axis')?.value;
  return axis?.kind === 'int' ? [...leaves, ...agreeing(observation, Number(axis.value))] : null;
}

/** Whether a part that is taken has all axes, the open ones as they are. */
function keepsOpenSizes({ inputs, output }: Observation): boolean {
  const [from, to] = [inputs[0]?.shape, tensorsOf(output)[0]?.shape];
  if (!from || !to || !hasRank(from) || !hasRank(to) || from.length !== to.length) return false;
  return from.every((size, axis) => !isDynamic(size) || keyOf(size) === keyOf(to[axis] ?? 0));
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
      if (!isDynamic(a) && !isDynamic(b)) return [];
      return [{ observation, sizes: [a, b], broadcasts: except === null }];
    });
  });
}

function distinct(conditions: readonly Condition[]): Condition[] {
  const seen = new Map<string, Condition>();
  for (const condition of conditions) {
    const key =
      condition.sizes.map(keyOf).join('=') + (condition.sizes.length === 2 ? condition.observation.callee : '');
    if (!seen.has(key) && !isAlways(condition)) seen.set(key, condition);
  }
  return [...seen.values()];
}

function keyOf(size: Dimension): string {
  return isDynamic(size) ? size.symbol.key : isKnown(size) ? String(size) : '?';
}

function isAlways({ sizes: [a, b] }: Condition): boolean {
  return b === undefined ? isDynamic(a) && a.symbol.op === 'symbol' : keyOf(a) === keyOf(b);
}

// ---------------------------------------------------------------- for which sizes it holds

/** The sizes for which all hold, where they are a series; null where every size will do, or they are none. */
function seriesFor(key: string, conditions: readonly Condition[]): SizeSeries | null {
  if (conditions.length === 0) return null;
  const fitting: number[] = [];
  for (let size = 1; size <= LIMIT; size++) {
    const sizes = new Map([[key, size]]);
    const answers = conditions.map((condition) => holds(condition, sizes));
    if (answers.includes(undefined)) return null;
    if (!answers.includes(false)) fitting.push(size);
  }
  for (let skipped = 0; skipped <= MOST_BY_CHANCE; skipped++) {
    const [first, second] = fitting.slice(skipped);
    if (first === undefined || second === undefined || fitting.length - skipped < LEAST_SEEN) return null;
    const step = second - first;
    const isSeries = fitting.slice(skipped).every((size, i) => size === first + i * step);
    if (!isSeries || first + (fitting.length - skipped) * step <= LIMIT) continue;
    return step > 1 || first > 1 ? { first, step, also: fitting.slice(0, skipped) } : null;
  }
  return null;
}

/** The call that a size leaves nothing to, the first one. */
export function emptiedBy({ key, conditions }: OpenAxis, size: number): Observation | null {
  const sizes = new Map([[key, size]]);
  const found = conditions.find((condition) => condition.sizes.length === 1 && holds(condition, sizes) === false);
  return found?.observation ?? null;
}

function holds({ sizes: [a, b], broadcasts }: Condition, sizes: ReadonlyMap<string, number>): boolean | undefined {
  const one = sizeWith(a, sizes);
  if (one === undefined) return undefined;
  if (b === undefined) return one >= 1;
  const other = sizeWith(b, sizes);
  if (other === undefined) return undefined;
  return one === other || (broadcasts && (one === 1 || other === 1));
}

function sizeWith(size: Dimension, sizes: ReadonlyMap<string, number>): number | undefined {
  if (isKnown(size)) return size;
  return isDynamic(size) ? evaluate(size.symbol, sizes) : undefined;
}

/** `multiples of 16`, `at least 29`, `28, 44, 60, …`. */
export function seriesText({ first, step, also }: SizeSeries): string {
  const chance = also.length > 0 ? `, or ${also.join(', ')}` : '';
  if (step === 1) return `at least ${first}${chance}`;
  if (first % step !== 0) return `${[...also, first, first + step, first + 2 * step].join(', ')}, …`;
  return (first === step ? `multiples of ${step}` : `multiples of ${step} from ${first} on`) + chance;
}
