/** `tf.data`, by the names behind `tf.`. */
import { int, type NativeFunction, type Value } from '../../../values/value';
import { nativeFunction, property } from '../../native';
import { DATASET, datasetSource } from './dataset';
import { experimental } from './experimental';
import { elementSpec, iterating } from './iterating';
import { files, making } from './making';
import { readingName } from './reading';
import { TENSOR_SPEC } from './tensor-spec';
import { transforming } from './transforming';

for (const one of [...transforming, ...iterating]) DATASET.members.declare(one.name, one);
for (const one of making) DATASET.members.declare(one.name, { kind: 'staticmethod', function: one });
DATASET.members.declare(
  'element_spec',
  property((context, self) => {
    const source = datasetSource(self);
    return source ? elementSpec(source, context) : context.unknown('the data set is not known');
  }),
);
DATASET.members.declare(
  '__getattr__',
  nativeFunction('__getattr__', null, ({ positional: [, name] }, context) => {
    const text = name?.kind === 'str' ? name.value : 'attribute';
    if (text.startsWith('__')) return context.raise('AttributeError', `a data set has no attribute '${text}'`);
    return context.unknown(`\`${text}\` of data sets is not followed`);
  }),
);

function byName(functions: readonly NativeFunction[], module: string): (readonly [string, Value])[] {
  return functions.map((one) => [`${module}.${one.name}`, one] as const);
}

const NAMES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['data.Dataset', DATASET],
  ['data.AUTOTUNE', int(-1)],
  ['data.experimental.AUTOTUNE', int(-1)],
  ['data.INFINITE_CARDINALITY', int(-1)],
  ['data.UNKNOWN_CARDINALITY', int(-2)],
  ['data.experimental.INFINITE_CARDINALITY', int(-1)],
  ['data.experimental.UNKNOWN_CARDINALITY', int(-2)],
  ['TensorSpec', TENSOR_SPEC],
  ...byName(files, 'data'),
  ...byName(experimental, 'data.experimental'),
  ...byName(
    making.filter(({ name }) => name.endsWith('_from_datasets')),
    'data.experimental',
  ),
]);

export function dataName(name: string): Value | undefined {
  return NAMES.get(name) ?? readingName(name);
}
