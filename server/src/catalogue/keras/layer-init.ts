/** `Layer.__init__`: what every layer takes, and what becomes of it. */
import { type LayerState, layerState } from '../../graph/layer';
import { type Dimension, dynamic } from '../../shapes/dimension';
import { type Shape, unknownShape } from '../../shapes/shape';
import type { Context, Generation } from '../../values/context';
import { type InstanceValue, NONE, type Value } from '../../values/value';
import { type Failure, failure, refusal } from '../failure';
import { describe, integerOf } from '../params';
import { dimensionOf, shapeOf } from '../tensorflow/tensor-shape';
import { readPolicy } from './dtype-policy';
import { autoName } from './settings';

const IN_ALL = ['name', 'dtype', 'trainable', 'activity_regularizer', 'autocast', 'input_shape', 'input_dim'];
const KEYWORDS: Readonly<Record<Generation, ReadonlySet<string>>> = {
  keras3: new Set(IN_ALL),
  keras2: new Set([...IN_ALL, 'dynamic', 'batch_input_shape', 'batch_size', 'weights', 'implementation']),
  keras1: new Set([
    ...IN_ALL,
    'dynamic',
    'batch_input_shape',
    'batch_size',
    'weights',
    'implementation',
    'input_dtype',
  ]),
};

/** Keywords that every layer passes on to the base class. */
export function baseKeywords(generation: Generation): ReadonlySet<string> {
  return KEYWORDS[generation];
}

/** Sets up a layer from the keywords of the base class; a refusal is reported, and the layer goes on without it. */
export function initializeLayer(
  layer: InstanceValue,
  callee: string,
  base: ReadonlyMap<string, Value>,
  context: Context,
): void {
  const state = layerState(layer);
  if (!state) return;
  const { heap } = context;
  state.initialized.set(heap, true);
  const refuse = (failed: Failure | null): void => {
    if (failed) context.refuse(refusal(failed, 'construct'), NONE, { callee, instance: layer });
  };
  refuse(setName(layer, state, callee, base.get('name'), context));
  const policy = readPolicy(base.get('dtype'), callee, context);
  if ('policy' in policy) state.policy.set(heap, policy.policy);
  else refuse(policy.failure);
  refuse(setSwitch(state, callee, base.get('trainable'), context));
  const both = context.generation === 'keras3' && isGiven(base.get('input_dim')) && base.has('input_shape');
  const unexpected = [...base.keys()].filter(
    (name) => !KEYWORDS[context.generation].has(name) || (both && name === 'input_shape'),
  );
  if (unexpected.length > 0) refuse(unexpectedKeywords(callee, unexpected, context.generation));
  const autocast = base.get('autocast');
  if (autocast) {
    const truth = context.truth(autocast);
    state.autocast.set(heap, typeof truth === 'boolean' ? truth : null);
  }
  const number = integerOf(base.get('input_shape') ?? NONE);
  if (number !== undefined) {
    if (context.generation === 'keras3') numbersAsShapes.set(layer, number);
    else refuse(numberAsShape(callee, number, 'TypeError'));
  }
  const shape = givenInputShape(base, context.generation);
  if (shape) state.inputShape.set(heap, shape);
}

/** Layers whose `input_shape` is a number: Keras 3 looks at it where a Sequential takes the layer for its first. */
const numbersAsShapes = new WeakMap<InstanceValue, number>();

/** Why a layer cannot be the first of a Sequential. */
export function inputShapeFailure(layer: InstanceValue): Failure | null {
  const number = numbersAsShapes.get(layer);
  return number === undefined ? null : numberAsShape(layer.cls.name, number, 'ValueError');
}

function numberAsShape(callee: string, number: number, exception: string): Failure {
  return failure('invalid-argument', `\`input_shape\` of ${callee} is the number ${number}, and must be a tuple`, {
    exception,
    parameter: 'input_shape',
    facts: { number },
  });
}

function isGiven(value: Value | undefined): value is Value {
  return value !== undefined && value.kind !== 'None';
}

export function unexpectedKeywords(callee: string, names: readonly string[], generation: Generation): Failure {
  return failure('invalid-argument', `${callee} has no argument \`${names.join('`, `')}\``, {
    parameter: names[0] as string,
    exception: generation === 'keras3' ? 'ValueError' : 'TypeError',
    facts: { names, problem: 'unexpected' },
  });
}

function setName(
  layer: InstanceValue,
  state: LayerState,
  callee: string,
  name: Value | undefined,
  context: Context,
): Failure | null {
  const { heap, generation } = context;
  if (!isGiven(name)) {
    state.name.set(heap, autoName(context, nameBase(layer, generation)));
    return null;
  }
  if (name.kind === 'unknown') state.name.set(heap, null);
  else if (name.kind !== 'str') {
    state.name.set(heap, null);
    return failure('invalid-argument', `\`name\` of ${callee} must be a string, not ${describe(name)}`, {
      parameter: 'name',
      exception: generation === 'keras3' ? 'ValueError' : 'TypeError',
    });
  } else {
    state.name.set(heap, name.value);
    if (generation === 'keras3' && name.value.includes('/')) {
      return failure('invalid-argument', `\`name\` of ${callee} must not hold a slash: ${describe(name)}`, {
        parameter: 'name',
      });
    }
  }
  return null;
}

/** Keras 2 calls a functional model `model`, whatever its class. */
function nameBase(layer: InstanceValue, generation: Generation): string {
  return generation !== 'keras3' && layer.cls.name === 'Functional' ? 'Model' : layer.cls.name;
}

function setSwitch(state: LayerState, callee: string, value: Value | undefined, context: Context): Failure | null {
  if (value === undefined) return null;
  if (value.kind === 'bool') state.trainable.set(context.heap, value.value);
  else if (value.kind === 'unknown') state.trainable.set(context.heap, null);
  else {
    return failure('invalid-argument', `\`trainable\` of ${callee} must be True or False, not ${describe(value)}`, {
      parameter: 'trainable',
      exception: context.generation === 'keras3' ? 'ValueError' : 'TypeError',
    });
  }
  return null;
}

/** The shape, with its batch, that a layer says its input has: a Sequential takes it when the layer is its first. */
function givenInputShape(base: ReadonlyMap<string, Value>, generation: Generation): Shape | null {
  const whole = base.get('batch_input_shape');
  if (isGiven(whole) && generation !== 'keras3') return shapeOf(whole) ?? null;
  const dim = base.get('input_dim');
  const shape = base.get('input_shape');
  const sizes = isGiven(shape) ? shapeOf(shape) : isGiven(dim) ? single(dim) : null;
  if (!sizes) return null;
  if ('kind' in sizes) return sizes;
  const batch = base.get('batch_size');
  const first = batch && generation !== 'keras3' ? dimensionOf(batch) : undefined;
  return [first ?? dynamic('batch'), ...sizes];
}

function single(value: Value): readonly Dimension[] | Shape | null {
  const size = dimensionOf(value);
  if (size !== undefined) return [size];
  return value.kind === 'unknown' ? unknownShape(value.reason) : null;
}
