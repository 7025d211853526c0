/**
 * Losses and metrics that a program calls itself, as loops of its own do: `loss_fn(y, model(x))`,
 * `metric.update_state(y, p)`, `keras.losses.mean_squared_error(y, p)`.
 */
import { formatShape, hasRank } from '../../../shapes/shape';
import { type Arguments, args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { type NativeFunction, NONE, type Value } from '../../../values/value';
import { failure, refusal } from '../../failure';
import { nativeFunction } from '../../native';
import { inertOrigin } from '../inert';
import { readLoss, readMetric } from './compiled';
import { type Judgement, judge, type Sizes } from './judgement';
import { type LossRule, lossNamed, squeezesItself } from './losses';
import { squeezedKeras2, toSameRank } from './ranks';

/** Labels and outputs of a call, where both have known ranks and none is part of a graph of Keras'. */
interface Operands {
  readonly labels: TensorValue & { readonly shape: Sizes };
  readonly outputs: TensorValue & { readonly shape: Sizes };
}

/** What calls of a class of `keras.losses` or `keras.metrics` do, beside what all inert classes do. */
export function calledMembers(module: string): readonly NativeFunction[] {
  if (module === 'keras.losses') return [nativeFunction('__call__', null, callLossInstance)];
  if (module !== 'keras.metrics') return [];
  const called = nativeFunction('__call__', null, (given, context) => {
    updateMetric(given, context);
    return context.unknown('what a metric gives is not followed');
  });
  return [called, nativeFunction('update_state', null, updateMetric)];
}

/** What a function of `keras.losses` or `keras.metrics` does; undefined for all others. */
export function calledFunction(name: string, module: string): NativeFunction['call'] | undefined {
  return module === 'keras.losses' || module === 'keras.metrics' ? callLossFunction(name) : undefined;
}

/** `Loss.__call__(self, y_true, y_pred, sample_weight=None)` */
function callLossInstance(given: Arguments, context: Context): Value {
  const [self, ...positional] = given.positional;
  const open = () => context.unknown('what a loss gives is not followed');
  if (self?.kind !== 'instance') return open();
  const operands = operandsOf({ ...given, positional });
  if (!inertOrigin(self)) {
    const call = context.attribute(self, 'call');
    if (call?.kind === 'method' && call.function.kind === 'function' && positional.length >= 2) {
      context.call(call, args(positional.slice(0, 2)));
    }
    return open();
  }
  const loss = readLoss(self, context.generation, context);
  if (!operands || loss === null || loss === 'none' || 'unknownName' in loss) return open();
  const { labels, outputs } = operands;
  const outcome = judge(() => {
    const align = context.generation === 'keras3' ? toSameRank : squeezedKeras2;
    const [y, p] = align(labels.shape, outputs.shape);
    return loss.rule.values(y, p, context.generation, loss.fromLogits);
  });
  const refused = refuseClash(loss.rule, operands, outcome, self, context);
  if (refused) return refused;
  return open();
}

/** `keras.losses.binary_crossentropy(y_true, y_pred)` */
function callLossFunction(name: string): NativeFunction['call'] {
  return (given, context) => {
    const open = () => context.unknown(`what \`${name}\` gives is not followed`);
    const rule = lossNamed(name);
    const operands = operandsOf(given);
    if (!rule || !operands) return open();
    const { labels, outputs } = operands;
    const { generation } = context;
    const logits = given.keywords.has('from_logits') ? null : false;
    const outcome = judge(() => {
      const align = generation === 'keras3' && squeezesItself(rule);
      const [y, p] = align ? toSameRank(labels.shape, outputs.shape) : [labels.shape, outputs.shape];
      return rule.values(y, p, generation, logits);
    });
    const refused = refuseClash(rule, operands, outcome, null, context);
    if (refused) return refused;
    const isPlain = !given.keywords.has('axis') && given.positional.length === 2;
    if (outcome.kind !== 'fits' || !isPlain) return open();
    const symbolic = labels.symbolic || outputs.symbolic;
    return new TensorValue({ library: 'tensorflow', symbolic, shape: outcome.sizes, dtype: outputs.dtype });
  };
}

/** `Metric.update_state(self, y_true, y_pred, sample_weight=None)`, and the call of a metric, which begins with it. */
function updateMetric(given: Arguments, context: Context): Value {
  const [self, ...positional] = given.positional;
  const operands = operandsOf({ ...given, positional });
  // Those of Keras 2 run in a graph of their own kind, and those that take other arguments are no functions of labels.
  if (self?.kind !== 'instance' || !inertOrigin(self) || !operands || context.generation !== 'keras3') return NONE;
  const read = readMetric(self, context.generation);
  if (!read || read === 'accuracy') return NONE;
  const { labels, outputs } = operands;
  const outcome = judge(() => read.values(labels.shape, outputs.shape, context.generation));
  if (outcome.kind !== 'clash') return NONE;
  const message = `labels of shape \`${formatShape(labels.shape)}\` do not fit the outputs \`${formatShape(outputs.shape)}\` in the metric \`${read.name}\``;
  const failed = failure('metric-shape', message, { facts: { metric: read.name, called: true } });
  return context.refuse(refusal(failed, 'call'), NONE, { instance: self, inputs: [labels, outputs] });
}

function operandsOf({ positional, keywords, uncertain }: Arguments): Operands | null {
  const labels = positional[0] ?? keywords.get('y_true');
  const outputs = positional[1] ?? keywords.get('y_pred');
  if (uncertain || labels?.kind !== 'tensor' || outputs?.kind !== 'tensor') return null;
  if (!hasRank(labels.shape) || !hasRank(outputs.shape)) return null;
  if (labels.library === 'keras' || outputs.library === 'keras') return null;
  return { labels, outputs } as Operands;
}

function refuseClash(
  rule: LossRule,
  { labels, outputs }: Operands,
  outcome: Judgement,
  instance: Extract<Value, { kind: 'instance' }> | null,
  context: Context,
): Value | null {
  if (outcome.kind !== 'clash') return null;
  const message = `labels of shape \`${formatShape(labels.shape)}\` do not fit the outputs \`${formatShape(outputs.shape)}\` under \`${rule.name}\``;
  const facts = {
    called: true,
    loss: rule.name,
    labelKind: rule.labels,
    labels: labels.shape,
    outputs: outputs.shape,
    index: 0,
    name: null,
    dtype: labels.dtype,
    activation: null,
  };
  const failed = failure('label-shape', message, { facts });
  const fallback = context.unknown('the labels do not fit the outputs');
  return context.refuse(refusal(failed, 'call'), fallback, { instance, inputs: [labels, outputs] });
}
