/** `class_weight` and `sample_weight` (keras.src.trainers.data_adapters). */
import { formatShape, hasRank } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import type { Value } from '../../../values/value';
import { failure } from '../../failure';
import { describe } from '../../params';
import { type Arrays, absent, type Batch, sizesIn } from './batch';
import type { Finding, Running } from './check';
import type { TrainingFacts } from './facts';
import { broadcast, judge } from './judgement';
import type { Compared } from './labels';
import { lossOutcome } from './losses';
import { toSameRank } from './ranks';

export function classWeightsFailure({ y, weights }: Arrays, facts: TrainingFacts, context: Context): Finding | null {
  const classes = facts.arguments.get('class_weight');
  if (!classes || absent(classes)) return null;
  const found = (message: string, exception = 'ValueError'): Finding => ({
    failure: failure('sample-weights', message, { exception, facts: { parameter: 'class_weight' } }),
    about: [classes],
  });
  if (context.generation !== 'keras3') {
    const isArray = y.kind === 'tensor';
    return isArray && classes.kind === 'dict' && !classes.uncertain ? keyFailure(classes, found) : null;
  }
  if (!absent(weights) && weights.kind !== 'unknown') {
    return found('`class_weight` and `sample_weight` cannot be given together');
  }
  if (y.kind !== 'tensor') return null;
  if (['list', 'tuple', 'str', 'tensor'].includes(classes.kind)) {
    return found(
      `\`class_weight\` is ${describe(classes)}, and must be a dict from class numbers to weights`,
      'AttributeError',
    );
  }
  if (hasRank(y.shape) && y.shape.length > 2) {
    return found(
      `\`class_weight\` wants one class for each sample, and the labels are \`${formatShape(y.shape)}\``,
      'TypeError',
    );
  }
  return null;
}

/** Keras 2 wants the keys 0, 1, 2 … */
function keyFailure(classes: Extract<Value, { kind: 'dict' }>, found: (message: string) => Finding): Finding | null {
  const keys = [...classes.entries.values()].map(({ key }) => key);
  if (!keys.every((key) => key.kind === 'int')) return null;
  const numbers = keys.map((key) => (key.kind === 'int' ? Number(key.value) : 0)).sort((a, b) => a - b);
  if (numbers.every((number, i) => number === i)) return null;
  return found(`the keys of \`class_weight\` are ${numbers.join(', ')}, and must count from 0 without gaps`);
}

/** Weights that do not broadcast with the values of the loss, one output's (Keras 3). */
export function sampleWeightsFailure({ context }: Running, batch: Batch, compared: Compared): Finding | null {
  if (context.generation !== 'keras3' || !batch.weights) return null;
  const weights = sizesIn(batch.weights, batch);
  if (!weights || weights.length === 0) return null;
  const { loss, labels, outputs } = compared;
  const outcome = lossOutcome(loss.rule, labels, outputs, context.generation, null);
  if (outcome.kind !== 'fits' || outcome.sizes.length === 0) return null;
  const weighted = judge(() => {
    const [values, other] = toSameRank(outcome.sizes, weights);
    return broadcast(values, other);
  });
  if (weighted.kind !== 'clash') return null;
  const [shown, values] = [weights, outcome.sizes].map((sizes) => formatShape(sizes));
  return {
    failure: failure('sample-weights', `sample weights of shape \`${shown}\` do not fit the losses \`${values}\``, {
      facts: { parameter: 'sample_weight' },
    }),
    about: [],
  };
}
