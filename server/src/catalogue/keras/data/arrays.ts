/** Functions of `keras.utils` that make arrays of data: classes as ones, sequences of one length. */
import { axisOf } from '../../../shapes/axes';
import { type Dimension, isKnown, unknownDimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { reducedShape } from '../../../shapes/reduction';
import { hasRank } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Generation } from '../../../values/context';
import type { Value } from '../../../values/value';
import { nativeFunction } from '../../native';
import { array, asArray, integer, numpyOp, optionalSize, type } from '../../numpy/define';
import { contentOf } from '../../numpy/elements';
import { isText, meanType, promoted } from '../../numpy/types';
import { callOp, opFunction } from '../../ops/call-op';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { opNamed } from '../../ops/index';
import { NotKnown, type Operand } from '../../ops/operand';
import { anything, sequenceItems } from '../../params';

type Sizes = readonly Dimension[];

/** The shape of class numbers: a last axis of one falls away. */
function classShape(shape: Sizes): Sizes {
  return shape.length > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
}

/** How many classes there are: one more than the largest number. */
function classCount(x: Operand, given: Dimension | null): Dimension {
  if (isText(x.dtype)) refuse('invalid-argument', 'classes must be numbers', { parameter: 'x' });
  const numbers = contentOf(x)?.items.map(Number);
  if (given === null || given === 0) {
    if (x.shape.includes(0)) refuse('invalid-input', 'there is no class', { parameter: 'x' });
    if (!numbers) return x.tensor?.classes ?? unknownDimension({ text: 'the largest class is not known' });
    const largest = Math.max(...numbers);
    // What becomes of NaN and infinity as a whole number depends on the machine.
    return Number.isFinite(largest)
      ? Math.trunc(largest) + 1
      : unknownDimension({ text: 'the largest class is no number' });
  }
  const wrong = isKnown(given)
    ? numbers?.find((one) => Number.isFinite(one) && (Math.trunc(one) >= given || Math.trunc(one) < -given))
    : undefined;
  if (wrong !== undefined) {
    refuse('axis-out-of-range', `class ${wrong} is not there: there are ${given as number} classes`, {
      exception: 'IndexError',
      parameter: 'num_classes',
      facts: { index: wrong, size: given },
    });
  }
  return given;
}

const categorical3 = numpyOp('to_categorical(x, num_classes=None)', {
  summary: 'Class numbers as rows with a one in the class’s place.',
  read: { x: array(), num_classes: optionalSize() },
  output: ({ args: { x, num_classes: given } }) => tensorOf([...classShape(x.shape), classCount(x, given)], 'float64'),
});

const categorical2 = numpyOp('to_categorical(y, num_classes=None, dtype="float32")', {
  summary: 'Class numbers as rows with a one in the class’s place.',
  read: { y: array(), num_classes: optionalSize(), dtype: type() },
  output: ({ args: { y, num_classes: given, dtype } }) =>
    tensorOf([...classShape(y.shape), classCount(y, given)], dtype ?? 'float64'),
});

/** In Keras 1 it is `nb_classes`. */
const categorical1: OpDefinition = numpyOp('to_categorical(y, nb_classes=None, num_classes=None)', {
  summary: 'Class numbers as rows with a one in the class’s place.',
  read: { y: array(), nb_classes: optionalSize(), num_classes: optionalSize() },
  output: ({ args: { y, nb_classes: old, num_classes: given } }) =>
    tensorOf([...classShape(y.shape), classCount(y, old ?? given)], '?'),
});

/** Keras 3 takes tensors, too, as `one_hot` does. */
const toCategorical3 = nativeFunction('to_categorical', null, (given, context) => {
  const x = given.positional[0] ?? given.keywords.get('x');
  const oneHot = opNamed('one_hot');
  const classes = given.positional[1] ?? given.keywords.get('num_classes');
  if (x?.kind !== 'tensor' || x.library !== 'tensorflow' || !oneHot) return callOp(categorical3, given, context);
  if (!classes || classes.kind === 'None') return context.unknown('the number of classes is not known');
  const squeeze = hasRank(x.shape) && x.shape.length > 1 && x.shape.at(-1) === 1;
  const flat = squeeze ? callOp(opNamed('squeeze') as OpDefinition, args([x], [['axis', minusOne]]), context) : x;
  return callOp(oneHot, args([flat, classes]), context, 'to_categorical');
});

const minusOne: Value = { kind: 'int', value: -1 };

/** The shape of `x / np.expand_dims(norm, axis)`. */
function normalizing(generation: Generation): OpDefinition {
  return numpyOp('normalize(x, axis=-1, order=2)', {
    summary: 'Divided by the norm along an axis.',
    read: { x: array(), axis: integer() },
    output: ({ args: { x, axis } }) => {
      axisOf(axis, x.rank);
      const norm = reducedShape(x.shape, [axis], false);
      const vector = norm.length === 0 ? [1] : norm;
      // An axis of 0 counts as the last one in Keras 3.
      const place = axisOf(generation === 'keras3' && axis === 0 ? -1 : axis, vector.length + 1);
      const spread = [...vector.slice(0, place), 1, ...vector.slice(place)];
      return tensorOf(broadcast(x.shape, spread), promoted([x.dtype, meanType(x.dtype), 'float']));
    },
  });
}

function normalizeFunction(generation: Generation): Value {
  const arrays = normalizing(generation);
  const tensors = opNamed('normalize');
  return nativeFunction('normalize', null, (given, context) => {
    const x = given.positional[0] ?? given.keywords.get('x');
    const onTensor = generation === 'keras3' && x?.kind === 'tensor' && x.library !== 'numpy';
    return callOp(onTensor && tensors ? tensors : arrays, given, context);
  });
}

const padSequences = numpyOp(
  'pad_sequences(sequences, maxlen=None, dtype="int32", padding="pre", truncating="pre", value=0.0)',
  {
    summary: 'Sequences filled up, or cut, to one length.',
    read: {
      sequences: anything(),
      maxlen: optionalSize(),
      dtype: type(),
      padding: anything(),
      truncating: anything(),
    },
    output: ({ args: { sequences, maxlen, dtype, padding, truncating }, callee }) => {
      for (const [name, choice] of [
        ['padding', padding],
        ['truncating', truncating],
      ] as const) {
        if (choice.kind === 'str' && choice.value !== 'pre' && choice.value !== 'post') {
          refuse('invalid-argument', `\`${name}\` of ${callee} must be 'pre' or 'post'`, { parameter: name });
        }
      }
      const { count, longest, sample } = measured(sequences, callee);
      return tensorOf([count, maxlen ?? longest, ...sample], dtype ?? 'float64');
    },
  },
);

interface Measured {
  readonly count: Dimension;
  readonly longest: Dimension;
  readonly sample: Sizes;
}

function measured(sequences: Value, callee: string): Measured {
  const open = (text: string) => unknownDimension({ text });
  if (sequences.kind === 'tensor') return ofArray(asArray(sequences, { callee, parameter: 'sequences' }));
  if (sequences.kind === 'unknown') throw new NotKnown(sequences.reason);
  if (sequences.kind === 'list' && sequences.uncertain) {
    const { each, uncertain } = sequences;
    const flat = each?.kind === 'open' && each.item.kind === 'scalar';
    if (!flat) throw new NotKnown(uncertain);
    const size = unknownDimension(uncertain);
    return { count: size, longest: size, sample: [] };
  }
  const items = sequenceItems(sequences);
  if (!items) throw new NotKnown({ text: 'the sequences are not known' });
  if (items.length === 0) refuse('invalid-input', 'there is no sequence', { parameter: 'sequences' });
  const lengths: Dimension[] = [];
  let sample: Sizes | null = null;
  for (const item of items) {
    if (item.kind === 'int' || item.kind === 'float' || item.kind === 'None' || item.kind === 'bool') {
      refuse('invalid-input', 'what is to be padded must be sequences', { parameter: 'sequences' });
    }
    if (item.kind === 'unknown') throw new NotKnown(item.reason);
    const { anyShape } = asArray(item, { callee, parameter: 'sequences' });
    if (!hasRank(anyShape)) throw new NotKnown(anyShape.reason);
    const [length, ...rest] = anyShape;
    if (length === undefined) throw new NotKnown({ text: 'a sequence is not known' });
    lengths.push(length);
    if (length !== 0) sample ??= rest;
  }
  const longest = lengths.every(isKnown) ? Math.max(...lengths) : open('the length of a sequence is not known');
  return { count: items.length, longest, sample: sample ?? [] };
}

function ofArray({ shape, dtype }: Operand): Measured {
  const [count, length, ...sample] = shape;
  const unknownLength = unknownDimension({ text: 'the lengths of the sequences are not known' });
  if (count === undefined) return refuse('invalid-input', 'the sequences must be a list', { parameter: 'sequences' });
  // An array of a type that is not known may hold lists of numbers, or of rows (`np.empty(n, dtype=list)`).
  if (length === undefined && dtype === '?') throw new NotKnown({ text: 'the sequences are not known' });
  // An array of lists: of numbers, as the data sets have them.
  if (length === undefined && dtype === 'object') return { count, longest: unknownLength, sample: [] };
  if (length === undefined) {
    return refuse('invalid-input', 'what is to be padded must be sequences', { parameter: 'sequences' });
  }
  return { count, longest: length, sample };
}

export function arrayFunction(name: string, generation: Generation): Value | undefined {
  switch (name) {
    case 'keras.utils.to_categorical':
    case 'keras.utils.np_utils.to_categorical':
      if (generation === 'keras3') return toCategorical3;
      return opFunction(generation === 'keras2' ? categorical2 : categorical1);
    case 'keras.utils.normalize':
    case 'keras.utils.np_utils.normalize':
      return normalizeFunction(generation);
    case 'keras.utils.pad_sequences':
    case 'keras.preprocessing.sequence.pad_sequences':
    case 'keras.utils.data_utils.pad_sequences':
      return opFunction(padSequences);
    default:
      return undefined;
  }
}
