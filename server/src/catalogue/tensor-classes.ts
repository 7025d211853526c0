/** The classes of tensors: what attributes they have, whoever's they are. */

import { weightOf } from '../graph/layer';
import { product } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { Context, Generation } from '../values/context';
import type { TensorLibrary, TensorValue } from '../values/tensor';
import { bool, ClassValue, dimensionValue, InstanceValue, int, str, type Value } from '../values/value';
import { DTypePayload } from './dtypes';
import { shapeValue } from './keras/calling/tensors';
import { declaredIdentity, named, nativeFunction, property, pythonFunction } from './native';
import { DTYPE_CLASS } from './tensorflow/dtype';
import { sparseTensorClass } from './tensorflow/sparse-tensor';

/** Members that ops give to tensors: operators, subscripts, methods. */
export type OperatorMembers = (library: TensorLibrary, generation: Generation) => Iterable<readonly [string, Value]>;

export interface TensorClasses {
  readonly keras: ClassValue;
  readonly tensorflow: ClassValue;
  readonly numpy: ClassValue;
  readonly variable: ClassValue;
  readonly sparse: ClassValue;
  readonly ragged: ClassValue;
}

const NAMES: Readonly<Record<TensorLibrary, readonly [string, string]>> = {
  keras: ['KerasTensor', 'keras'],
  tensorflow: ['Tensor', 'tensorflow'],
  numpy: ['ndarray', 'numpy'],
  variable: ['Variable', 'keras'],
};

export function tensorClasses(generation: Generation, operators: OperatorMembers): TensorClasses {
  const make = (library: TensorLibrary): ClassValue => {
    const [name, module] = NAMES[library];
    return new ClassValue(
      declaredIdentity(),
      name,
      module,
      [],
      [...notFollowed(), ...attributes(library, generation), ...operators(library, generation)],
    );
  };
  const parted = [
    ...notFollowed(),
    ...attributes('tensorflow', generation).filter(([name]) => name === 'shape' || name === 'dtype'),
  ];
  return {
    keras: make('keras'),
    tensorflow: make('tensorflow'),
    numpy: make('numpy'),
    variable: make('variable'),
    sparse: sparseTensorClass(parted),
    ragged: new ClassValue(declaredIdentity(), 'RaggedTensor', 'tensorflow', [NOT_FOLLOWED], parted),
  };
}

/** Has every attribute, of which nothing is known. */
const NOT_FOLLOWED = new ClassValue(declaredIdentity(), 'CompositeTensor', 'tensorflow', [], [], {
  unknownBase: { text: 'ragged tensors are not followed' },
  opaque: true,
});

const BINARY = 'add sub mul truediv floordiv mod pow matmul and or xor lshift rshift'.split(' ');
const OTHER = 'neg pos abs invert lt le gt ge eq ne getitem len iter bool int float contains round index'.split(' ');

/** Operators and methods that nothing else is declared for: what they give is not known. */
function notFollowed(): (readonly [string, Value])[] {
  const names = [...BINARY.flatMap((name) => [name, `r${name}`]), ...OTHER].map((name) => `__${name}__`);
  const unknownResult = (name: string) =>
    nativeFunction(name, null, (_given, context) => context.unknown(`\`${name}\` of tensors is not followed`));
  const missing = pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
    const text = name.kind === 'str' ? name.value : 'attribute';
    if (text.startsWith('__')) return context.raise('AttributeError', `a tensor has no attribute '${text}'`);
    return context.unknown(`\`${text}\` of tensors is not followed`);
  });
  return named(...names.map(unknownResult), missing);
}

function attributes(library: TensorLibrary, generation: Generation): (readonly [string, Value])[] {
  const of = (read: (tensor: TensorValue, context: Context) => Value) =>
    property((context, self) => (self.kind === 'tensor' ? read(self, context) : context.unknown('it is no tensor')));
  // Keras 3's tensors and variables have plain tuples; TensorFlow's, and all of Keras 2, have `TensorShape`s.
  const plain = library === 'numpy' || (generation === 'keras3' && library !== 'tensorflow');
  const rank = of(({ shape }) => (hasRank(shape) ? int(shape.length) : { kind: 'unknown', reason: shape.reason }));
  const shared: (readonly [string, Value])[] = [
    ['shape', of(({ shape }) => shapeValue(shape, plain ? 'keras3' : 'keras2'))],
    ['dtype', of(({ dtype }, context) => dtypeValue(library, generation, dtype, context))],
  ];
  if (library === 'numpy') return [...shared, ['ndim', rank], ['size', of(size)]];
  const name = of((tensor, context) =>
    tensor.name === null ? context.unknown('the name of the tensor is not known') : str(tensor.name),
  );
  const more: (readonly [string, Value])[] = [...shared, ['name', name]];
  if (library !== 'keras' || generation === 'keras3') more.push(['ndim', rank]);
  if (library === 'keras' && generation === 'keras3') {
    more.push(['sparse', of((_tensor, context) => context.unknown('`sparse` is not followed'))]);
  }
  if (library === 'variable') more.push(...variableMembers());
  return more;
}

function dtypeValue(library: TensorLibrary, generation: Generation, dtype: string, context: Context): Value {
  if (dtype === '?') return context.unknown('the element type is not known');
  if (generation === 'keras3' && (library === 'keras' || library === 'variable')) return str(dtype);
  return new InstanceValue(declaredIdentity(), DTYPE_CLASS, new DTypePayload(dtype));
}

function size({ shape }: TensorValue): Value {
  if (!hasRank(shape)) return { kind: 'unknown', reason: shape.reason };
  return dimensionValue(product(shape));
}

function variableMembers(): (readonly [string, Value])[] {
  return [
    [
      'trainable',
      property(
        (context, self) => {
          const enabled = weightOf(self)?.enabled.value;
          return typeof enabled === 'boolean' ? bool(enabled) : context.unknown('`trainable` is not known');
        },
        (context, self, value) => {
          const truth = context.truth(value);
          weightOf(self)?.enabled.set(context.heap, typeof truth === 'boolean' ? truth : null);
        },
      ),
    ],
  ];
}
