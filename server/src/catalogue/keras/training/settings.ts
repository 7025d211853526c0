/** Numbers and switches that `fit` and its like are given beside data. */
import { layerState } from '../../../graph/layer';
import { modelLayers } from '../../../graph/rows';
import { isKnown } from '../../../shapes/dimension';
import { failure } from '../../failure';
import { describe } from '../../params';
import { DeclaredState } from '../declared-state';
import { type Arrays, samplesOf } from './batch';
import type { Finding, Running } from './check';
import type { TrainingFacts } from './facts';

/** Parameters that Keras 3's methods have, beyond which they take none. */
const PARAMETERS: Readonly<Record<string, ReadonlySet<string>>> = {
  fit: new Set(
    (
      'x y batch_size epochs verbose callbacks validation_split validation_data shuffle class_weight sample_weight ' +
      'initial_epoch steps_per_epoch validation_steps validation_batch_size validation_freq'
    ).split(' '),
  ),
  evaluate: new Set('x y batch_size verbose sample_weight steps callbacks return_dict'.split(' ')),
  predict: new Set('x batch_size verbose steps callbacks'.split(' ')),
};

const WHOLE = ['batch_size', 'epochs', 'steps_per_epoch', 'validation_steps', 'steps', 'initial_epoch'] as const;

/** An argument that a method does not have, or a number that must be whole. */
export function argumentFailure({ method, context }: Running, facts: TrainingFacts): Finding | null {
  const keras3 = context.generation === 'keras3';
  const known = keras3 ? PARAMETERS[method.name] : undefined;
  const other = known && [...facts.arguments.keys()].find((name) => !known.has(name));
  if (other !== undefined) {
    const message = `\`${method.name}\` has no argument \`${other}\``;
    const more = { exception: 'TypeError', parameter: other, facts: { names: [other], problem: 'unexpected' } };
    return { failure: failure('invalid-argument', message, more), about: [] };
  }
  // Keras 2 takes steps that are no whole numbers for what they are.
  for (const name of keras3 ? WHOLE : WHOLE.slice(0, 2)) {
    const value = facts.arguments.get(name);
    if (value?.kind !== 'float') continue;
    const message = `\`${name}\` is ${describe(value)}, and must be a whole number`;
    // `int` makes whole numbers of finite ones only.
    const whole = Number.isFinite(value.value) ? { whole: name } : {};
    const more = { exception: 'TypeError', parameter: name, facts: whole };
    return { failure: failure('invalid-argument', message, more), about: [] };
  }
  return null;
}

/** Batches of another size than a recurrent layer keeps its states for. */
export function stateFailure(
  { x }: Arrays,
  running: Running,
  facts: TrainingFacts,
  batchSize: number | null,
): Finding | null {
  const { model, state, method, context } = running;
  const own = state.network.value?.inputs[0]?.shape;
  const size = Array.isArray(own) ? own[0] : undefined;
  const count = samplesOf(x);
  // What a split leaves to train on is not counted here.
  if (facts.arguments.has('validation_split')) return null;
  const isChecked = method.name === 'fit' || context.generation === 'keras3';
  if (!isChecked || size === undefined || !isKnown(size) || count === null || batchSize === null) return null;
  const keeps = modelLayers(model)?.some((layer) => {
    const layerOf = layerState(layer);
    const given = layerOf instanceof DeclaredState ? layerOf.args?.get('stateful')?.value : undefined;
    return given?.kind === 'bool' && given.value;
  });
  const sizes = count < batchSize ? [count] : [batchSize, count % batchSize];
  const wrong = sizes.find((one) => one !== 0 && one !== size);
  if (!keeps || wrong === undefined) return null;
  const message = `a batch of ${wrong} comes of ${count} samples, and the model keeps states for batches of ${size}`;
  const whole = Math.floor(count / size) * size;
  return {
    failure: failure('data-count', message, { facts: { roles: ['x', 'x'], counts: [count, whole], batch: size } }),
    about: [],
  };
}
