/**
 * Callbacks of the program: `fit`, `evaluate` and `predict` call their hooks, as often as there are epochs and batches
 * (keras.src.callbacks.callback_list). What these change is not known afterwards.
 */
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import type { InstanceValue, Value } from '../../../values/value';
import { inertArguments } from '../inert';
import type { TrainingFacts } from './facts';

const HOOKS = {
  fit: [
    'on_epoch_begin',
    'on_batch_begin',
    'on_train_batch_begin',
    'on_train_batch_end',
    'on_batch_end',
    'on_test_begin',
    'on_test_batch_begin',
    'on_test_batch_end',
    'on_test_end',
    'on_epoch_end',
  ],
  evaluate: ['on_test_batch_begin', 'on_test_batch_end'],
  predict: ['on_predict_batch_begin', 'on_predict_batch_end'],
} as const;

const AROUND = {
  fit: ['on_train_begin', 'on_train_end'],
  evaluate: ['on_test_begin', 'on_test_end'],
  predict: ['on_predict_begin', 'on_predict_end'],
} as const;

/** Runs the hooks of callbacks that are given to a method, as far as it is known which these are. */
export function runCallbacks(name: string, { model, arguments: given }: TrainingFacts, context: Context): void {
  const method = /^(fit|evaluate|predict)(?:_generator)?$/.exec(name)?.[1] as keyof typeof HOOKS | undefined;
  const callbacks = callbacksIn(given.get('callbacks'));
  if (!method || callbacks.length === 0) return;
  for (const callback of callbacks) {
    attempt(callback, 'set_model', [model], context);
    context.attempt(() => context.setAttribute(callback, 'model', model));
  }
  const run = (hook: string): void => {
    const logs = context.unknown('what training measures is not known before it');
    const count = /_(?:epoch|batch)_/.test(hook) ? [context.unknown('which epoch or batch it is changes')] : [];
    for (const callback of callbacks) attempt(callback, hook, [...count, logs], context);
  };
  const [begin, end] = AROUND[method];
  run(begin);
  if (callbacks.some((callback) => HOOKS[method].some((hook) => hookOf(callback, hook)))) {
    const why = context.because('callbacks are called for each epoch and batch');
    context.often(() => HOOKS[method].forEach(run), why);
  }
  run(end);
}

function callbacksIn(given: Value | undefined): InstanceValue[] {
  const isListed = given?.kind === 'tuple' || (given?.kind === 'list' && !given.uncertain);
  const items = isListed ? given.items : given ? [given] : [];
  return items.filter((item): item is InstanceValue => item.kind === 'instance');
}

/** A method that the program defines, or a function that a `LambdaCallback` was made with. */
function hookOf(callback: InstanceValue, hook: string): Value | undefined {
  const own = callback.cls.lookup(hook);
  if (own?.kind === 'function') return { kind: 'method', self: callback, function: own };
  const given = inertArguments(callback)?.keywords.get(hook);
  return given?.kind === 'function' || given?.kind === 'method' ? given : undefined;
}

/** A hook that raises ends the training; nothing is told of it here, for what it is given is not known. */
function attempt(callback: InstanceValue, hook: string, given: readonly Value[], context: Context): void {
  const found = hookOf(callback, hook);
  if (found) context.attempt(() => context.call(found, args(given)));
}
