/** Initializers as objects that a program calls itself: `tf.Variable(initializer(shape=(3, 4)))`. */
import type { DType } from '../../shapes/dtype';
import { type Shape, unknownShape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import { ClassValue, NONE, type Value } from '../../values/value';
import { dtypeOf } from '../dtypes';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';
import { shapeOf } from '../tensorflow/tensor-shape';
import { inertClass } from './inert';
import { settingsOf } from './settings';

/** What is asked of `keras.initializers` that makes no initializer. */
const FUNCTIONS: ReadonlySet<string> = new Set(['get', 'serialize', 'deserialize', 'Initializer']);

/** Names of TensorFlow's own initializers, behind `tf.`. */
const TENSORFLOW = /^(compat\.v1\.)?(zeros|ones|constant|random_normal|random_uniform)_initializer$/;

/** The class of an initializer of `keras.initializers`; undefined for the module's other names. */
export function initializerClass(name: string, module: string): ClassValue | undefined {
  return module !== 'keras.initializers' || FUNCTIONS.has(name) ? undefined : made(name, module);
}

/** The class of an initializer that TensorFlow has, by its name behind `tf.`. */
export function tensorflowInitializer(name: string): ClassValue | undefined {
  return TENSORFLOW.test(name) ? made(name.slice(name.lastIndexOf('.') + 1), 'tensorflow') : undefined;
}

function made(name: string, module: string): ClassValue {
  const base = inertClass('Initializer', module);
  return new ClassValue(
    declaredIdentity(),
    name,
    module,
    [base],
    named(
      nativeFunction('__init__', null, () => NONE),
      pythonFunction(
        '__call__(self, shape, dtype=None, **kwargs)',
        (context, _self: Value, shape: Value, dtype: Value) => valuesOf(shape, dtype, context),
      ),
    ),
  );
}

/** Values of the shape asked for: floats, unless another type is. */
function valuesOf(given: Value, dtype: Value, context: Context): Value {
  const shape: Shape = shapeOf(given) ?? unknownShape(context.because('the shape of the values is not followed'));
  const type: DType = dtype.kind === 'None' ? settingsOf(context).floatx.value : (dtypeOf(dtype) ?? '?');
  return new TensorValue({ library: 'tensorflow', symbolic: false, shape, dtype: type });
}
