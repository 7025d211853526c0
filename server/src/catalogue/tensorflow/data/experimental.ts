/** Functions of `tf.data.experimental`: some are for `apply`. */
import type { Context } from '../../../values/context';
import type { NativeFunction, Value } from '../../../values/value';
import type { DataSource } from '../../keras/data/element-spec';
import { pythonFunction } from '../../native';
import { dataset, datasetSource } from './dataset';
import { cardinalityTensor } from './iterating';
import { countOf, unbatched } from './transforming';

/** A function that takes a data set. */
function onDataset(declaration: string, run: (source: DataSource, context: Context) => Value): NativeFunction {
  return pythonFunction(declaration, (context, given: Value) => {
    const source = datasetSource(given);
    return source ? run(source, context) : context.unknown('the data set is not known');
  });
}

export const experimental: readonly NativeFunction[] = [
  pythonFunction('assert_cardinality(expected_cardinality)', (_context, expected: Value) =>
    onDataset('assert_cardinality(dataset)', ({ element, sizes }, context) =>
      dataset(element, countOf(expected) ?? 'unknown', context, sizes),
    ),
  ),
  pythonFunction('ignore_errors(log_warning=False)', () =>
    onDataset('ignore_errors(dataset)', ({ element }, context) => dataset(element, 'unknown', context)),
  ),
  pythonFunction('unbatch()', () => onDataset('unbatch(dataset)', unbatched)),
  onDataset('cardinality(dataset)', ({ cardinality }) => cardinalityTensor(cardinality)),
  pythonFunction('prefetch_to_device(device, buffer_size=None)', () =>
    onDataset('prefetch_to_device(dataset)', ({ element, cardinality, sizes }, context) =>
      dataset(element, cardinality, context, sizes),
    ),
  ),
];
