/** What going through a data set gives: `iter`, `len`, `take(1)` in a loop, `as_numpy_iterator`. */
import { isKnown } from '../../../shapes/dimension';
import type { Context } from '../../../values/context';
import { Cell } from '../../../values/heap';
import { type TensorLibrary, TensorValue } from '../../../values/tensor';
import {
  type IteratorValue,
  int,
  type NativeFunction,
  TRUE,
  UncertainEnd,
  unknown,
  type Value,
} from '../../../values/value';
import type { Cardinality, DataSource } from '../../keras/data/element-spec';
import { nativeFunction } from '../../native';
import { stepElement } from './elements';
import { specsOfElement } from './tensor-spec';
import { method } from './transforming';

/** Longer ones are not gone through step by step: after the first step one stands for all others. */
const MOST_STEPS = 8;

/** Steps of a data set. Its position is kept in the heap. */
export function stepsOf(source: DataSource, type: string, library: TensorLibrary = 'tensorflow'): IteratorValue {
  const position = new Cell<number>(0, (a, b) => Math.max(a, b));
  const { element, cardinality, sizes } = source;
  const next = (context: Context): Value | UncertainEnd | undefined => {
    const step = position.value;
    if (typeof cardinality === 'number' && step >= cardinality) return undefined;
    position.set(context.heap, step + 1);
    if (step === 0) return stepElement(element, sizes, 'first', library);
    const item = stepElement(element, sizes, 'any', library);
    if (typeof cardinality === 'number' && cardinality <= MOST_STEPS) return item;
    return new UncertainEnd(context.because('how many steps a data set has is not followed'), item);
  };
  const step = nativeFunction('get_next', null, (_given, context) => {
    const item = next(context);
    if (item === undefined) return context.unknown('the data set has ended');
    return item instanceof UncertainEnd ? (item.each ?? unknown(item.reason)) : item;
  });
  return { kind: 'iterator', type, next, methods: new Map([['get_next', step]]) };
}

/** -1 without an end, -2 where TensorFlow does not know. */
export function cardinalityTensor(cardinality: Cardinality): Value {
  const number = cardinality === 'infinite' ? -1 : cardinality === 'unknown' ? -2 : cardinality;
  return new TensorValue({ library: 'tensorflow', symbolic: false, shape: [], dtype: 'int64', data: [number] });
}

export const iterating: readonly NativeFunction[] = [
  method('__iter__(self)', (source) => stepsOf(source, 'OwnedIterator')),
  method('as_numpy_iterator(self)', (source) => stepsOf(source, 'NumpyIterator', 'numpy')),
  method('__len__(self)', ({ cardinality }, context) => {
    if (cardinality === 'infinite' || cardinality === 'unknown') {
      return context.unknown('the number of elements is not known to TensorFlow');
    }
    return isKnown(cardinality) ? int(cardinality) : unknown(cardinality.reason);
  }),
  method('__bool__(self)', () => TRUE),
  method('cardinality(self, name=None)', ({ cardinality }) => cardinalityTensor(cardinality)),
  method('get_single_element(self, name=None)', ({ element, sizes }) => stepElement(element, sizes, 'first')),
];

/** `dataset.element_spec` */
export function elementSpec({ element }: DataSource, context: Context): Value {
  return specsOfElement(element, context);
}
