/** The data that a value gives step by step, as `fit` and its like take it. */
import { unknownDimension } from '../../../shapes/dimension';
import type { Context } from '../../../values/context';
import { type IteratorValue, UncertainEnd, unknown, type Value } from '../../../values/value';
import { DataPayload, type DataSource } from './element-spec';
import { isSequence, sequenceSource } from './sequences';

/**
 * The source that `x` of `fit` is; undefined for arrays, lists, dicts and all else that is taken as
 * it is. A generator is run on to its next `yield`, and `__getitem__(0)` of a sequence is called: once
 * for each call of this function, as a run would.
 */
export function dataSource(value: Value, context: Context): DataSource | undefined {
  if (value.kind === 'iterator') return generatorSource(value, context);
  if (value.kind !== 'instance') return undefined;
  if (value.payload instanceof DataPayload) return value.payload.source;
  return isSequence(value) ? sequenceSource(value, context) : undefined;
}

function generatorSource(generator: IteratorValue, context: Context): DataSource {
  const next = generator.next(context);
  return {
    kind: 'generator',
    element: elementOf(next, context),
    cardinality: unknownDimension({ text: 'how often a generator yields is not followed' }),
    sizes: new Map(),
    origin: context.place,
  };
}

function elementOf(next: Value | UncertainEnd | undefined, context: Context): Value {
  if (next === undefined) return context.unknown('the generator yields nothing');
  return next instanceof UncertainEnd ? (next.each ?? unknown(next.reason)) : next;
}
