/** What runs, and surely learns nothing sensible. */
import { isKnown } from '../../../shapes/dimension';
import { formatShape } from '../../../shapes/shape';
import { failure } from '../../failure';
import type { Batch } from './batch';
import type { Finding, Running } from './check';
import { judge } from './judgement';
import { type Compared, factsOf, perBatch } from './labels';
import { matched, type Pair } from './ranks';

export function* doubtsAbout(running: Running, batch: Batch, compared: Compared): Generator<Finding> {
  const doubt =
    oneUnit(compared) ?? logits(compared) ?? columnsForOne(batch, compared) ?? broadcasting(running, compared);
  if (doubt) yield doubt;
}

function finding(code: string, message: string, compared: Compared, more: Record<string, unknown> = {}): Finding {
  return {
    failure: failure(code, message, { facts: { ...factsOf(compared), ...more } }),
    about: [compared.labelArray],
  };
}

/** A softmax over one unit gives 1 whatever the weights are; a crossentropy over one class is always 0. */
function oneUnit(compared: Compared): Finding | null {
  const { outputs, activation, loss } = compared;
  if (outputs.length < 2 || outputs[outputs.length - 1] !== 1) return null;
  if (activation === 'softmax') {
    return finding('loss-activation', 'a softmax over one unit always gives 1, so the model cannot learn', compared, {
      problem: 'softmax-of-one',
    });
  }
  if (loss.rule.name === 'categorical_crossentropy' && loss.fromLogits !== null) {
    const message = '`categorical_crossentropy` over one unit is always 0, so the model cannot learn';
    return finding('loss-activation', message, compared, { problem: 'one-class' });
  }
  if (loss.rule.name === 'sparse_categorical_crossentropy') {
    const message = '`sparse_categorical_crossentropy` over one unit knows the class 0 only';
    return finding('loss-activation', message, compared, { problem: 'one-class' });
  }
  return null;
}

const PROBABILITIES: ReadonlySet<string> = new Set([
  'categorical_crossentropy',
  'sparse_categorical_crossentropy',
  'binary_crossentropy',
]);

/** Outputs that are no probabilities, for a loss that takes them for some. */
function logits(compared: Compared): Finding | null {
  const { loss, activation } = compared;
  if (!PROBABILITIES.has(loss.rule.name) || loss.fromLogits !== false || activation !== 'linear') return null;
  const message = `\`${loss.rule.name}\` takes the outputs for probabilities, and the last layer has no activation`;
  return finding('loss-activation', message, compared, { problem: 'logits' });
}

/** Labels of as many columns as there are classes, for one unit: `class_mode` and `label_mode` left out. */
function columnsForOne(batch: Batch, compared: Compared): Finding | null {
  const { labels, outputs, loss } = compared;
  const columns = labels[1];
  if (batch.from === 'arrays' || labels.length !== 2 || outputs.length !== 2 || outputs[1] !== 1) return null;
  if (columns === undefined || isKnown(columns) || loss.rule.labels !== 'binary') return null;
  const message = `the labels have a column for each class, and the outputs \`${formatShape(perBatch(outputs))}\` have one unit`;
  return finding('label-broadcast', message, compared, { problem: 'columns' });
}

/** Labels that are spread over outputs (or the reverse) by broadcasting. */
function broadcasting({ context }: Running, compared: Compared): Finding | null {
  const { loss } = compared;
  if (loss.rule.labels !== 'values' && loss.rule.labels !== 'binary') return null;
  let pair: Pair = [compared.labels, compared.outputs];
  const settled = judge(() => {
    pair = matched(compared.labels, compared.outputs, context.generation);
    return pair[0];
  });
  if (settled.kind !== 'fits') return null;
  const [y, p] = pair;
  const differs =
    y.length !== p.length || y.some((size, i) => i > 0 && isKnown(size) && isKnown(p[i] ?? size) && size !== p[i]);
  if (!differs) return null;
  const message = `labels of shape \`${formatShape(perBatch(compared.labels))}\` are spread over outputs of shape \`${formatShape(perBatch(compared.outputs))}\`: \`${loss.rule.name}\` compares each label with other outputs too`;
  return finding('label-broadcast', message, compared);
}
