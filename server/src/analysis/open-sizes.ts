/**
 * Which sizes an `Input` with open axes may have: those for which every window leaves something and
 * the inputs of every merge agree, as Keras would say of the program with that size in place of `None`.
 *
 * Sizes are expressions of the input's own (`⌊h/2⌋`), so each is put in and looked at. Where a layer is
 * behind the input whose conditions are not known here, nothing is said.
 */
import type { Observation } from '../interpreter/trace';
import { isDynamic } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { Span } from '../text/span';
import { keptWith } from '../values/once';
import type { TensorValue } from '../values/tensor';
import type { Analysis } from './analysis';
import { tensorsOf } from './observed';
import { type Condition, conditionsOf, keyOf, symbolsOf } from './size-conditions';

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

/** Sizes up to this are looked at. */
const LIMIT = 600;
/** So far where each of them is a question to a layer's rule. */
const LIMIT_OF_QUESTIONS = 130;
/** So many members of a series must be seen before it is told. */
const LEAST_SEEN = 3;
/** So many small sizes may fit that are none of the series. */
const MOST_BY_CHANCE = 2;

export const openAxes: (analysis: Analysis) => readonly OpenAxis[] = keptWith(findOpenAxes);

/** Those of the inputs in a stretch of the document; where it has none, nothing else is looked at. */
export function openAxesIn(analysis: Analysis, range: Span): readonly OpenAxis[] {
  const items = new Set<object>(analysis.itemsIn(range));
  const isHere = ({ kind, site }: Observation) => kind === 'input' && items.has(site.place.item);
  const inputs = [...items].flatMap((item) => analysis.recordsOf(item).observations.filter(isHere));
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
      .filter((condition) => condition.observation === observation && condition.kind !== 'window')
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
    const conditions = observation.assumed ? null : conditionsOf(analysis, observation);
    if (!conditions) for (const key of keys) unclear.add(key);
    for (const condition of conditions ?? []) {
      const { symbols, kind } = condition;
      // One that is about several open sizes says how they go together, which is not told.
      const [key] = symbols.size === 1 ? symbols : [];
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), condition]);
      else if (kind === 'call' && symbols.size > 1 && !holdsOfSome(condition))
        for (const one of symbols) unclear.add(one);
    }
  }
  return axes.map((axis) => {
    const conditions = distinct(axis.key, byKey.get(axis.key) ?? []);
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

/** Each once, without those that always hold. */
function distinct(key: string, conditions: readonly Condition[]): Condition[] {
  const seen = new Map<string, Condition>();
  for (const condition of conditions)
    if (!seen.has(condition.key) && !isAlways(key, condition)) seen.set(condition.key, condition);
  return [...seen.values()];
}

function isAlways(key: string, { kind, sizes: [a, b], holds }: Condition): boolean {
  if (kind === 'window') return a !== undefined && isDynamic(a) && a.symbol.op === 'symbol';
  if (kind === 'merge') return a !== undefined && b !== undefined && keyOf(a) === keyOf(b);
  for (let size = 1; size <= LIMIT_OF_QUESTIONS; size++) if (holds(new Map([[key, size]])) !== true) return false;
  return true;
}

/** Sizes with which what is about several of them is tried. */
const SOME = [1, 2, 3, 4, 5, 7, 8, 12, 16, 31, 64];

/** Whether a condition holds of sizes that are tried, each with each. */
function holdsOfSome({ symbols, holds }: Condition): boolean {
  const [one, other, ...more] = symbols;
  if (one === undefined || other === undefined || more.length > 0) return false;
  return SOME.every((a) =>
    SOME.every(
      (b) =>
        holds(
          new Map([
            [one, a],
            [other, b],
          ]),
        ) === true,
    ),
  );
}

// ---------------------------------------------------------------- for which sizes it holds

/** The sizes for which all hold, where they are a series; null where every size will do, or they are none. */
function seriesFor(key: string, conditions: readonly Condition[]): SizeSeries | null {
  if (conditions.length === 0) return null;
  const fitting: number[] = [];
  const limit = conditions.some(({ isAsked }) => isAsked) ? LIMIT_OF_QUESTIONS : LIMIT;
  for (let size = 1; size <= limit; size++) {
    const sizes = new Map([[key, size]]);
    const answers = conditions.map(({ holds }) => holds(sizes));
    if (answers.includes(undefined)) return null;
    if (!answers.includes(false)) fitting.push(size);
  }
  for (let skipped = 0; skipped <= MOST_BY_CHANCE; skipped++) {
    const [first, second] = fitting.slice(skipped);
    if (first === undefined || second === undefined || fitting.length - skipped < LEAST_SEEN) return null;
    const step = second - first;
    const isSeries = fitting.slice(skipped).every((size, i) => size === first + i * step);
    if (!isSeries || first + (fitting.length - skipped) * step <= limit) continue;
    return step > 1 || first > 1 ? { first, step, also: fitting.slice(0, skipped) } : null;
  }
  return null;
}

/** The call that a size leaves nothing to, the first one. */
export function emptiedBy({ key, conditions }: OpenAxis, size: number): Observation | null {
  const sizes = new Map([[key, size]]);
  const found = conditions.find(({ kind, holds }) => kind === 'window' && holds(sizes) === false);
  return found?.observation ?? null;
}

/** `multiples of 16`, `at least 29`, `28, 44, 60, …`. */
export function seriesText({ first, step, also }: SizeSeries): string {
  const chance = also.length > 0 ? `, or ${also.join(', ')}` : '';
  if (step === 1) return `at least ${first}${chance}`;
  if (first % step !== 0) return `${[...also, first, first + step, first + 2 * step].join(', ')}, …`;
  return (first === step ? `multiples of ${step}` : `multiples of ${step} from ${first} on`) + chance;
}
