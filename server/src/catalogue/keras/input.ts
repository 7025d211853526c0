/** `keras.Input` and the class `InputLayer` (keras.src.layers.core.input_layer). */
import { isLayer, LayerState } from '../../graph/layer';
import { type Dimension, dynamic, isDynamic, isKnown, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import type { Signature } from '../../values/arguments';
import { bind } from '../../values/arguments';
import type { Context, Generation } from '../../values/context';
import { ClassValue, type NativeFunction, NONE, type Value } from '../../values/value';
import { dtypeOf } from '../dtypes';
import { type Failure, failure, refusal } from '../failure';
import { declaredIdentity, named, nativeFunction, parseSignature, property } from '../native';
import { describe } from '../params';
import { dimensionOf, shapeOf } from '../tensorflow/tensor-shape';
import { declareCall } from './calling/how';
import { shapeValue } from './calling/tensors';
import type { KerasClasses } from './classes';
import { INPUT_KIND, type InputOptions, initializeInput, inputTensor, makeInputLayer } from './input-layer';
import { keepsState } from './layer-class';
import { settingsOf } from './settings';

const INPUT: Readonly<Record<Generation, string>> = {
  keras3:
    'Input(shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None, name=None, tensor=None, optional=False)',
  keras2:
    'Input(shape=None, batch_size=None, name=None, dtype=None, sparse=None, tensor=None, ragged=None, type_spec=None, **kwargs)',
  keras1: 'Input(shape=None, batch_shape=None, name=None, dtype=None, sparse=False, tensor=None, **kwargs)',
};

const INPUT_LAYER: Readonly<Record<Generation, string>> = {
  keras3:
    'InputLayer(shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None, input_tensor=None, optional=False, name=None, **kwargs)',
  keras2:
    'InputLayer(input_shape=None, batch_size=None, dtype=None, input_tensor=None, sparse=None, name=None, ragged=None, type_spec=None, **kwargs)',
  keras1:
    'InputLayer(input_shape=None, batch_input_shape=None, input_dtype=None, input_tensor=None, sparse=False, name=None, **kwargs)',
};

/** Spellings that all mean one thing: which of them a generation takes, its signature says. */
const MEANING: Readonly<Record<string, keyof InputArguments>> = {
  shape: 'shape',
  input_shape: 'shape',
  batch_shape: 'batchShape',
  batch_input_shape: 'batchShape',
  batch_size: 'batchSize',
  dtype: 'dtype',
  input_dtype: 'dtype',
  name: 'name',
  tensor: 'tensor',
  input_tensor: 'tensor',
  type_spec: 'typeSpec',
};

/** Extra keywords that each of both takes. */
const EXTRA: Readonly<Record<string, Readonly<Record<Generation, readonly string[]>>>> = {
  Input: { keras3: [], keras2: ['batch_shape', 'batch_input_shape'], keras1: ['batch_input_shape', 'batch_size'] },
  InputLayer: {
    keras3: ['input_shape', 'batch_input_shape'],
    keras2: ['batch_input_shape'],
    keras1: ['batch_size', 'dtype'],
  },
};

interface InputArguments {
  shape?: Value;
  batchShape?: Value;
  batchSize?: Value;
  dtype?: Value;
  name?: Value;
  tensor?: Value;
  typeSpec?: Value;
}

/** `keras.Input`, `keras.layers.Input`. */
export function inputFunction(classes: KerasClasses): NativeFunction {
  const { signature } = parseSignature(INPUT[classes.generation]);
  return nativeFunction('Input', signature, (given, context) => {
    const read = given.uncertain
      ? { shape: unknownShape(given.uncertain), dtype: '?' as DType, name: null }
      : readInput('Input', signature, given, context);
    const options = 'failure' in read ? fallback(read.failure, context) : read;
    const layer = makeInputLayer(classes, options, context);
    const tensor = inputTensor(layer) ?? NONE;
    const result =
      'failure' in read ? context.refuse(refusal(read.failure, 'construct'), tensor, { callee: 'Input' }) : tensor;
    if (!('failure' in read)) {
      const producer = tensor.kind === 'tensor' ? tensor.producer : null;
      context.observe({
        kind: 'input',
        callee: 'Input',
        instance: null,
        output: tensor,
        inputs: [],
        producer,
        parameters: null,
      });
    }
    return result;
  });
}

export function inputLayerClass(base: ClassValue, generation: Generation): ClassValue {
  const { signature } = parseSignature(INPUT_LAYER[generation]);
  const cls = new ClassValue(
    declaredIdentity(),
    'InputLayer',
    'keras.layers',
    [base],
    [
      [
        '__init__',
        nativeFunction('__init__', signature, (given, context) => {
          const [self, ...rest] = given.positional;
          if (!self || !isLayer(self)) return NONE;
          const read = given.uncertain
            ? { shape: unknownShape(given.uncertain), dtype: '?' as DType, name: null }
            : readInput('InputLayer', signature, { ...given, positional: rest }, context);
          if ('failure' in read)
            context.refuse(refusal(read.failure, 'construct'), NONE, { callee: 'InputLayer', instance: self });
          initializeInput(self, 'failure' in read ? fallback(read.failure, context) : read, context);
          return NONE;
        }),
      ],
      ...named(
        declareCall(
          nativeFunction('call', null, () => NONE),
          'input',
        ),
      ),
      [
        'batch_shape',
        property((context, self) => {
          const tensor = isLayer(self) ? inputTensor(self) : null;
          return tensor ? shapeValue(tensor.shape, 'keras3') : context.unknown('the shape of the input is not known');
        }),
      ],
      ['sparse', property((context) => context.unknown('`sparse` is not followed'))],
    ],
  );
  return keepsState(cls, (place) => new LayerState(INPUT_KIND, place));
}

/** What goes on behind a refused input. */
function fallback(failed: Failure, context: Context): InputOptions {
  return { shape: unknownShape(context.because(`the input is refused: ${failed.message}`)), dtype: '?' };
}

type Parts = Pick<InputOptions, 'sparse' | 'ragged'>;

type Read = InputOptions | { readonly failure: Failure };

function readInput(callee: string, signature: Signature, given: Parameters<typeof bind>[1], context: Context): Read {
  const binding = bind(signature, given);
  if (binding.problem) {
    return no(`${callee} ${binding.problem.message}`, {
      exception: 'TypeError',
      facts: { names: binding.problem.names },
    });
  }
  const allowed = EXTRA[callee]?.[context.generation] ?? [];
  const unexpected = [...binding.varKeyword.keys()].find((name) => !allowed.includes(name));
  // Keras 3's class takes any keyword, and looks at these only.
  if (unexpected !== undefined && context.generation !== 'keras3') {
    return no(`${callee} has no argument \`${unexpected}\``, {
      parameter: unexpected,
      facts: { names: [unexpected], problem: 'unexpected' },
    });
  }
  const found: InputArguments = {};
  let sparse = false;
  let ragged = false;
  const entries: [string, Value][] = [...binding.bound].map(([name, { value }]) => [name, value]);
  for (const [name, value] of [...entries, ...binding.varKeyword]) {
    const meaning = MEANING[name];
    if (name === 'sparse') {
      const truth = context.truth(value);
      if (typeof truth === 'boolean') sparse = truth;
      else settingsOf(context).sparseInputs.set(context.heap, true);
    }
    // Where it may be, its parts are left open as well.
    if (name === 'ragged') ragged = context.truth(value) !== false;
    if (meaning && value.kind !== 'None') found[meaning] = value;
  }
  return optionsOf(callee, found, { sparse, ragged }, context);
}

function no(message: string, more: Parameters<typeof failure>[2] = {}): { failure: Failure } {
  return { failure: failure('invalid-argument', message, more) };
}

function optionsOf(callee: string, given: InputArguments, parts: Parts, context: Context): Read {
  const { shape, batchShape, batchSize, tensor, typeSpec } = given;
  const keras3 = context.generation === 'keras3';
  const name = given.name === undefined ? undefined : given.name.kind === 'str' ? given.name.value : null;
  if (given.name && given.name.kind !== 'str' && given.name.kind !== 'unknown') {
    return no(`\`name\` of ${callee} must be a string, not ${describe(given.name)}`, { parameter: 'name' });
  }
  const dtype = given.dtype === undefined ? settingsOf(context).floatx.value : dtypeOf(given.dtype);
  if (dtype === undefined) {
    return no(`\`dtype\` of ${callee} is no element type: ${describe(given.dtype as Value)}`, {
      parameter: 'dtype',
      exception: keras3 ? 'ValueError' : 'TypeError',
    });
  }
  const rest = { dtype, name, tensorName: name ?? null, ...parts };
  if (typeSpec) return { ...rest, shape: unknownShape(context.because('`type_spec` is not followed')), dtype: '?' };
  if (tensor) {
    if (tensor.kind === 'tensor')
      return { ...rest, shape: tensor.shape, dtype: tensor.dtype, sparse: tensor.sparse, ragged: tensor.ragged };
    if (tensor.kind === 'unknown') return { ...rest, shape: unknownShape(tensor.reason), dtype: '?' };
    return no(`the tensor of ${callee} cannot be ${describe(tensor)}`, { parameter: 'tensor' });
  }
  if (shape && batchShape)
    return no(`${callee} takes \`shape\` or \`batch_shape\`, not both`, { parameter: 'batch_shape' });
  if (keras3 && batchSize && batchShape) {
    return no(`${callee} takes \`batch_size\` or \`batch_shape\`, not both`, { parameter: 'batch_size' });
  }
  const sizes = shape ?? batchShape;
  // Keras 2's layer makes a placeholder of any rank.
  if (!sizes && !keras3 && callee === 'InputLayer') {
    return { ...rest, shape: unknownShape(context.because('InputLayer is given no shape')) };
  }
  if (!sizes) return no(`${callee} needs a \`shape\``, { parameter: 'shape' });
  const read = readShape(callee, sizes, batchShape ? 'batch_shape' : 'shape', keras3);
  if ('failure' in read) return read;
  if (batchShape || !hasRank(read.shape)) return { ...rest, shape: read.shape };
  const batch = batchSize ? readSize(callee, batchSize, 'batch_size', keras3) : { size: dynamic('batch') };
  return 'failure' in batch ? batch : { ...rest, shape: [batch.size, ...namedSizes(read.shape)] };
}

/** What people call the axes of an input whose size is left open, by the number of axes without batch and channels. */
const AXIS_NAMES: Readonly<Record<number, readonly string[]>> = {
  1: ['t'],
  2: ['h', 'w'],
  3: ['d', 'h', 'w'],
};

function namedSizes(sizes: readonly Dimension[]): Dimension[] {
  const names = AXIS_NAMES[sizes.length - 1] ?? [];
  const [first, last] = [sizes[0], sizes[sizes.length - 1]];
  const channelsFirst = first !== undefined && isKnown(first) && last !== undefined && isDynamic(last);
  return sizes.map((size, axis) => {
    const name = names[channelsFirst ? axis - 1 : axis];
    return name !== undefined && isDynamic(size) && size.symbol.op === 'symbol' ? dynamic(name) : size;
  });
}

/** Keras 3 takes a tuple or list of ints and None (`standardize_shape`), Keras 2 an int too. */
function readShape(
  callee: string,
  value: Value,
  parameter: string,
  keras3: boolean,
): { shape: Shape } | { failure: Failure } {
  const whole = value.kind === 'instance' || value.kind === 'unknown' ? shapeOf(value) : undefined;
  if (whole) return { shape: whole };
  if (value.kind === 'instance') return { shape: unknownShape({ text: `the shape is ${describe(value)}` }) };
  if (value.kind === 'list' && value.uncertain) return { shape: unknownShape(value.uncertain) };
  if (value.kind !== 'tuple' && value.kind !== 'list') {
    const size = keras3 ? undefined : dimensionOf(value);
    if (size !== undefined && isKnown(size)) return { shape: [size] };
    if (value.kind === 'range' || value.kind === 'tensor' || value.kind === 'iterator') {
      return { shape: unknownShape({ text: `the shape is ${describe(value)}` }) };
    }
    return no(
      `\`${parameter}\` of ${callee} must be a tuple, as in \`(${describe(value)},)\`, not ${describe(value)}`,
      { parameter },
    );
  }
  const sizes: Dimension[] = [];
  for (const item of value.items) {
    const read = readSize(callee, item, parameter, keras3);
    if ('failure' in read) return read;
    sizes.push(read.size);
  }
  return { shape: sizes };
}

function readSize(
  callee: string,
  value: Value,
  parameter: string,
  keras3: boolean,
): { size: Dimension } | { failure: Failure } {
  if (value.kind === 'None') return { size: dynamic(parameter === 'batch_size' ? 'batch' : 'n') };
  if (value.kind === 'instance' || value.kind === 'iterator') {
    return { size: unknownDimension({ text: `a size is ${describe(value)}` }) };
  }
  const size = value.kind === 'tensor' && value.data === null ? undefined : dimensionOf(value);
  if (value.kind === 'tensor' && size === undefined) return { size: unknownDimension({ text: 'a size is a tensor' }) };
  if (size === undefined) {
    return no(`\`${parameter}\` of ${callee} must hold ints and None, not ${describe(value)}`, {
      parameter,
      exception: keras3 ? 'ValueError' : 'TypeError',
    });
  }
  if (isKnown(size) && size < 0)
    return no(`\`${parameter}\` of ${callee} must hold no negative size: ${size}`, { parameter });
  return { size };
}
