/** The class `keras.layers.Layer`, and the class of each declared layer. */
import { type DTypePolicy, isLayer, LayerState, layerState } from '../../graph/layer';
import { flatten } from '../../graph/structure';
import { dynamic } from '../../shapes/dimension';
import type { Place } from '../../shapes/reason';
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { once } from '../../values/once';
import {
  bool,
  type ClassMethodValue,
  ClassValue,
  InstanceValue,
  type NativeFunction,
  NONE,
  OBJECT,
  type StaticMethodValue,
  str,
  type Value,
} from '../../values/value';
import type { ConstructQuestion, LayerDefinition } from '../define-layer';
import { failure, refusal } from '../failure';
import { ask, type Construction, construct, signatureOf, writtenIn } from '../layer-call';
import { declaredIdentity, named, nativeFunction, parseSignature, property, pythonFunction } from '../native';
import { missingAttribute } from './attributes';
import { callSignatureOf } from './call-signatures';
import { callLayer } from './calling/call';
import { build, callDefinition, callSettings, countLayersInside, makesMask, newMask } from './calling/definition';
import { declareCall } from './calling/how';
import { originOf, outputValue } from './calling/tensors';
import { configOf, fromConfig } from './config';
import { DeclaredState } from './declared-state';
import { readPolicy } from './dtype-policy';
import { flattenLayers } from './flatten-layers';
import { fromKeras1 } from './keras1';
import { baseKeywords, initializeLayer } from './layer-init';
import { shapeMembers, shapeTensors } from './layer-shapes';
import { weightMembers } from './layer-weights';
import { policyInstance } from './policy-class';
import { type ImageDataFormat, settingsOf, UNKNOWN_POLICY } from './settings';
import { type Containers, track } from './tracking';

/** How the state of a class' instances is made; the first in the resolution order counts. */
const states = new WeakMap<ClassValue, (place: Place | null) => LayerState>();

/** Says what instances of a declared class, and of classes that derive from it, keep. */
export function keepsState(cls: ClassValue, make: (place: Place | null) => LayerState): ClassValue {
  states.set(cls, make);
  return cls;
}

/** A bare instance, as `__new__` makes it. */
export function newLayer(cls: ClassValue, context: Context): InstanceValue {
  const make = cls.mro.map((one) => states.get(one)).find((one) => one !== undefined);
  const state = make?.(context.place) ?? new LayerState(null, context.place);
  const layer = new InstanceValue(context.heap.identity(), cls, state);
  if (context.generation === 'keras3') wrapBuild(layer, state, context);
  return layer;
}

/** Keras 3 gives an instance a `build` around that of its class (`Layer.__new__`): a layer is built once that has run. */
function wrapBuild(layer: InstanceValue, state: LayerState, context: Context): void {
  const own = layer.cls.lookup('build');
  if (own?.kind !== 'function') return;
  const method: Value = { kind: 'method', self: layer, function: own };
  const wrapper = nativeFunction('build', null, (given, inside) => {
    inside.call(method, given);
    state.built.set(inside.heap, true);
    return NONE;
  });
  const parameters = own.signature.parameters.slice(1);
  layer.attributes.set(context.heap, 'build', { ...wrapper, inspected: () => ({ parameters }) });
}

/** The same, where it is known what `__init__` is going to be given. */
function constructedLayer(cls: ClassValue, given: Arguments, context: Context): InstanceValue {
  const layer = newLayer(cls, context);
  const state = layerState(layer);
  if (state) state.constructedWith = given;
  return layer;
}

/** Makes a layer as Keras does inside of one of its functions: no expression of the program made it. */
export function makeInside(cls: Value, given: Arguments, context: Context): Value {
  if (cls.kind !== 'class' || !cls.mro.some((one) => states.has(one))) return context.call(cls, given);
  const layer = constructedLayer(cls, given, context);
  const initialize = cls.lookup('__init__');
  if (initialize) context.call(initialize, { ...given, positional: [layer, ...given.positional] });
  return layer;
}

export function layerClass(containers: Containers): ClassValue {
  const cls = new ClassValue(
    declaredIdentity(),
    'Layer',
    'keras.src.layers.layer',
    [],
    [
      ['__new__', newMethod(constructedLayer)],
      ['__init__', nativeFunction('__init__', null, initialize)],
      ...named(
        nativeFunction('__call__', null, (given, context) => {
          const [self] = given.positional;
          return self && isLayer(self)
            ? callLayer(self, withoutSelf(given), context)
            : context.unknown('it is no layer');
        }),
        declareCall(
          nativeFunction('call', null, (given, context) => given.positional[1] ?? context.unknown('no input is given')),
          'abstract',
          (generation) =>
            parseSignature(generation === 'keras3' ? 'call(*args, **kwargs)' : 'call(inputs, *args, **kwargs)')
              .signature,
        ),
        pythonFunction('build(self, input_shape=None)', (context, self: Value, shape: Value) => {
          const state = layerState(self);
          state?.built.set(context.heap, true);
          state?.buildShape.set(context.heap, shape);
          return NONE;
        }),
        pythonFunction('__setattr__(self, name, value)', (context, self: Value, name: Value, value: Value) => {
          if (name.kind !== 'str' || !isLayer(self)) return NONE;
          setPlain(self, name.value, track(self, name.value, value, containers, context), context);
          return NONE;
        }),
        pythonFunction('__getattr__(self, name)', (context, self: Value, name: Value) =>
          isLayer(self) && name.kind === 'str'
            ? missingAttribute(self, name.value, context)
            : context.unknown('it is no layer'),
        ),
        pythonFunction('get_config(self)', (context, self: Value) => configOf(self, context)),
        pythonFunction('add_loss(self, *args, **kwargs)', () => NONE),
        pythonFunction('add_metric(self, *args, **kwargs)', () => NONE),
        pythonFunction('add_update(self, *args, **kwargs)', () => NONE),
        pythonFunction('compute_mask(self, inputs, mask=None)', (context, self: Value, inputs: Value, mask: Value) =>
          computedMask(self, inputs, mask, context),
        ),
        flattenLayers,
        pythonFunction('__repr__(self)', (context, self: Value) => representation(self, context)),
      ),
      [
        'from_config',
        classMethod(
          pythonFunction('from_config(cls, config, custom_objects=None)', (context, self: Value, config: Value) =>
            fromConfig(self, config, context),
          ),
        ),
      ],
      ...stateMembers(),
      ...weightMembers(),
      ...shapeMembers(),
    ],
  );
  return keepsState(cls, (place) => new LayerState(null, place));
}

/** The base class hands a mask on; those that make or change masks are asked as their calls would be. */
function computedMask(self: Value, inputs: Value, mask: Value, context: Context): Value {
  const state = isLayer(self) ? self.payload : null;
  if (!(state instanceof DeclaredState)) return mask;
  if (makesMask(state)) {
    const made = newMask(state, inputs.kind === 'tensor' ? [inputs] : []);
    return made ?? context.unknown('masks are not followed');
  }
  return mask.kind === 'None' ? mask : context.unknown('masks are not followed');
}

function classMethod(method: NativeFunction): ClassMethodValue {
  return { kind: 'classmethod', function: method };
}

/** `__new__`: a static method that gets the class first. */
export function newMethod(make: (cls: ClassValue, given: Arguments, context: Context) => Value): StaticMethodValue {
  const method = nativeFunction('__new__', null, (given, context) => {
    const [cls] = given.positional;
    return cls?.kind === 'class'
      ? make(cls, withoutSelf(given), context)
      : context.raise('TypeError', 'X is not a type object');
  });
  return { kind: 'staticmethod', function: method };
}

/** The arguments behind the instance (or class) that a method gets first. */
export function withoutSelf(given: Arguments): Arguments {
  return { ...given, positional: given.positional.slice(1) };
}

/** Sets an attribute as Python does by itself. */
function setPlain(layer: InstanceValue, name: string, value: Value, context: Context): void {
  const plain = OBJECT.members.get('__setattr__');
  if (plain) context.call(plain, args([layer, str(name), value]));
  else layer.attributes.set(context.heap, name, value);
}

function representation(self: Value, context: Context): Value {
  const state = layerState(self);
  const name = state?.name.value;
  if (context.generation !== 'keras3' || !isLayer(self) || !name || state.built.value === null) {
    return context.unknown('how the layer prints is not known');
  }
  return str(`<${self.cls.name} name=${name}, built=${state.built.value ? 'True' : 'False'}>`);
}

/** `Layer.__init__`: keywords only in Keras 3; `trainable, name, dtype, dynamic` by position too before. */
function initialize(given: Arguments, context: Context): Value {
  const [self, ...rest] = given.positional;
  if (!self || !isLayer(self)) return NONE;
  const base = new Map(given.keywords);
  const names = context.generation === 'keras3' ? [] : ['trainable', 'name', 'dtype', 'dynamic'];
  if (rest.length > names.length) {
    const refused = failure(
      'invalid-argument',
      `\`Layer.__init__\` takes ${names.length === 0 ? 'keywords only' : `at most ${names.length} positional arguments`}, and is given ${rest.length} by position`,
      { exception: 'TypeError' },
    );
    context.refuse(refusal(refused, 'construct'), NONE, { callee: self.cls.name, instance: self });
  }
  rest.slice(0, names.length).forEach((value, i) => {
    base.set(names[i] as string, value);
  });
  if (given.uncertain && !base.has('name')) base.set('name', { kind: 'unknown', reason: given.uncertain });
  initializeLayer(self, self.cls.name, base, context);
  return NONE;
}

function stateMembers(): (readonly [string, Value])[] {
  const text = (read: (state: LayerState) => string | null) =>
    property((context, self) => {
      const state = layerState(self);
      const value = state ? read(state) : null;
      return value === null || value === '?' ? context.unknown('it is not known') : str(value);
    });
  const setName = (context: Context, self: Value, value: Value): void => {
    layerState(self)?.name.set(context.heap, value.kind === 'str' ? value.value : null);
  };
  const name = property(
    (context, self) => nameOf(self, context),
    (context, self, value) => {
      if (context.generation === 'keras2') context.raise('AttributeError', "can't set attribute 'name'");
      setName(context, self, value);
    },
  );
  return [
    ['name', name],
    [
      '_name',
      property(
        (context, self) => nameOf(self, context),
        // Keras 3 keeps the name elsewhere: an attribute `_name` says nothing there.
        (context, self, value) => {
          if (context.generation !== 'keras3') setName(context, self, value);
        },
      ),
    ],
    [
      'built',
      property(
        (context, self) => {
          const built = layerState(self)?.built.value;
          return typeof built === 'boolean'
            ? bool(built)
            : context.unknown('it is not known whether the layer is built');
        },
        (context, self, value) => {
          const truth = context.truth(value);
          layerState(self)?.built.set(context.heap, typeof truth === 'boolean' ? truth : null);
        },
      ),
    ],
    ['dtype', text((state) => policyOf(state).variable)],
    ['variable_dtype', text((state) => policyOf(state).variable)],
    ['compute_dtype', text((state) => policyOf(state).compute)],
    [
      'dtype_policy',
      property(
        (context, self) => {
          const state = layerState(self);
          return policyInstance(state ? policyOf(state) : UNKNOWN_POLICY, context);
        },
        (context, self, value) => {
          const read = readPolicy(value, 'dtype_policy', context);
          layerState(self)?.policy.set(context.heap, 'policy' in read ? read.policy : UNKNOWN_POLICY);
        },
      ),
    ],
  ];
}

/** Layers whose constructors set a type of their own, by their arguments and the version of Keras. */
const WITH_OWN_TYPE = /^(?:Hashing|HashedCrossing|IntegerLookup|StringLookup|TextVectorization)$/;

function policyOf(state: LayerState): DTypePolicy {
  const isOwn = state instanceof DeclaredState && WITH_OWN_TYPE.test(state.definition.name);
  return isOwn ? UNKNOWN_POLICY : state.policy.value;
}

function nameOf(self: Value, context: Context): Value {
  const name = layerState(self)?.name.value;
  return name === null || name === undefined ? context.unknown('the name of the layer is not known') : str(name);
}

/** The class of a declared layer: its constructor binds by the definition, its `call` asks it. */
export function declaredClass(definition: LayerDefinition, base: ClassValue): ClassValue {
  const cls = new ClassValue(
    declaredIdentity(),
    definition.className ?? definition.name,
    'keras.layers',
    [base],
    [
      [
        '__init__',
        nativeFunction(
          '__init__',
          once(() => ({ parameters: [SELF, ...signatureOf(definition).parameters] })),
          (given, context) => {
            const [self] = given.positional;
            const state = self && layerState(self);
            if (self && isLayer(self) && state instanceof DeclaredState)
              initializeDeclared(self, state, withoutSelf(given), context);
            return NONE;
          },
        ),
      ],
      ...named(
        declareCall(
          nativeFunction('call', null, (given, context) => {
            const [self] = given.positional;
            const state = self && layerState(self);
            if (!self || !isLayer(self) || !(state instanceof DeclaredState)) return context.unknown('it is no layer');
            return callDefinition(self, state, withoutSelf(given), context).output;
          }),
          'definition',
          (generation) => callSignatureOf(definition.name, generation),
        ),
        nativeFunction('build', null, (given, context) => {
          const [self] = given.positional;
          const state = self && layerState(self);
          if (self && isLayer(self) && state instanceof DeclaredState) {
            buildDeclared(self, state, shapesGiven(definition, withoutSelf(given)), context);
          }
          return NONE;
        }),
      ),
      ...(definition.members ?? []),
    ],
  );
  definitions.set(cls, definition);
  return keepsState(cls, (place) => new DeclaredState(definition, place));
}

/** How each declared class is declared: fixed when it is made. */
const definitions = new WeakMap<ClassValue, LayerDefinition>();

/** The declaration of a layer's own class; undefined for classes of the program, and for what is no layer. */
export function definitionOfClass(cls: Value): LayerDefinition | undefined {
  return cls.kind === 'class' ? definitions.get(cls) : undefined;
}

const SELF = { name: 'self', kind: 'positional', default: null } as const;

function initializeDeclared(layer: InstanceValue, state: DeclaredState, given: Arguments, context: Context): void {
  const { definition } = state;
  const settings = settingsOf(context);
  const keywords = baseKeywords(context.generation);
  const made = construct(
    definition,
    withDataFormat(definition, context.generation === 'keras1' ? fromKeras1(definition.name, given) : given, context),
    {
      generation: context.generation,
      imageDataFormat: settings.imageDataFormat.value ?? 'channels_last',
      customObjects: settings.customObjects.value,
    },
    keywords,
  );
  state.construction.set(context.heap, made);
  state.arguments.set(context.heap, made.bound);
  if (made.failure) {
    context.refuse(refusal(made.failure, 'construct'), NONE, {
      kind: 'layer',
      callee: definition.name,
      instance: layer,
    });
  }
  const base = new Map<string, Value>();
  for (const [name, value] of made.base) if (keywords.has(name)) base.set(name, value);
  for (const name of ['name', 'dtype', 'trainable']) {
    const argument = made.bound.get(name);
    if (argument && argument.source.from !== 'default') base.set(name, argument.value);
  }
  initializeLayer(layer, definition.name, base, context);
  countLayersInside(definition, 'constructed', context);
  implyInput(state, made, settings.imageDataFormat.value, context);
  if (context.generation === 'keras3' && BUILT_AT_ONCE.has(definition.name)) state.built.set(context.heap, true);
  definition.initialize?.(layer, context);
}

/** Layers without weights whose constructor counts them as built in Keras 3 (`_build_at_init`). */
const BUILT_AT_ONCE: ReadonlySet<string> = new Set([
  ...['Activation', 'ELU', 'LeakyReLU', 'ReLU', 'Softmax'],
  ...['ActivityRegularization', 'AlphaDropout', 'Dropout', 'GaussianDropout', 'GaussianNoise'],
  ...['SpatialDropout1D', 'SpatialDropout2D', 'SpatialDropout3D'],
  ...['AveragePooling1D', 'AveragePooling2D', 'AveragePooling3D', 'MaxPooling1D', 'MaxPooling2D', 'MaxPooling3D'],
  ...['GlobalAveragePooling1D', 'GlobalAveragePooling2D', 'GlobalAveragePooling3D'],
  ...['GlobalMaxPooling1D', 'GlobalMaxPooling2D', 'GlobalMaxPooling3D'],
  ...['Identity', 'Masking', 'Reshape', 'UnitNormalization'],
]);

/** The input shape that a layer's constructor takes from its other arguments, where it is told none. */
function implyInput(
  state: DeclaredState,
  made: Construction,
  imageDataFormat: ImageDataFormat | null,
  context: Context,
): void {
  const { definition } = state;
  const [args] = made.readings;
  if (!definition.impliedInput || !args || made.readings.length !== 1 || state.inputShape.value) return;
  const question: ConstructQuestion<never> = {
    callee: definition.name,
    args: args as never,
    written: writtenIn(made.bound),
    generation: context.generation,
    imageDataFormat: imageDataFormat ?? 'channels_last',
  };
  const implied = definition.impliedInput(question);
  if (implied) state.inputShape.set(context.heap, [dynamic('batch'), ...implied]);
}

/** Where the default data format is not known, neither is one that the call leaves out. */
function withDataFormat(definition: LayerDefinition, given: Arguments, context: Context): Arguments {
  if (settingsOf(context).imageDataFormat.value !== null || !('data_format' in definition.params)) return given;
  const index = Object.keys(definition.params).indexOf('data_format');
  if (given.keywords.has('data_format') || given.positional.length > index) return given;
  const open = context.unknown('the default data format is not known');
  return { ...given, keywords: new Map([...given.keywords, ['data_format', open]]) };
}

/** The shapes that `build` is given: one, or one for each input of `call` (`query_shape`, `value_shape`). */
function shapesGiven({ callInputs = [] }: LayerDefinition, { positional, keywords }: Arguments): readonly Value[] {
  if (callInputs.length === 0) return [positional[0] ?? keywords.get('input_shape') ?? NONE];
  const shapes = callInputs.map((name, i) => positional[i] ?? keywords.get(`${name}_shape`) ?? NONE);
  return shapes.filter((shape, i) => i === 0 || shape.kind !== 'None');
}

/** `layer.build(input_shape)`: the weights for inputs of that shape. */
function buildDeclared(layer: InstanceValue, state: DeclaredState, shapes: readonly Value[], context: Context): void {
  if (state.built.value === true) return;
  const [shape = NONE] = shapes;
  state.buildShape.set(context.heap, shape);
  const made = state.construction.value;
  const structure = shapeTensors(shape, context);
  const tensors = shapes.flatMap((one) =>
    flatten(shapeTensors(one, context)).flatMap((leaf) => (leaf.kind === 'tensor' ? [leaf] : [])),
  );
  const { buildsInner } = state.definition;
  if (made && !made.failure && tensors.length > 0 && buildsInner === 'by calling') {
    callDefinition(layer, state, args([structure]), context);
    return;
  }
  if (buildsInner === 'layer') {
    const inner = layer.attributes.get('layer');
    const method = inner && context.attribute(inner, 'build');
    if (method) context.call(method, args([shape]));
    state.built.set(context.heap, true);
    return;
  }
  if (buildsInner === 'nothing') {
    build(layer, state, [], null, context);
    return;
  }
  if (!made || made.failure || tensors.length === 0 || state.definition.evaluate) {
    build(layer, state, null, null, context);
    return;
  }
  const settings = { ...callSettings(state, new Map(), context), onlyBuilds: true };
  const answer = ask(state.definition, made, tensors, settings);
  build(layer, state, answer.failure ? null : answer.weights, tensors, context);
  state.builtOutput.set(context.heap, outputValue(answer.output, answer.dtype, originOf(tensors), context));
}
