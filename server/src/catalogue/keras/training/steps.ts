/** Steps of the program's own: `train_step` and `test_step` run on one batch, as `fit` and `evaluate` call them. */
import { type ModelState, modelState } from '../../../graph/model';
import { unknownDimension } from '../../../shapes/dimension';
import { args } from '../../../values/arguments';
import type { Context, Refusal } from '../../../values/context';
import { NONE, tuple, type Value } from '../../../values/value';
import { refusal } from '../../failure';
import { pythonFunction } from '../../native';
import { overrides } from '../calling/how';
import { errorOf, refusedShapes } from './about-shapes';
import type { Batch } from './batch';
import type { Finding, Part, Running } from './check';
import { checkLabels } from './labels';

/** The method of the program's own that a method runs batch by batch; undefined where there is none. */
export function ownStep({ model, method }: Running, part: Part = ''): string | undefined {
  // The data of `validation_data` are those of `evaluate`.
  const tests = part === 'validation_data' || /evaluate|test/.test(method.name);
  const name = tests ? 'test_step' : /fit|train/.test(method.name) ? 'train_step' : undefined;
  return name && overrides(model.cls, name) ? name : undefined;
}

/** What a step of the program's own refuses of a batch. */
export function stepFailure(running: Running, batch: Batch, part: Part): Finding | null {
  const { context, model, method } = running;
  if (part === 'validation_data' && overrides(model.cls, 'evaluate')) return null;
  const name = ownStep(running, part);
  const step = name && context.attribute(model, name);
  if (!step) return null;
  const error = errorOf(() => context.call(step, args([dataOf(batch)])), context);
  if (!error) return null;
  if (error.refusal && JUDGED.has(error.refusal.code))
    return { failure: withPlace(error.refusal, error.place), about: [] };
  const refused = refusedShapes(error);
  if (!refused) return null;
  const message = `\`${method.name}\` fails on these data in \`${name}\`: ${refused.message}`;
  return { failure: withPlace({ ...refused, code: 'data-shape', message }, error.place), about: [] };
}

const JUDGED: ReadonlySet<string> = new Set(['label-shape', 'metric-shape']);

function withPlace({ phase: _, ...failed }: Refusal, place: unknown): Finding['failure'] {
  return { ...failed, facts: { ...failed.facts, place } };
}

/** `pack_x_y_sample_weight` (keras.src.trainers.data_adapters.data_adapter_utils) */
function dataOf({ inputs, labels, weights }: Batch): Value {
  if (labels === null && weights === null) {
    return inputs.kind === 'tuple' || inputs.kind === 'list' ? tuple([inputs]) : inputs;
  }
  return weights === null ? tuple([inputs, labels ?? NONE]) : tuple([inputs, labels ?? NONE, weights]);
}

/** `compute_loss`, and `compiled_loss` of Keras 2, as steps call them. */
export const compiledLosses = [
  pythonFunction(
    'compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True)',
    (context, self: Value, _x: Value, y: Value, predicted: Value) =>
      lossOf('compute_loss', self, y, predicted, context),
  ),
  pythonFunction(
    'compiled_loss(self, y_true, y_pred, sample_weight=None, regularization_losses=None)',
    (context, self: Value, y: Value, predicted: Value) => lossOf('compiled_loss', self, y, predicted, context),
  ),
];

function lossOf(name: string, self: Value, y: Value, predicted: Value, context: Context): Value {
  const fallback = context.unknown('what a loss gives is not followed');
  const state: ModelState | undefined | null = self.kind === 'instance' ? modelState(self) : null;
  if (self.kind !== 'instance' || !state || y.kind === 'None') return fallback;
  const running: Running = { model: self, state, method: { name, trains: true, oneBatch: true }, context };
  const size = unknownDimension(context.because('it is the size of a batch of the data'));
  const batch: Batch = { from: 'dataset', inputs: NONE, labels: y, weights: null, size, first: null };
  for (const { finding, doubtful } of checkLabels(running, batch, predicted, tuple([NONE, y]))) {
    if (doubtful) continue;
    return context.refuse(refusal(finding.failure, 'fit'), fallback, { instance: self });
  }
  return fallback;
}
