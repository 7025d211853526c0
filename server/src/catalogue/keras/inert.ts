/**
 * Classes and functions of Keras that no shape depends on: optimizers, losses, metrics, callbacks,
 * initializers … Programs make them, pass them on and derive from them; what they give is not known.
 */
import { type Arguments, args } from '../../values/arguments';
import { ClassValue, InstanceValue, type NativeFunction, NONE, type Payload, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';

/** Modules whose names are inert. */
export const INERT_MODULES: ReadonlySet<string> = new Set([
  'keras.initializers',
  'keras.regularizers',
  'keras.constraints',
  'keras.losses',
  'keras.metrics',
  'keras.metrics.experimental',
  'keras.optimizers',
  'keras.optimizers.legacy',
  'keras.optimizers.schedules',
  'keras.optimizers.experimental',
  'keras.callbacks',
  'keras.callbacks.experimental',
  'keras.quantizers',
]);

/** Single names of other modules. */
export const INERT_NAMES: ReadonlySet<string> = new Set([
  'keras.layers.InputSpec',
  'keras.Initializer',
  'keras.Loss',
  'keras.Metric',
  'keras.Optimizer',
  'keras.Quantizer',
  'keras.Regularizer',
  'keras.random.SeedGenerator',
]);

/** Other names of classes, under which they are called. */
export const INERT_ALIASES: ReadonlyMap<string, string> = new Map(
  [
    ['regularizers', 'l1 L1', 'l2 L2', 'l1_l2 L1L2', 'orthogonal_regularizer OrthogonalRegularizer'],
    [
      'constraints',
      'max_norm MaxNorm',
      'min_max_norm MinMaxNorm',
      'non_neg NonNeg',
      'unit_norm UnitNorm',
      'radial_constraint RadialConstraint',
    ],
  ].flatMap(([module, ...pairs]) =>
    pairs.map((pair): [string, string] => {
      const [alias, name] = pair.split(' ');
      return [`keras.${module}.${alias}`, `keras.${module}.${name}`];
    }),
  ),
);

/** Which inert thing of Keras' it is. */
export interface InertOrigin {
  /** `keras.losses` */
  readonly module: string;
  readonly name: string;
}

/** What the constructor of an inert class was given. */
class InertState implements Payload {
  readonly type = 'inert';
  constructor(readonly given: Arguments) {}
}

const origins = new WeakMap<ClassValue | NativeFunction, InertOrigin>();

/** What a function, class or instance of Keras' own is; undefined for those of the program, derived ones too. */
export function inertOrigin(value: Value): InertOrigin | undefined {
  if (value.kind === 'instance') return origins.get(value.cls);
  return value.kind === 'class' || value.kind === 'native' ? origins.get(value) : undefined;
}

/** What a class is derived from, if that is one of Keras' own; that class itself included. */
export function inertClassOf(cls: ClassValue): InertOrigin | undefined {
  for (const base of cls.mro) {
    const origin = origins.get(base);
    if (origin) return origin;
  }
  return undefined;
}

/** Arguments of an instance's constructor, without the instance. */
export function inertArguments(value: Value): Arguments | undefined {
  return value.kind === 'instance' && value.payload instanceof InertState ? value.payload.given : undefined;
}

/** Notes of a function what it is, where it is declared as an op. */
export function withInertOrigin(value: Value, module: string, name: string): Value {
  if (value.kind === 'native' && !origins.has(value)) origins.set(value, { module, name });
  return value;
}

/** `from_config(config)`: one of the class, which of Keras' own says no more here than that; `cls(**config)` otherwise. */
const FROM_CONFIG = pythonFunction('from_config(cls, config)', (context, cls: Value, config: Value) => {
  if (cls.kind !== 'class') return context.unknown('it is not a class');
  if (INERT_MODULES.has(cls.module)) return new InstanceValue(context.heap.identity(), cls);
  if (config.kind !== 'dict' || config.uncertain) return context.unknown('the config is not known');
  const keywords = [...config.entries].flatMap(([, { key, value }]) =>
    key.kind === 'str' ? [[key.value, value] as const] : [],
  );
  return context.call(cls, args([], keywords));
});

/** Whose objects a program calls: `initializer(shape)`, `loss(y, z)`. `own` are members that do more than to be there. */
export function inertClass(name: string, module: string, own: readonly NativeFunction[] = []): ClassValue {
  const cls = new ClassValue(
    declaredIdentity(),
    name,
    module,
    [],
    [
      ...named(
        nativeFunction('__init__', null, (given, context) => {
          const [self, ...positional] = given.positional;
          if (self?.kind === 'instance' && !self.payload)
            self.setPayload(context.heap, new InertState({ ...given, positional }));
          return NONE;
        }),
        nativeFunction('__call__', null, (_given, context) =>
          context.unknown(`what a \`${name}\` gives is not followed`),
        ),
        pythonFunction('__getattr__(self, name)', (context, _self: Value, attribute: Value) => {
          const text = attribute.kind === 'str' ? attribute.value : 'attribute';
          if (text.startsWith('__'))
            return context.raise('AttributeError', `'${name}' object has no attribute '${text}'`);
          return context.unknown(`\`${text}\` of a \`${name}\` is not followed`);
        }),
        ...own,
      ),
      ['from_config', { kind: 'classmethod', function: FROM_CONFIG }],
    ],
    { partial: true },
  );
  origins.set(cls, { module, name });
  return cls;
}

export function inertFunction(name: string, module: string, call?: NativeFunction['call']): NativeFunction {
  const made = nativeFunction(
    name,
    null,
    call ?? ((_given, context) => context.unknown(`what \`${name}\` gives is not followed`)),
  );
  origins.set(made, { module, name });
  return made;
}

/** Modules whose `get` turns a name into what it names, and leaves everything else as it is. */
const WITH_GET: ReadonlySet<string> = new Set([
  'keras.activations',
  'keras.initializers',
  'keras.regularizers',
  'keras.constraints',
  'keras.losses',
  'keras.metrics',
  'keras.optimizers',
]);

/** `keras.activations.get` and the like; `find` gives what is declared under a full name. */
export function getFunction(module: string, find: (name: string) => Value | undefined): NativeFunction | undefined {
  if (!WITH_GET.has(module)) return undefined;
  return pythonFunction('get(identifier)', (context, identifier: Value) => {
    if (identifier.kind === 'None' && module !== 'keras.activations') return NONE;
    if (identifier.kind !== 'str' && identifier.kind !== 'None') return identifier;
    const name = identifier.kind === 'str' ? identifier.value : 'linear';
    const found = find(`${module}.${name}`);
    if (found && found.kind !== 'class') return found;
    // What it is made of plays no part in shapes; that it is no layer does.
    return new InstanceValue(context.heap.identity(), found?.kind === 'class' ? found : inertClass(name, module));
  });
}
