/** What `import tensorflow` gives: Keras in it, element types, and the functions that ops declare. */
import { isDType } from '../../shapes/dtype';
import { Namespace } from '../../values/heap';
import { ModuleValue, NONE, unknown, type Value } from '../../values/value';
import { nativeFunction } from '../native';
import { DTYPE_CLASS, dtypeInstance } from './dtype';
import { TENSOR_SHAPE } from './tensor-shape';

/** Values by their name behind `tensorflow.`: `nn.relu`, `Variable`. */
export type TensorFlowNames = (name: string) => Value | undefined;

const ROOTS = ['tensorflow.compat.v1', 'tensorflow.compat.v2', 'tensorflow._api.v2', 'tensorflow'];

/** Parts of TensorFlow that are modules. */
const PARTS: ReadonlySet<string> = new Set([
  'audio',
  'autograph',
  'bitwise',
  'compat',
  'compat.v1',
  'compat.v2',
  'config',
  'config.experimental',
  'data',
  'data.experimental',
  'debugging',
  'distribute',
  'dtypes',
  'errors',
  'experimental',
  'experimental.numpy',
  'feature_column',
  'image',
  'io',
  'linalg',
  'lite',
  'logging',
  'lookup',
  'math',
  'nn',
  'nest',
  'quantization',
  'ragged',
  'random',
  'saved_model',
  'sets',
  'signal',
  'sparse',
  'strings',
  'summary',
  'test',
  'train',
  'types',
  'version',
]);

export class TensorFlowLibrary {
  private readonly modules = new Map<string, ModuleValue>();
  private readonly values = new Map<string, Value | undefined>();

  constructor(
    private readonly ops: TensorFlowNames,
    /** All names of those, for `from tensorflow.nn import *`. */
    private readonly declared: () => Iterable<string>,
    /** A module of Keras by its name. */
    private readonly keras: (name: string) => ModuleValue | undefined,
  ) {}

  /** A module by its name; undefined for what is not TensorFlow's. */
  module(name: string): ModuleValue | undefined {
    const known = this.modules.get(name);
    if (known) return known;
    const root = ROOTS.find((one) => name === one || name.startsWith(`${one}.`));
    if (root === undefined) return undefined;
    const part = name.slice(root.length + 1);
    const module = new ModuleValue(name, new Namespace<Value>(undefined, true), {
      complete: false,
      member: (member) => this.member(name, part, member),
      names: () => this.names(part),
    });
    this.modules.set(name, module);
    return module;
  }

  private names(part: string): readonly string[] {
    const prefix = part === '' ? '' : `${part}.`;
    const inside = [...(part === '' ? ['keras'] : []), ...PARTS, ...this.declared()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
    return [...new Set(inside.filter((name) => name !== '' && !name.includes('.')))];
  }

  private member(module: string, part: string, name: string): Value {
    if (part === '' && name === 'keras') return this.keras(`${module}.keras`) as Value;
    const inside = part === '' ? name : `${part}.${name}`;
    const found = this.find(inside);
    if (found) return found;
    if (PARTS.has(inside) || part === 'python' || inside === 'python') return this.module(`${module}.${name}`) as Value;
    return unknown({ text: `\`tf.${inside}\` is not in the catalogue yet` });
  }

  private find(name: string): Value | undefined {
    if (!this.values.has(name)) this.values.set(name, this.ops(name) ?? own(name));
    return this.values.get(name);
  }
}

/** What TensorFlow has that is no op. */
function own(name: string): Value | undefined {
  if (isDType(name)) return dtypeInstance(name);
  if (name.startsWith('dtypes.') && isDType(name.slice(7))) return dtypeInstance(name.slice(7));
  switch (name) {
    case 'DType':
    case 'dtypes.DType':
      return DTYPE_CLASS;
    case 'newaxis':
      return NONE;
    case 'TensorShape':
      return TENSOR_SHAPE;
    case 'function':
    case 'autograph.experimental.do_not_convert':
      return decorator(name);
    default:
      return undefined;
  }
}

/** `@tf.function` and `@tf.function(…)`: the function stays what it is. */
function decorator(name: string): Value {
  const identity = nativeFunction(name, null, (given) => given.positional[0] ?? { kind: 'None' });
  return nativeFunction(name, null, (given) => {
    const [decorated] = given.positional;
    return decorated && decorated.kind !== 'None' ? decorated : (given.keywords.get('func') ?? identity);
  });
}
