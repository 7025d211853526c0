/** `add_weight` and what else a layer's weights are read and set by. */
import { isLayer, layerState, Weight } from '../../graph/layer';
import { countParameters, ownedLayers, setTrainable, trainableWeights, weightsOf } from '../../graph/weights';
import { isDynamic } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { numpyArray, TensorValue } from '../../values/tensor';
import { bool, type InstanceValue, int, ListValue, NONE, type PropertyValue, type Value } from '../../values/value';
import { dtypeOf } from '../dtypes';
import { failure, refusal } from '../failure';
import { named, nativeFunction, property, pythonFunction } from '../native';
import { describe } from '../params';
import { shapeOf } from '../tensorflow/tensor-shape';
import { countWeights } from './settings';

/** Members of `Layer` about weights. */
export function weightMembers(): (readonly [string, Value])[] {
  const listed = (which: (layer: InstanceValue, context: Context) => readonly Weight[] | null): PropertyValue =>
    property((context, self) => {
      const weights = isLayer(self) ? which(self, context) : null;
      return weights ? weightList(weights) : context.unknown('the weights of the layer are not known');
    });
  const listedWithSeeds = (
    which: (layer: InstanceValue, context: Context) => readonly Weight[] | null,
  ): PropertyValue =>
    listed((layer, context) =>
      context.generation === 'keras3' && mayDraw(layer, new Set()) ? null : which(layer, context),
    );
  const all = listed((layer) => weightsOf(layer));
  const trained = listed((layer, context) => trainableWeights(layer, context.generation));
  const frozen = (layer: InstanceValue, context: Context): readonly Weight[] | null => {
    const trainable = trainableWeights(layer, context.generation);
    return trainable && (weightsOf(layer)?.filter((weight) => !trainable.includes(weight)) ?? null);
  };
  return [
    ...named(
      addWeight('add_weight'),
      addWeight('add_variable'),
      pythonFunction('count_params(self)', (context, self: Value) => countParams(self, context)),
      pythonFunction('get_weights(self)', (context, self: Value) => {
        const weights = isLayer(self) ? weightsOf(self) : null;
        if (!weights) return context.unknown('the weights of the layer are not known');
        return new ListValue(weights.map(({ shape, dtype }) => numpyArray(shape, dtype)));
      }),
      pythonFunction('set_weights(self, weights)', () => NONE),
    ),
    ['weights', all],
    ['variables', listedWithSeeds((layer) => weightsOf(layer))],
    ['trainable_weights', trained],
    ['trainable_variables', trained],
    ['non_trainable_weights', listed(frozen)],
    ['non_trainable_variables', listedWithSeeds(frozen)],
    [
      'trainable',
      property(
        (context, self) => {
          const value = layerState(self)?.trainable.value;
          return value === null || value === undefined ? context.unknown('`trainable` is not known') : bool(value);
        },
        (context, self, value) => {
          const truth = context.truth(value);
          if (isLayer(self)) setTrainable(context.heap, self, typeof truth === 'boolean' ? truth : null);
        },
      ),
    ],
  ];
}

/** Layers of Keras 3 that may have a `SeedGenerator`, whose state is a variable and no weight. */
const DRAWING = /Dropout|Noise$|^Random|^RandAugment$|Mix(?:Up)?$|Cell$|LSTM|^GRU$|^SimpleRNN$|Attention$/;

function mayDraw(layer: InstanceValue, visited: Set<InstanceValue>): boolean {
  if (visited.has(layer)) return false;
  visited.add(layer);
  if (layer.cls.mro.some(({ name }) => DRAWING.test(name))) return true;
  return ownedLayers(layer)?.some((one) => mayDraw(one, visited)) ?? true;
}

function weightList(weights: readonly Weight[]): ListValue {
  return new ListValue(weights.map((weight) => weight.variable));
}

function countParams(self: Value, context: Context): Value {
  const state = layerState(self);
  if (!state || !isLayer(self)) return context.unknown('it is no layer');
  if (state.built.value === false) {
    const refused = failure('not-built', `\`${self.cls.name}\` is not built yet, so it has no parameters to count`);
    return context.refuse(refusal(refused, 'call'), context.unknown('the layer is not built'), { instance: self });
  }
  const count = countParameters(self);
  return count === null ? context.unknown('the number of parameters is not known') : int(count);
}

/**
 * Positional order: `shape, initializer, dtype` in Keras 3, `name, shape, dtype, initializer` in Keras 2,
 * where a shape may come first too, as in Keras 1.
 */
function addWeight(name: string): ReturnType<typeof nativeFunction> {
  return nativeFunction(name, null, (given, context) => {
    const [self, first, second, third] = given.positional;
    if (!self || !isLayer(self)) return context.unknown('it is no layer');
    const state = layerState(self);
    if (!state || given.uncertain) return context.unknown('the weight is not known');
    const keyword = (parameter: string): Value | undefined => given.keywords.get(parameter);
    const nameFirst = context.generation !== 'keras3' && (first?.kind === 'str' || first?.kind === 'None');
    const shapeValue = keyword('shape') ?? (nameFirst ? second : first) ?? NONE;
    const dtypeValue = keyword('dtype') ?? third ?? NONE;
    const label = keyword('name') ?? (nameFirst ? first : undefined);
    const shape = weightShape(shapeValue, context);
    if ('message' in shape) {
      const why = context.unknown('the weight is refused');
      return context.refuse(refusal(shape, 'call'), why, { callee: name, instance: self });
    }
    const dtype = dtypeValue.kind === 'None' ? state.policy.value.variable : (dtypeOf(dtypeValue) ?? '?');
    if (!hasRank(shape)) {
      state.weights.set(context.heap, null);
      return new TensorValue({ library: 'variable', symbolic: false, shape, dtype });
    }
    const weight = makeWeight(label, shape, dtype, keyword('trainable') ?? bool(true), context);
    if (weight.enabled.value && state.trainable.value !== true) {
      weight.enabled.set(context.heap, state.trainable.value);
    }
    const before = state.weights.value;
    if (before) state.weights.set(context.heap, [...before, weight]);
    return weight.variable;
  });
}

/** A weight that no layer has yet; whether it is trained may not be known. */
export function makeWeight(
  label: Value | undefined,
  shape: Weight['shape'],
  dtype: DType,
  trainable: Value,
  context: Context,
): Weight {
  const truth = context.truth(trainable);
  const name = label?.kind === 'str' ? label.value : 'variable';
  countWeights(context);
  const weight = new Weight(context.heap.identity(), name, shape, dtype, truth !== false);
  if (typeof truth !== 'boolean') weight.enabled.set(context.heap, null);
  return weight;
}

/** The sizes that `shape=` gives to a weight, of which each must be a number. */
export function weightShape(value: Value, context: Context): Shape | ReturnType<typeof failure> {
  if (value.kind === 'None') return [];
  if (value.kind === 'unknown') return unknownShape(value.reason);
  if (value.kind === 'int' && context.generation !== 'keras3') return [Number(value.value)];
  const shape = shapeOf(value);
  if (!shape)
    return failure('invalid-argument', `the shape of a weight cannot be ${describe(value)}`, { parameter: 'shape' });
  if (hasRank(shape) && shape.some(isDynamic)) {
    return failure('undefined-weight-shape', 'every size of a weight must be a number, and one is None here', {
      parameter: 'shape',
    });
  }
  return shape;
}
