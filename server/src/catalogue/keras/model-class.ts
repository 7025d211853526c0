/** The classes `Model`, `Functional` and `Sequential`. */
import { isLayer, layerState } from '../../graph/layer';
import { ModelState, modelState } from '../../graph/model';
import { NAMES } from '../../graph/names';
import { operationName } from '../../graph/node';
import { listedLayers } from '../../graph/rows';
import { ownedLayers } from '../../graph/weights';
import { args } from '../../values/arguments';
import type { Context, Generation } from '../../values/context';
import { ClassValue, type InstanceValue, ListValue, NONE, str, type Value } from '../../values/value';
import { failure, refusal } from '../failure';
import { declaredIdentity, named, nativeFunction, property, pythonFunction } from '../native';
import { describe, integerOf } from '../params';
import { callModel, callQuietly } from './calling/call';
import { declareCall } from './calling/how';
import { withOrigin } from './calling/tensors';
import { classesOf } from './classes';
import { configOf } from './config';
import { functionalArguments, initializeFunctional } from './functional';
import { keepsState, newLayer, newMethod, withoutSelf } from './layer-class';
import { shapeTensors } from './layer-shapes';
import { sequentialMembers } from './sequential';
import { trainingMembers } from './training/members';

export function modelClass(layer: ClassValue): ClassValue {
  const layerInit = layer.members.get('__init__');
  const cls = new ClassValue(
    declaredIdentity(),
    'Model',
    'keras.models',
    [layer],
    [
      [
        '__new__',
        newMethod((made, given, context) => {
          const classes = classesOf(made);
          // `Model(inputs, outputs)` is one of a class of its own.
          const functional = classes?.model === made && functionalArguments(given, context.generation) !== null;
          const model = newLayer(functional ? classes.functional : made, context);
          context.recordModel(model);
          return model;
        }),
      ],
      ...named(
        nativeFunction('__init__', null, (given, context) => {
          const [self] = given.positional;
          if (!self || !isLayer(self)) return NONE;
          const functional = functionalArguments(withoutSelf(given), context.generation);
          if (functional) initializeFunctional(self, functional, context);
          else if (layerInit?.kind === 'native') {
            layerInit.call(context.generation === 'keras3' ? given : { ...given, positional: [self] }, context);
            if (given.uncertain) modelState(self)?.hidden.set(context.heap, given.uncertain);
          }
          return NONE;
        }),
        declareCall(
          nativeFunction('call', null, (given, context) => {
            const [self] = given.positional;
            const state = self && modelState(self);
            if (!self || !isLayer(self) || !state) return context.unknown('it is no model');
            return callModel(self, state, withoutSelf(given), context).output;
          }),
          'model',
        ),
        pythonFunction('build(self, input_shape=None)', (context, self: Value, shape: Value) => {
          if (isLayer(self)) buildModel(self, shape, context);
          return NONE;
        }),
        pythonFunction('get_config(self)', (context, self: Value) => {
          const state = modelState(self);
          if (!state?.sequential && !state?.network.value) return configOf(self, context);
          return context.unknown('the config of a model is not followed');
        }),
        pythonFunction('quantize(self, mode=None, config=None, filters=None, **kwargs)', (context, self: Value) =>
          quantizeModel(self, context),
        ),
        pythonFunction('get_layer(self, name=None, index=None)', (context, self: Value, name: Value, index: Value) =>
          isLayer(self) ? layerOf(self, name, index, context) : context.unknown('it is no model'),
        ),
      ),
      ...graphMembers(),
      ...trainingMembers(),
    ],
  );
  return keepsState(cls, (place) => new ModelState(false, place));
}

export function functionalClass(model: ClassValue): ClassValue {
  return new ClassValue(declaredIdentity(), 'Functional', 'keras.src.models.functional', [model], []);
}

export function sequentialClass(model: ClassValue, generation: Generation): ClassValue {
  const cls = new ClassValue(
    declaredIdentity(),
    'Sequential',
    'keras',
    [model],
    sequentialMembers(generation === 'keras3'),
  );
  return keepsState(cls, (place) => new ModelState(true, place));
}

/** `model.layers`, `model.inputs` and the like. */
function graphMembers(): (readonly [string, Value])[] {
  return [
    [
      'layers',
      property((context, self) => {
        const layers = isLayer(self) ? listedLayers(self, context.generation) : null;
        return layers ? new ListValue([...layers]) : notKnown(self, 'layers', context);
      }),
    ],
    ['inputs', property((context, self) => tensors(self, 'inputs', context))],
    ['outputs', property((context, self) => tensors(self, 'outputs', context))],
    ['input_names', property((context, self) => names(self, 'inputs', context))],
    ['output_names', property((context, self) => names(self, 'outputs', context))],
  ];
}

function notKnown(self: Value, what: string, context: Context): Value {
  return context.unknown(`the ${what} of the model are not known`, modelState(self)?.hidden.value ?? undefined);
}

function tensors(self: Value, side: 'inputs' | 'outputs', context: Context): Value {
  const state = modelState(self);
  const network = state?.network.value;
  if (network) return new ListValue([...network[side]]);
  if (!state || state.hidden.value || !isLayer(self)) return notKnown(self, side, context);
  if (context.generation !== 'keras3') return NONE;
  if (!state.sequential) return context.raise('AttributeError', `'${self.cls.name}' object has no attribute '${side}'`);
  const refused = failure('not-built', `the model has no \`${side}\` before it knows the shape of its input`, {
    exception: 'AttributeError',
  });
  return context.refuse(refusal(refused, 'call'), context.unknown('the model is not built'), { instance: self });
}

function names(self: Value, side: 'inputs' | 'outputs', context: Context): Value {
  const network = modelState(self)?.network.value;
  if (!network) return notKnown(self, side, context);
  return new ListValue(
    network[side].map((tensor) => {
      const name = tensor.producer ? operationName(tensor.producer.operation) : null;
      return name === null ? context.unknown('the name of a layer is not known') : str(name);
    }),
  );
}

/** `model.get_layer(name)`, `model.get_layer(index=i)`. */
function layerOf(model: InstanceValue, name: Value, index: Value, context: Context): Value {
  const layers = listedLayers(model, context.generation);
  if (!layers) return notKnown(model, 'layers', context);
  const refuse = (message: string): Value =>
    context.refuse(refusal(failure('no-such-layer', message), 'call'), context.unknown('there is no such layer'), {
      instance: model,
    });
  if (index.kind !== 'None') {
    const at = integerOf(index);
    if (at === undefined)
      return index.kind === 'unknown' ? index : refuse(`\`index\` must be an int, not ${describe(index)}`);
    return layers.at(at) ?? refuse(`the model has ${layers.length} layers, and none at index ${at}`);
  }
  if (name.kind === 'unknown') return name;
  if (name.kind !== 'str') return refuse(`\`name\` must be a string, not ${describe(name)}`);
  const found = layers.find((layer) => layerState(layer)?.name.value === name.value);
  if (found) return found;
  const open = layers.some((layer) => layerState(layer)?.name.value === null);
  if (open)
    return context.unknown(`the names of some layers are not known, and \`${name.value}\` is none of the others`);
  return refuse(`the model has no layer called \`${name.value}\``);
}

/** `model.build(input_shape)`: Keras 2 calls a model of the program's on such an input, Keras 3 only notes it. */
function buildModel(model: InstanceValue, shape: Value, context: Context): void {
  const state = modelState(model);
  if (!state) return;
  if (context.generation !== 'keras3' && !state.network.value && shape.kind !== 'None') {
    const inside = withOrigin(shapeTensors(shape, context), { library: 'tensorflow', symbolic: true });
    context.state.get(NAMES).inOwnGraph(context.heap, () => callQuietly(model, args([inside]), context));
  }
  state.buildShape.set(context.heap, shape);
  state.built.set(context.heap, true);
}

/** `model.quantize`: asks each layer that owns no others, and can do it (`Model.quantize` in Keras 3). */
function quantizeModel(model: Value, context: Context): Value {
  if (context.generation !== 'keras3' || !isLayer(model))
    return context.unknown('only models of Keras 3 have this method');
  const seen = new Set<InstanceValue>();
  const waiting: InstanceValue[] = [model];
  for (let layer = waiting.pop(); layer; layer = waiting.pop()) {
    if (seen.has(layer)) continue;
    seen.add(layer);
    const owned = ownedLayers(layer);
    if (!owned) return context.unknown('the layers of the model are not known');
    const quantize = owned.length === 0 ? layer.cls.lookup('quantize') : undefined;
    if (quantize) context.call(quantize, args([layer]));
    waiting.push(...owned);
  }
  return NONE;
}
