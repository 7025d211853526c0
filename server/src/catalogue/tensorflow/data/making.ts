/** What makes data sets: `from_tensor_slices`, `range`, files. */
import { type Dimension, isKnown, surelyDiffer, unknownDimension } from '../../../shapes/dimension';
import { hasRank, unknownShape } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { type NativeFunction, tuple, unknown, type Value } from '../../../values/value';
import { dtypeOf } from '../../dtypes';
import { failure, refusal } from '../../failure';
import type { Cardinality } from '../../keras/data/element-spec';
import { nativeFunction, pythonFunction } from '../../native';
import { integerOf, sequenceItems } from '../../params';
import { cardinalityOf } from './cardinality';
import { dataset, datasetSource } from './dataset';
import { common, component, componentsIn, mapComponents, normalized } from './elements';
import { elementOfSpecs, readShape } from './tensor-spec';
import { zipped } from './transforming';

/** Row by row. */
export function tensorSlices(tensors: Value, context: Context): Value {
  const whole = normalized(tensors);
  if (whole.kind === 'unknown') return dataset(whole, unknownDimension(whole.reason), context);
  const refused = unlikeRows(whole, context);
  if (refused) return refused;
  const rows = componentsIn(whole).flatMap((one): Dimension[] =>
    one.kind === 'tensor' && hasRank(one.shape) && one.shape[0] !== undefined ? [one.shape[0]] : [],
  );
  const element = mapComponents(whole, (one) => {
    if (one.kind !== 'tensor') return one.kind === 'unknown' ? one : context.unknown('its rows are not followed');
    return hasRank(one.shape) ? component(one.shape.slice(1), one.dtype) : one;
  });
  const known = rows.find(isKnown) ?? rows[0];
  return dataset(element, cardinalityOf(known), context);
}

/** Rows of which there are different numbers, or none. */
function unlikeRows(whole: Value, context: Context): Value | null {
  let first: Dimension | undefined;
  for (const one of componentsIn(whole)) {
    if (one.kind !== 'tensor' || !hasRank(one.shape)) continue;
    const [rows] = one.shape;
    const refuse = (code: string, message: string) =>
      context.refuse(
        refusal(failure(code, message, { facts: { sizes: [first, rows] } }), 'other'),
        context.unknown('the data set is refused'),
      );
    if (rows === undefined) return refuse('wrong-rank', 'a scalar has no rows to go through');
    if (first !== undefined && surelyDiffer(first, rows)) {
      return refuse('incompatible-shapes', `the tensors have different numbers of rows: ${first} and ${rows}`);
    }
    first ??= rows;
  }
  return null;
}

function range(values: readonly Value[], type: Value | undefined, context: Context): Value {
  const numbers = values.map(integerOf);
  const [first, second, step = 1] = numbers.length === 1 ? [0, numbers[0]] : numbers;
  const dtype = type ? (dtypeOf(type) ?? '?') : 'int64';
  const cardinality: Cardinality =
    first === undefined || second === undefined || numbers.includes(undefined) || step === 0
      ? unknownDimension({ text: 'a bound of the range is not known' })
      : Math.max(0, Math.ceil((second - first) / step));
  return dataset(component([], dtype), cardinality, context);
}

/** `from_generator`: what it says that the generator gives. */
function fromGenerator(types: Value, shapes: Value, signature: Value, context: Context): Value {
  if (signature.kind !== 'None') return dataset(elementOfSpecs(signature, context), 'unknown', context);
  return dataset(declaredElement(types, shapes), 'unknown', context);
}

function declaredElement(types: Value, shapes: Value): Value {
  const items = types.kind === 'tuple' ? types.items : types.kind === 'list' ? types.items : null;
  if (items) {
    const beside = shapes.kind === 'tuple' || shapes.kind === 'list' ? shapes.items : null;
    return tuple(items.map((item, i) => declaredElement(item, beside?.[i] ?? { kind: 'None' })));
  }
  if (types.kind === 'dict') {
    const beside = shapes.kind === 'dict' ? shapes : null;
    const sorted = [...(beside?.entries ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { value }]) => value);
    let index = 0;
    return mapComponents(types, (one) => declaredElement(one, sorted[index++] ?? { kind: 'None' }));
  }
  const dtype = dtypeOf(types) ?? '?';
  return component(
    shapes.kind === 'None' ? unknownShape({ text: 'the shape is left open' }) : readShape(shapes),
    dtype,
  );
}

/** Text or records of files: scalars. */
const FILES = [
  'TextLineDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None)',
  'TFRecordDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None)',
  'FixedLengthRecordDataset(filenames, record_bytes, header_bytes=None, footer_bytes=None, buffer_size=None, compression_type=None, num_parallel_reads=None, name=None)',
];

export const files: readonly NativeFunction[] = FILES.map((declaration) =>
  pythonFunction(declaration, (context) => dataset(component([], 'string'), 'unknown', context)),
);

/** One of several data sets at each step. */
function amongMany(given: Value, cardinality: Cardinality, context: Context): Value {
  const sources = (sequenceItems(given) ?? []).map(datasetSource);
  const elements = sources.flatMap((source) => (source ? [source.element] : []));
  const [first, ...rest] = elements;
  if (!first || elements.length < sources.length) {
    return dataset(context.unknown('one of the data sets is not known'), cardinality, context);
  }
  return dataset(rest.reduce(common, first), cardinality, context);
}

/** Static methods of the class. */
export const making: readonly NativeFunction[] = [
  pythonFunction('from_tensor_slices(tensors, name=None)', (context, tensors: Value) => tensorSlices(tensors, context)),
  pythonFunction('from_tensors(tensors, name=None)', (context, tensors: Value) =>
    dataset(normalized(tensors), 1, context),
  ),
  nativeFunction('range', null, ({ positional, keywords, uncertain }, context) =>
    uncertain ? unknown(uncertain) : range(positional, keywords.get('output_type'), context),
  ),
  pythonFunction(
    'from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None)',
    (context, _generator: Value, types: Value, shapes: Value, _args: Value, signature: Value) =>
      fromGenerator(types, shapes, signature, context),
  ),
  pythonFunction('list_files(file_pattern, shuffle=None, seed=None, name=None)', (context) =>
    dataset(component([], 'string'), unknownDimension({ text: 'how many files there are is not known' }), context),
  ),
  nativeFunction('zip', null, ({ positional, keywords, uncertain }, context) => {
    if (uncertain) return unknown(uncertain);
    const [only] = positional;
    const given = positional.length === 1 && only ? only : (keywords.get('datasets') ?? tuple(positional));
    return zipped(given, context);
  }),
  pythonFunction(
    'sample_from_datasets(datasets, weights=None, seed=None, stop_on_empty_dataset=False, rerandomize_each_iteration=None)',
    (context, given: Value) => amongMany(given, 'unknown', context),
  ),
  pythonFunction(
    'choose_from_datasets(datasets, choice_dataset, stop_on_empty_dataset=True)',
    (context, given: Value) => amongMany(given, 'unknown', context),
  ),
  pythonFunction('random(seed=None, rerandomize_each_iteration=None, name=None)', (context) =>
    dataset(component([], 'int64'), 'infinite', context),
  ),
  pythonFunction(
    'counter(start=0, step=1, dtype="int64", name=None)',
    (context, _start: Value, _step: Value, type: Value) =>
      dataset(component([], dtypeOf(type) ?? '?'), 'infinite', context),
  ),
  pythonFunction(
    'load(path, element_spec=None, compression=None, reader_func=None)',
    (context, _path: Value, spec: Value) =>
      dataset(
        spec.kind === 'None' ? context.unknown('what a file holds is not known') : elementOfSpecs(spec, context),
        unknownDimension({ text: 'how much a file holds is not known' }),
        context,
      ),
  ),
];
