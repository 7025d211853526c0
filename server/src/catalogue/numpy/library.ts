/** What `import numpy` gives. */
import { isKnown } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { hasRank } from '../../shapes/shape';
import { type Arguments, args } from '../../values/arguments';
import type { Context, Generation } from '../../values/context';
import { Namespace } from '../../values/heap';
import { numpyArray } from '../../values/tensor';
import {
  ClassValue,
  float,
  InstanceValue,
  ModuleValue,
  type NativeFunction,
  NONE,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { declaredIdentity, named, nativeFunction } from '../native';
import { callOp, opFunction } from '../ops/call-op';
import { type OpDefinition, tensorOf } from '../ops/define-op';
import { array, numpyOp as declared } from './define';
import { castAll, contentOf } from './elements';
import { numpyFunctions } from './functions';
import { numpyOpNamed } from './index';
import { bracketJoining } from './joining';
import { generator, random } from './random';
import { typeNamed } from './types';

const CONSTANTS: Readonly<Record<string, Value>> = {
  newaxis: NONE,
  pi: float(Math.PI),
  e: float(Math.E),
  euler_gamma: float(0.577_215_664_901_532_9),
  inf: float(Number.POSITIVE_INFINITY),
  Inf: float(Number.POSITIVE_INFINITY),
  infty: float(Number.POSITIVE_INFINITY),
  PINF: float(Number.POSITIVE_INFINITY),
  NINF: float(Number.NEGATIVE_INFINITY),
  nan: float(Number.NaN),
  NaN: float(Number.NaN),
  NAN: float(Number.NaN),
};

/** Parts of numpy that are modules. */
const PARTS: ReadonlySet<string> = new Set(
  'random linalg fft lib lib.stride_tricks testing typing polynomial ma char core exceptions dtypes rec'.split(' '),
);

/** Classes of numbers, by the names that they have in numpy. */
const SCALARS: ReadonlySet<string> = new Set(
  (
    'bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128 ' +
    'half single double byte ubyte short ushort intc uintc int_ uint long ulong longlong ulonglong intp uintp ' +
    'float_ complex_ csingle cdouble object_'
  ).split(' '),
);

/** Classes that others derive from, and that are asked for with `isinstance`. */
const ABSTRACT = 'generic number integer signedinteger unsignedinteger inexact floating complexfloating'.split(' ');

export class NumpyLibrary {
  private readonly modules = new Map<string, ModuleValue>();
  private readonly values = new Map<string, Value | undefined>();

  constructor(
    private readonly ndarray: ClassValue,
    private readonly generation: Generation,
  ) {}

  /** A module by its name; undefined for what is not numpy's. */
  module(name: string): ModuleValue | undefined {
    const known = this.modules.get(name);
    if (known) return known;
    if (name !== 'numpy' && !name.startsWith('numpy.')) return undefined;
    const part = name.slice('numpy.'.length);
    const module = new ModuleValue(name, new Namespace<Value>(undefined, true), {
      complete: false,
      member: (member) => this.member(name, part, member),
      names: () => (part === '' ? [...PARTS].filter((one) => !one.includes('.')) : []),
    });
    this.modules.set(name, module);
    return module;
  }

  /** The class of single numbers of a type. */
  scalarClass(dtype: DType): ClassValue | undefined {
    const found = this.find(dtype === 'bool' ? 'bool_' : dtype);
    return found?.kind === 'class' ? found : undefined;
  }

  private member(module: string, part: string, name: string): Value {
    const inside = part === '' ? name : `${part}.${name}`;
    const found = this.find(inside);
    if (found) return found;
    if (PARTS.has(inside)) return this.module(`${module}.${name}`) as Value;
    return unknown({ text: `\`np.${inside}\` is not in the catalogue yet` });
  }

  private find(name: string): Value | undefined {
    if (!this.values.has(name)) this.values.set(name, this.make(name));
    return this.values.get(name);
  }

  private make(name: string): Value | undefined {
    if (name === 'ndarray') return this.ndarray;
    const constant = CONSTANTS[name];
    if (constant) return constant;
    if (SCALARS.has(name) || this.isOldName(name)) return scalarClass(name);
    if (ABSTRACT.includes(name)) return new ClassValue(declaredIdentity(), name, 'numpy', [], []);
    const fixed = numpyFunctions.get(name) ?? INSTANCES[name] ?? CLASSES[name];
    if (fixed) return fixed;
    const definition = numpyOpNamed(name);
    return definition && opFunction(definition, name.slice(name.lastIndexOf('.') + 1));
  }

  /** `np.bool` is numpy's own in version 2; before 1.24 these were Python's classes. */
  private isOldName(name: string): boolean {
    if (name === 'bool') return true;
    return this.generation !== 'keras3' && ['int', 'float', 'complex', 'object'].includes(name);
  }
}

/** `np.float32`: an element type, and a function that converts to it. */
function scalarClass(name: string): ClassValue {
  const type = typeNamed(name) ?? '?';
  const convert = declared(`${name}(x=0)`, {
    summary: `Converts to ${type}.`,
    read: { x: array() },
    output: ({ args: { x } }) => tensorOf(x.anyShape, type),
    elements: ({ args: { x } }) => {
      const content = contentOf(x);
      return content && castAll(content.items, type);
    },
  });
  const create = nativeFunction('__new__', null, (given, context) =>
    callOp(convert, { ...given, positional: given.positional.slice(1) }, context, name),
  );
  return new ClassValue(declaredIdentity(), name, 'numpy', [], named(create));
}

/** Methods of an instance that are functions without it. */
function withoutSelf(definitions: readonly OpDefinition[]): NativeFunction[] {
  return definitions.flatMap((definition) =>
    [definition.name, ...(definition.aliases ?? [])].map((full) => {
      const name = full.slice(full.lastIndexOf('.') + 1);
      return nativeFunction(name, null, (given, context) =>
        callOp(definition, { ...given, positional: given.positional.slice(1) }, context, name),
      );
    }),
  );
}

const changing = ['shuffle', 'seed', 'set_state'].map((name) => {
  const change = numpyFunctions.get(`random.${name}`);
  return nativeFunction(name, null, (given, context) =>
    change ? change.call({ ...given, positional: given.positional.slice(1) }, context) : NONE,
  );
});

function generatorClass(name: string, definitions: readonly OpDefinition[]): ClassValue {
  const getAttribute = nativeFunction('__getattr__', null, (_given, context) =>
    context.unknown(`methods of ${name} that are not declared are not followed`),
  );
  return new ClassValue(
    declaredIdentity(),
    name,
    'numpy.random',
    [],
    named(
      ...withoutSelf(definitions),
      ...changing,
      getAttribute,
      nativeFunction('__init__', null, () => NONE),
    ),
  );
}

const RANDOM_STATE = generatorClass('RandomState', random);
const GENERATOR = generatorClass('Generator', generator);

const defaultRng = nativeFunction('default_rng', null, ({ positional: [given] }) =>
  given?.kind === 'instance' && given.cls === GENERATOR ? given : new InstanceValue(declaredIdentity(), GENERATOR),
);

const CLASSES: Readonly<Record<string, Value>> = {
  'random.RandomState': RANDOM_STATE,
  'random.Generator': GENERATOR,
  'random.default_rng': defaultRng,
};

/** Objects that only take brackets. */
function bracketed(name: string, read: (key: Value, context: Context) => Value): InstanceValue {
  const get = nativeFunction('__getitem__', null, ({ positional: [, key] }: Arguments, context) =>
    read(key ?? NONE, context),
  );
  return new InstanceValue(declaredIdentity(), new ClassValue(declaredIdentity(), name, 'numpy', [], named(get)));
}

const [rows, columns] = bracketJoining as [OpDefinition, OpDefinition];

/** `np.mgrid[0:3, 0:4]`: grids of the slices. */
function grid(key: Value, context: Context, dense: boolean): Value {
  const slices = key.kind === 'tuple' ? key.items : [key];
  const counted = slices.map((one) => callOp(rows, args([one]), context, 'r_'));
  const sizes = counted.map((one) => (one.kind === 'tensor' && hasRank(one.shape) ? one.shape[0] : undefined));
  if (!sizes.every((size) => size !== undefined && isKnown(size))) return context.unknown('a slice is not known');
  const known = sizes as number[];
  const type = counted.some((one) => one.kind === 'tensor' && one.dtype === 'float64') ? 'float64' : 'int64';
  if (key.kind !== 'tuple') return numpyArray(known, type);
  if (dense) return numpyArray([known.length, ...known], type);
  return tuple(
    known.map((size, axis) =>
      numpyArray(
        known.map((_, i) => (i === axis ? size : 1)),
        type,
      ),
    ),
  );
}

const INSTANCES: Readonly<Record<string, Value>> = {
  r_: bracketed('RClass', (key, context) => callOp(rows, args([key]), context, 'r_')),
  c_: bracketed('CClass', (key, context) => callOp(columns, args([key]), context, 'c_')),
  s_: bracketed('IndexExpression', (key) => key),
  index_exp: bracketed('IndexExpression', (key) => (key.kind === 'tuple' ? key : tuple([key]))),
  mgrid: bracketed('MGridClass', (key, context) => grid(key, context, true)),
  ogrid: bracketed('OGridClass', (key, context) => grid(key, context, false)),
};
