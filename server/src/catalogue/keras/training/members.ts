/**
 * `compile`, `fit`, `predict` and what else models do with data. Each tells the trace, so that rules
 * can look at it; a model that does not know its input yet is built for the data's.
 */
import { isLayer } from '../../../graph/layer';
import { modelState } from '../../../graph/model';
import { type SummaryOptions, summaryText } from '../../../graph/summary';
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { NONE, str, type Value } from '../../../values/value';
import { failure, refusal } from '../../failure';
import { named, nativeFunction, parseSignature, pythonFunction } from '../../native';
import { runCallbacks } from './callbacks';
import { checkTraining } from './check';
import { forgetSteps } from './deferred';
import { tell } from './facts';
import { predicted } from './predicted';
import { compiledLosses } from './steps';
import { metricsFailure, optimizerFailure } from './structure';

const COMPILE =
  'compile(self, optimizer=None, loss=None, loss_weights=None, metrics=None, weighted_metrics=None, run_eagerly=False, steps_per_execution=1, jit_compile=None, auto_scale_loss=True, **kwargs)';
const COMPILE_2 =
  'compile(self, optimizer=None, loss=None, metrics=None, loss_weights=None, weighted_metrics=None, run_eagerly=None, steps_per_execution=None, jit_compile=None, **kwargs)';
const FIT =
  'fit(self, x=None, y=None, batch_size=None, epochs=1, verbose=None, callbacks=None, validation_split=0.0, validation_data=None, shuffle=True, class_weight=None, sample_weight=None, **kwargs)';

/** Methods that take data, with their signatures; those of older generations too. */
const ON_DATA: readonly (readonly [string, 'history' | 'array' | 'nothing'])[] = [
  [FIT, 'history'],
  ['fit_generator(self, generator, steps_per_epoch=None, epochs=1, **kwargs)', 'history'],
  [
    'evaluate(self, x=None, y=None, batch_size=None, verbose=None, sample_weight=None, steps=None, **kwargs)',
    'nothing',
  ],
  ['evaluate_generator(self, generator, steps=None, **kwargs)', 'nothing'],
  ['predict(self, x, batch_size=None, verbose=None, steps=None, callbacks=None, **kwargs)', 'array'],
  ['predict_generator(self, generator, steps=None, **kwargs)', 'nothing'],
  ['predict_classes(self, x, batch_size=None, verbose=None, **kwargs)', 'nothing'],
  ['train_on_batch(self, x, y=None, sample_weight=None, class_weight=None, **kwargs)', 'nothing'],
  ['test_on_batch(self, x, y=None, sample_weight=None, **kwargs)', 'nothing'],
  ['predict_on_batch(self, x)', 'array'],
];

const FILES = [
  'save(self, filepath, overwrite=True, **kwargs)',
  'save_weights(self, filepath, overwrite=True, **kwargs)',
  'load_weights(self, filepath, **kwargs)',
  'export(self, filepath, **kwargs)',
];

export function trainingMembers(): (readonly [string, Value])[] {
  const compiled = nativeFunction('compile', parseSignature(COMPILE).signature, (given, context) => {
    const facts = tell('compile', context.generation === 'keras3' ? COMPILE : COMPILE_2, given, context);
    const refused = facts && (optimizerFailure(facts.arguments, context) ?? metricsFailure(facts.arguments, context));
    if (facts && refused) {
      const call = { kind: 'model', callee: 'compile', instance: facts.model, inputs: [] } as const;
      return context.refuse(refusal(refused, 'other'), NONE, call);
    }
    return NONE;
  });
  const onData = ON_DATA.map(([declaration, result]) => {
    const { name, signature } = parseSignature(declaration);
    return nativeFunction(name, signature, (given, context) => {
      const facts = tell(name, declaration, given, context);
      if (!facts) return context.unknown(`what \`${name}\` gives is not known`);
      const data = facts.arguments.get('x') ?? facts.arguments.get('generator');
      const trains = !name.startsWith('predict');
      checkTraining({ name, trains, oneBatch: name.endsWith('_on_batch') }, facts, context);
      runCallbacks(name, facts, context);
      if (trains) forgetSteps(facts.model, context);
      if (result === 'array' && data) return predicted(facts, data, name, context);
      return context.unknown(`what \`${name}\` gives depends on a run`);
    });
  });
  const files = FILES.map((declaration) => {
    const { name } = parseSignature(declaration);
    return nativeFunction(name, null, (given, context) => {
      tell(name, declaration, given, context);
      return NONE;
    });
  });
  return named(
    compiled,
    ...onData,
    ...compiledLosses,
    ...files,
    pythonFunction(
      'summary(self, line_length=None, positions=None, print_fn=None, expand_nested=False, show_trainable=False, layer_range=None)',
      (context, self: Value, length: Value, _positions: Value, print: Value, nested: Value, trainable: Value) => {
        const options: SummaryOptions = {
          ...(length.kind === 'int' ? { lineLength: Number(length.value) } : {}),
          expandNested: context.truth(nested) === true,
          showTrainable: context.truth(trainable) === true,
        };
        return summary(self, print, options, context);
      },
    ),
    pythonFunction('to_json(self, **kwargs)', (context) => context.unknown('the text of a model is not followed')),
    pythonFunction('reset_states(self)', () => NONE),
    pythonFunction('reset_metrics(self)', () => NONE),
  );
}

/** `model.summary()` prints; a function of the program's gets the text. */
function summary(self: Value, print: Value, options: SummaryOptions, context: Context): Value {
  const state = modelState(self);
  if (!isLayer(self) || !state) return NONE;
  context.event('summary', { model: self, options });
  if (context.generation !== 'keras3' && state.built.value === false && !state.hidden.value) {
    const refused = failure('not-built', 'the model has no summary before it is built or called');
    return context.refuse(refusal(refused, 'other'), NONE, { instance: self });
  }
  if (print.kind === 'None') return NONE;
  const text = summaryText(self, context.generation, options);
  const lines = context.generation === 'keras3' ? [text] : text?.split('\n').slice(0, -1);
  for (const line of lines ?? []) {
    context.call(print, args([line === null ? context.unknown('the summary is not known') : str(line)]));
  }
  return NONE;
}
