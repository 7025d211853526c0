/** What `import tensorflow` gives: Keras in it, element types, and the functions that ops declare. */
import { isDType } from '../../shapes/dtype';
import { bind } from '../../values/arguments';
import { Namespace } from '../../values/heap';
import {
  bool,
  int,
  ListValue,
  ModuleValue,
  type NativeFunction,
  NONE,
  str,
  unknown,
  type Value,
} from '../../values/value';
import { nativeFunction, pythonFunction } from '../native';
import { DTYPE_CLASS, dtypeInstance } from './dtype';
import { enableNumpyBehavior } from './numpy-behavior';
import { TENSOR_SHAPE } from './tensor-shape';

/** Values by their name behind `tensorflow.`: `nn.relu`, `Variable`. */
export type TensorFlowNames = (name: string) => Value | undefined;

const VERSION_1 = 'tensorflow.compat.v1';
const ROOTS = [VERSION_1, 'tensorflow.compat.v2', 'tensorflow._api.v2', 'tensorflow'];

const VERSION_NAMES: ReadonlySet<string> = new Set(['__version__', 'version.VERSION', 'VERSION']);

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
  'image.ResizeMethod',
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
  private readonly ofVersion1 = new Map<NativeFunction, NativeFunction>();

  constructor(
    private readonly ops: TensorFlowNames,
    /** All names of those, for `from tensorflow.nn import *`. */
    private readonly declared: () => Iterable<string>,
    /** A module of Keras by its name. */
    private readonly keras: (name: string) => ModuleValue | undefined,
    /** `tf.__version__` */
    private readonly version: Value | undefined,
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
    if (VERSION_NAMES.has(inside) && this.version) return this.version;
    const found = module.startsWith(VERSION_1) ? this.findOfVersion1(inside) : this.find(inside);
    if (found) return found;
    if (PARTS.has(inside) || part === 'python' || inside === 'python') return this.module(`${module}.${name}`) as Value;
    // Nor is it known whether TensorFlow has it.
    const open = unknown({ text: `\`tf.${inside}\` is not in the catalogue yet` });
    return { ...open, present: open };
  }

  /** Functions of version 1: those that are declared for it, else version 2's with room for other arguments. */
  private findOfVersion1(name: string): Value | undefined {
    const own = this.find(`compat.v1.${name}`);
    if (own) return own;
    const found = this.find(name);
    if (found?.kind !== 'native' || !found.signature) return found;
    const known = this.ofVersion1.get(found) ?? withOtherArguments(found);
    this.ofVersion1.set(found, known);
    return known;
  }

  private find(name: string): Value | undefined {
    if (!this.values.has(name)) this.values.set(name, this.ops(name) ?? own(name));
    return this.values.get(name);
  }
}

/** Version 1's functions have arguments of their own (`keep_dims`, `dim`): what does not fit is not known. */
function withOtherArguments(found: NativeFunction): NativeFunction {
  return nativeFunction(found.name, null, (given, context) => {
    const fits = !found.signature || bind(found.signature, given).problem === null;
    if (fits) return found.call(given, context);
    return context.unknown(`the arguments of ${found.name} of version 1 of TensorFlow are not followed`);
  });
}

/** The names in `tf.image.ResizeMethod`: texts in version 2, numbers in version 1. */
const RESIZE_METHODS: ReadonlyMap<string, Value> = new Map(
  [
    ['BILINEAR', 'bilinear'],
    ['NEAREST_NEIGHBOR', 'nearest'],
    ['BICUBIC', 'bicubic'],
    ['AREA', 'area'],
    ['LANCZOS3', 'lanczos3'],
    ['LANCZOS5', 'lanczos5'],
    ['GAUSSIAN', 'gaussian'],
    ['MITCHELLCUBIC', 'mitchellcubic'],
  ].flatMap(([name, method], i): [string, Value][] => [
    [`image.ResizeMethod.${name}`, str(method as string)],
    ...(i < 4 ? [[`compat.v1.image.ResizeMethod.${name}`, int(i)] as [string, Value]] : []),
  ]),
);

/** What TensorFlow has that is no op. */
function own(name: string): Value | undefined {
  if (isDType(name)) return dtypeInstance(name);
  if (name.startsWith('dtypes.') && isDType(name.slice(7))) return dtypeInstance(name.slice(7));
  const method = RESIZE_METHODS.get(name);
  if (method) return method;
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
    case 'config.list_logical_devices':
    case 'config.list_physical_devices':
    case 'config.experimental.list_logical_devices':
    case 'config.experimental.list_physical_devices':
      return devices;
    case 'experimental.numpy.experimental_enable_numpy_behavior':
      return enableNumpyBehavior;
    case 'is_tensor':
      return isTensor;
    case 'recompute_grad':
      return nativeFunction(name, null, (given) => given.positional[0] ?? given.keywords.get('f') ?? NONE);
    case 'custom_gradient':
      return customGradient;
    default:
      return undefined;
  }
}

/** TPUs are there once a program has set them up; what else there is depends on the machine. */
const devices = pythonFunction('list_devices(device_type=None)', (context, type: Value): Value => {
  if (type.kind === 'str' && type.value === 'TPU') return new ListValue([]);
  return context.unknown('which devices there are depends on the machine');
});

/** `tf.is_tensor`: Keras 2's symbolic tensors are some too. */
const isTensor = pythonFunction('is_tensor(x)', (context, x: Value): Value => {
  if (x.kind === 'unknown') return x;
  if (x.kind === 'instance') return context.unknown('whether the object counts as a tensor is not followed');
  if (x.kind !== 'tensor') return bool(false);
  return bool(x.library === 'tensorflow' || (x.library === 'keras' && context.generation !== 'keras3'));
});

/** `@tf.custom_gradient`: the function gives its result and a function for the gradient; its callers get the result. */
const customGradient = nativeFunction('custom_gradient', null, (given) => {
  const decorated = given.positional[0] ?? given.keywords.get('f') ?? NONE;
  return nativeFunction('decorated', null, (inside, context) => {
    const both = context.call(decorated, inside);
    if (both.kind === 'unknown') return both;
    const items = both.kind === 'tuple' || both.kind === 'list' ? both.items : [];
    return items[0] ?? context.unknown('the function gives no result with a gradient');
  });
});

/** `@tf.function` and `@tf.function(…)`: the function stays what it is. */
function decorator(name: string): Value {
  const identity = nativeFunction(name, null, (given) => given.positional[0] ?? { kind: 'None' });
  return nativeFunction(name, null, (given) => {
    const [decorated] = given.positional;
    return decorated && decorated.kind !== 'None' ? decorated : (given.keywords.get('func') ?? identity);
  });
}
