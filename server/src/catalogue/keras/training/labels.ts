/** Labels against the model's outputs: the loss of each, then the metrics. */
import { operationName } from '../../../graph/node';
import { entryOf, flatten } from '../../../graph/structure';
import { dynamic, isKnown } from '../../../shapes/dimension';
import { formatShape } from '../../../shapes/shape';
import type { TensorValue } from '../../../values/tensor';
import type { Value } from '../../../values/value';
import { failure } from '../../failure';
import { refusedShapes } from './about-shapes';
import { type Batch, sizesIn } from './batch';
import type { Finding, Running } from './check';
import { forOutputs, type Loss, readLoss, readMetric } from './compiled';
import { allTensors } from './deferred';
import { doubtsAbout } from './doubts';
import type { Sizes } from './judgement';
import { lossOutcome } from './losses';
import { accuracyFor, metricOutcome } from './metrics';
import { activationOf } from './output-activation';
import { ownError, ownOf } from './own';
import { labelsFailure, outputsFailure } from './structure';
import { sampleWeightsFailure } from './weights';

export interface Found {
  readonly finding: Finding;
  /** Runs, and learns nothing sensible. */
  readonly doubtful: boolean;
}

/** One output of the model with its labels, as a loss gets both. */
export interface Compared {
  readonly loss: Loss;
  readonly labels: Sizes;
  readonly outputs: Sizes;
  readonly labelArray: TensorValue;
  /** Position among the outputs, and its name. */
  readonly index: number;
  readonly name: string | null;
  readonly activation: string | null;
}

export function* checkLabels(running: Running, batch: Batch, outputs: Value, shown: Value): Generator<Found> {
  const { context, state } = running;
  const compiled = state.compiled.value;
  if (compiled === null || compiled === 'unknown') return;
  const predicted = flatten(outputs);
  const names = outputNames(running, predicted.length);
  const lossArgument = compiled.get('loss');
  if (!lossArgument || lossArgument.kind === 'None') return;
  const named = outputsFailure(compiled, names, context);
  if (named) {
    yield { finding: named, doubtful: false };
    return;
  }
  const misfit = batch.labels && batch.from === 'arrays' ? labelsFailure(shown, lossArgument, names, context) : null;
  if (misfit) {
    yield { finding: misfit, doubtful: false };
    return;
  }
  const labels = labelsFor(batch.labels, names, predicted.length);
  const shownLabels = labelsFor(labelPart(batch, shown), names, predicted.length);
  if (labels === null) return;
  if (labels === 'missing') {
    // What is not known may be a data set, which gives labels too.
    if (!allTensors(batch.inputs)) return;
    // Keras 2 evaluates without labels, and says nothing of the loss.
    if (context.generation !== 'keras3' && /evaluate|test/.test(running.method.name)) return;
    const message = `\`${running.method.name}\` gets no labels, and the model was compiled with a loss`;
    yield {
      finding: { failure: failure('data-inputs', message, { facts: { missing: 'y' } }), about: [] },
      doubtful: false,
    };
    return;
  }
  const losses = forOutputs(lossArgument, names);
  const metrics = compiled.get('metrics');
  const weightedMetrics = compiled.get('weighted_metrics');
  if (!losses) return;
  for (const [index, output] of predicted.entries()) {
    const label = labels[index];
    const lossValue = losses[index];
    if (!label || !lossValue) continue;
    const loss = readLoss(lossValue, context.generation, context);
    const labelArray = shownLabels && shownLabels !== 'missing' ? shownLabels[index] : undefined;
    if (loss === 'none' || (loss && 'unknownName' in loss)) continue;
    if (label.kind !== 'tensor' || labelArray?.kind !== 'tensor') continue;
    if (loss === null) {
      const failed = ownFailure(running, batch, { value: lossValue, role: 'loss', label, output, labelArray, index });
      if (!failed) continue;
      yield { finding: failed, doubtful: false };
      return;
    }
    const [y, p] = [sizesIn(label, batch), sizesIn(output, batch)];
    if (!y || !p) continue;
    const activation = activationOf(running.model, index);
    const compared: Compared = {
      loss,
      labels: y,
      outputs: p,
      labelArray,
      index,
      name: names[index] ?? null,
      activation,
    };
    const refused = lossFailure(running, compared) ?? rangeFailure(compared);
    if (refused) {
      yield { finding: refused, doubtful: false };
      return;
    }
    const weighted = predicted.length === 1 ? sampleWeightsFailure(running, batch, compared) : null;
    if (weighted) {
      yield { finding: weighted, doubtful: false };
      return;
    }
    for (const doubt of doubtsAbout(running, batch, compared)) yield { finding: doubt, doubtful: true };
  }
  for (const given of [metrics, weightedMetrics]) {
    if (!given || given.kind === 'None') continue;
    const failed = metricsFailure(running, batch, given, names, predicted, labels, shownLabels);
    if (failed) {
      yield { finding: failed, doubtful: false };
      return;
    }
  }
}

/** Labels in what a source gives, or the labels themselves. */
function labelPart(batch: Batch, shown: Value): Value | null {
  if (batch.from === 'arrays') return shown.kind === 'None' ? null : shown;
  return shown.kind === 'tuple' || shown.kind === 'list' ? (shown.items[1] ?? null) : null;
}

/** Names of the outputs: of the layers that give them. */
function outputNames({ state }: Running, count: number): (string | null)[] {
  const network = state.network.value;
  return Array.from({ length: count }, (_, i) => {
    const producer = network?.outputs[i]?.producer;
    return producer ? operationName(producer.operation) : null;
  });
}

/** The labels of each output, in order; null where it is not known which is whose. */
function labelsFor(
  labels: Value | null,
  names: readonly (string | null)[],
  count: number,
): readonly Value[] | 'missing' | null {
  if (labels === null || labels.kind === 'None') return 'missing';
  if (labels.kind === 'dict') {
    if (labels.uncertain) return null;
    const found = names.map((name) => (name === null ? undefined : entryOf(labels, name)));
    return found.every((one) => one !== undefined) ? (found as Value[]) : null;
  }
  if (labels.kind === 'tensor') return count === 1 ? [labels] : null;
  if (labels.kind !== 'list' && labels.kind !== 'tuple') return null;
  const leaves = flatten(labels);
  return leaves.length === count ? leaves : null;
}

/** Keras remembers what went into these, and compares that. */
const KEEPS_LOGITS: ReadonlySet<string> = new Set(['sigmoid', 'softmax']);

function lossFailure({ context }: Running, compared: Compared): Finding | null {
  const { loss, labels, outputs, labelArray, index, name, activation } = compared;
  const logits =
    loss.fromLogits === true
      ? true
      : loss.fromLogits === null || activation === null
        ? null
        : KEEPS_LOGITS.has(activation);
  const outcome = lossOutcome(loss.rule, labels, outputs, context.generation, logits);
  if (outcome.kind !== 'clash') return null;
  const where = name !== null && index > 0 ? ` of \`${name}\`` : '';
  const [y, p] = shown(labels, outputs);
  const message = `labels of shape \`${y}\` do not fit the outputs \`${p}\`${where} under \`${loss.rule.name}\``;
  return {
    failure: failure('label-shape', message, { facts: factsOf(compared) }),
    about: [labelArray],
  };
}

/** Class numbers beyond the outputs' last axis: TensorFlow refuses them when it runs on a CPU. */
function rangeFailure(compared: Compared): Finding | null {
  const { loss, outputs, labelArray } = compared;
  const classes = outputs[outputs.length - 1];
  if (loss.rule.name !== 'sparse_categorical_crossentropy' || classes === undefined || !isKnown(classes)) return null;
  const range = rangeOf(labelArray);
  if (!range) return null;
  const [least, most] = range;
  // What becomes of NaN and infinity as a class number depends on the machine.
  if (!Number.isFinite(least) || !Number.isFinite(most) || (least >= 0 && most < classes)) return null;
  const message = `the labels go from ${least} to ${most}, and the outputs have the classes 0 to ${classes - 1}`;
  const facts = { ...factsOf(compared), problem: 'range', least, most };
  return {
    failure: failure('label-shape', message, { exception: 'InvalidArgumentError', facts }),
    about: [labelArray],
  };
}

/** The least and the largest of class numbers, where they are known. */
function rangeOf({ data, classes }: TensorValue): readonly [number, number] | null {
  if (!data) return classes === null ? null : [0, classes - 1];
  return data.every((number): number is number => typeof number === 'number')
    ? [Math.min(...data), Math.max(...data)]
    : null;
}

/** Shapes as they are written for people: the batch is None, but where it is what differs. */
function shown(labels: Sizes, outputs: Sizes): readonly [string, string] {
  const differs = labels[0] !== outputs[0] && isKnown(labels[0] ?? 0) && isKnown(outputs[0] ?? 0);
  const write = (sizes: Sizes) => formatShape(differs ? sizes : perBatch(sizes));
  return [write(labels), write(outputs)];
}

/** The batch is None. */
export function perBatch(sizes: Sizes): Sizes {
  return sizes.map((size, i) => (i === 0 ? dynamic() : size));
}

/** What rules need for words and fixes. */
export function factsOf({
  loss,
  labels,
  outputs,
  index,
  name,
  labelArray,
  activation,
}: Compared): Record<string, unknown> {
  return {
    loss: loss.rule.name,
    labelKind: loss.rule.labels,
    labels,
    outputs,
    index,
    name,
    dtype: labelArray.dtype,
    activation,
  };
}

/** A loss or metric of the program's own, with what it is called on. */
interface OwnCall {
  readonly value: Value;
  readonly role: 'loss' | 'metric';
  readonly label: Value;
  readonly output: Value;
  readonly labelArray: Value | undefined;
  readonly index: number;
}

/** What a loss or metric of the program's own refuses. */
function ownFailure(running: Running, batch: Batch, called: OwnCall): Finding | null {
  const { label, output, labelArray, index, role } = called;
  const { context, model, method } = running;
  const own = ownOf(called.value, context);
  if (!own || label.kind !== 'tensor' || output.kind !== 'tensor') return null;
  const error = ownError(own, role, label, output, batch, context);
  const refused = error && refusedShapes(error);
  const [labels, outputs] = [sizesIn(label, batch), sizesIn(output, batch)];
  if (!refused || !labels || !outputs) return null;
  const shapes = [labels, outputs].map((sizes) => `\`${formatShape(perBatch(sizes))}\``);
  const message = `\`${own.name}\` fails on labels of shape ${shapes[0]} and outputs ${shapes[1]}: ${refused.message}`;
  const facts = {
    ...(role === 'loss' ? { loss: own.name, labelKind: 'values' } : { metric: own.name, written: own.name }),
    labels,
    outputs,
    index,
    name: null,
    dtype: label.dtype,
    activation: activationOf(model, index),
    method: method.name,
    place: error.place,
  };
  return {
    failure: failure(role === 'loss' ? 'label-shape' : 'metric-shape', message, {
      exception: refused.exception,
      facts,
    }),
    about: labelArray ? [labelArray] : [],
  };
}

function metricsFailure(
  running: Running,
  batch: Batch,
  given: Value,
  names: readonly (string | null)[],
  predicted: readonly Value[],
  labels: readonly Value[],
  shown: readonly Value[] | 'missing' | null,
): Finding | null {
  const { generation } = running.context;
  const perOutput = predicted.length === 1 ? [given] : metricsOf(given, names);
  if (!perOutput) return null;
  for (const [index, metrics] of perOutput.entries()) {
    const label = labels[index];
    const output = predicted[index];
    if (!label || !output) continue;
    const [y, p] = [sizesIn(label, batch), sizesIn(output, batch)];
    if (!y || !p) continue;
    for (const metric of flatten(metrics)) {
      const read = readMetric(metric, generation);
      const rule = read === 'accuracy' ? accuracyFor(y, p, generation) : read;
      const labelArray = shown && shown !== 'missing' ? shown[index] : undefined;
      if (!rule) {
        const own = { value: metric, role: 'metric', label, output, labelArray, index } as const;
        const failed = read === null ? ownFailure(running, batch, own) : null;
        if (failed) return failed;
        continue;
      }
      const outcome = metricOutcome(rule, y, p, generation);
      if (outcome.kind !== 'clash') continue;
      const message = `labels of shape \`${formatShape(perBatch(y))}\` do not fit the outputs \`${formatShape(perBatch(p))}\` in the metric \`${rule.name}\``;
      return {
        failure: failure('metric-shape', message, {
          facts: {
            metric: rule.name,
            written: read === 'accuracy' ? 'accuracy' : rule.name,
            labels: y,
            outputs: p,
            index,
          },
        }),
        about: labelArray ? [labelArray] : [],
      };
    }
  }
  return null;
}

/** Metrics for each of several outputs: a list of as many, or a dict by names. */
function metricsOf(given: Value, names: readonly (string | null)[]): readonly Value[] | null {
  if (given.kind === 'dict') {
    if (given.uncertain) return null;
    return names.map((name) => (name === null ? undefined : entryOf(given, name)) ?? { kind: 'None' });
  }
  return forOutputs(given, names);
}
