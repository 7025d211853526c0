/**
 * What Keras does with data before and while it trains on them, in its order: counts samples, calls
 * the model, takes the loss, updates metrics. What it will refuse is refused; what runs and cannot
 * learn is told as a doubt.
 */

import { type ModelState, modelState } from '../../../graph/model';
import { flatten, mapStructure } from '../../../graph/structure';
import { isDynamic } from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { type InstanceValue, NONE, type Value } from '../../../values/value';
import { type Failure, failure, refusal } from '../../failure';
import { integerOf } from '../../params';
import { howCalled, overrides } from '../calling/how';
import type { DataSource } from '../data/element-spec';
import { dataSource } from '../data/source';
import { type Arrays, absent, type Batch, batchOfArrays, batchOfSource } from './batch';
import { type CalledAgain, callAgain } from './called-again';
import { countFailure } from './counts';
import { allTensors, buildFor } from './deferred';
import { indexFailure, typeFailure } from './elements';
import type { TrainingFacts } from './facts';
import { inputFailure } from './inputs';
import { checkLabels } from './labels';
import { argumentFailure, stateFailure } from './settings';
import { sourceFailure } from './sources';
import { stepFailure } from './steps';
import { compiledFailure, inputNamesFailure, listFailure } from './structure';
import { classWeightsFailure } from './weights';

/** What a method does with its data. */
export interface Method {
  readonly name: string;
  /** Whether it needs a loss: all but `predict` and its like. */
  readonly trains: boolean;
  /** Whether all that it is given is one batch. */
  readonly oneBatch: boolean;
}

/** Something found in a call: told as a refusal, or as a doubt. */
export interface Finding {
  readonly failure: Failure;
  /** The arrays concerned, for places: first the one at fault. */
  readonly about: readonly Value[];
}

/** One call of `fit` and its like, as the checks see it. */
export interface Running {
  readonly model: InstanceValue;
  readonly state: ModelState;
  readonly method: Method;
  readonly context: Context;
}

/** What of the data it is: those of a call itself, or those that `fit` evaluates. */
export type Part = '' | 'validation_data';

/** Checks a call, and builds the model where it waits for data. */
export function checkTraining(method: Method, facts: TrainingFacts, context: Context): void {
  const state = modelState(facts.model);
  if (!state) return;
  const running: Running = { model: facts.model, state, method, context };
  const get = (name: string): Value => facts.arguments.get(name) ?? NONE;
  const x = facts.arguments.get('x') ?? facts.arguments.get('generator') ?? NONE;
  const source = absent(x) ? undefined : dataSource(x, context);
  const arrays: Arrays = { x, y: get('y'), weights: get('sample_weight') };
  if (facts.uncertain) {
    buildFor(facts.model, context.unknown('what is passed is not known'), context);
    return;
  }
  const early =
    (overridesSteps(running) ? null : argumentFailure(running, facts)) ??
    notCompiled(running) ??
    (method.trains ? compiledFailure(running) : null);
  if (early) {
    tellRefusal(running, early);
    return;
  }
  if (!checkPart(running, source, arrays, facts, '')) return;
  const validation = get('validation_data');
  if (absent(validation)) return;
  const own = dataSource(validation, context);
  if (own) {
    checkPart(running, own, { x: validation, y: NONE, weights: NONE }, facts, 'validation_data');
    return;
  }
  if (validation.kind === 'tensor' && context.generation === 'keras3') {
    checkPart(running, undefined, { x: validation, y: NONE, weights: NONE }, facts, 'validation_data');
    return;
  }
  if (validation.kind !== 'tuple' && (validation.kind !== 'list' || validation.uncertain)) return;
  const [vx = NONE, vy = NONE, vw = NONE] = validation.items;
  if (validation.items.length > 3) return;
  checkPart(running, undefined, { x: vx, y: vy, weights: vw }, facts, 'validation_data');
}

/** One set of data: false where it is refused, so that nothing after it happens. */
function checkPart(
  running: Running,
  source: DataSource | undefined,
  arrays: Arrays,
  facts: TrainingFacts,
  part: Part,
): boolean {
  const { context, model, state, method } = running;
  const listed = source ? null : listFailure(arrays, running);
  if (listed) return tellRefusal(running, within(part, listed));
  const typed = source ? null : typeFailure(arrays, running);
  if (typed) return tellRefusal(running, within(part, typed));
  const sourced = source && part === '' ? sourceFailure(source, arrays, facts, context) : null;
  if (sourced) return tellRefusal(running, sourced);
  const batch = source
    ? batchOfSource(source, context)
    : batchOfArrays(arrays, method.oneBatch ? 'all' : batchSizeOf(facts, part), context);
  if (!batch || absent(batch.inputs)) {
    if (part === '') buildFor(model, context.unknown('the data are not known'), context);
    return true;
  }
  // Keras 3 does not count what it is given as one batch.
  const isCounted = !source && (!method.oneBatch || context.generation !== 'keras3');
  const counted = isCounted ? countFailure(arrays) : null;
  if (counted) return tellRefusal(running, within(part, counted));
  const weighted = part === '' ? classWeightsFailure(arrays, facts, context) : null;
  if (weighted) return tellRefusal(running, weighted);
  const built = part === '' ? buildFor(model, batch.inputs, context) : null;
  if (state.hidden.value) return true;
  if (overridesSteps(running)) {
    const failed = built && 'error' in built ? null : stepFailure(running, batch, part);
    return failed ? tellRefusal(running, within(part, failed)) : true;
  }
  const unnamed = inputNamesFailure(running, batch.inputs);
  if (unnamed) return tellRefusal(running, within(part, unnamed));
  const indexed = source ? null : indexFailure(arrays, running);
  if (indexed) return tellRefusal(running, within(part, indexed));
  const kept =
    source || method.oneBatch || part !== '' ? null : stateFailure(arrays, running, facts, batchSizeOf(facts, part));
  if (kept) return tellRefusal(running, kept);
  const called = built ?? callOnBatch(running, batch);
  if (!called) return true;
  const data = source ? source.element : arrays.x;
  if ('error' in called) {
    const failed = inputFailure(running, called.error, batch, data);
    return failed ? tellRefusal(running, within(part, failed)) : true;
  }
  if (!method.trains) return true;
  for (const { finding, doubtful } of checkLabels(running, batch, called.outputs, source ? source.element : arrays.y)) {
    if (!doubtful) return tellRefusal(running, within(part, finding));
    if (part === '') tellDoubt(running, finding);
  }
  return true;
}

/** Says of what a refusal is about where it is not the training data. */
function within(part: string, finding: Finding): Finding {
  if (part === '') return finding;
  const { failure: failed } = finding;
  return {
    ...finding,
    failure: { ...failed, message: `${failed.message} (in \`${part}\`)`, facts: { ...failed.facts, part } },
  };
}

/** `batch_size` as Keras takes it; null where it is not known. */
function batchSizeOf(facts: TrainingFacts, part: string): number | null {
  const own = part === '' ? undefined : facts.arguments.get('validation_batch_size');
  const given = own && !absent(own) ? own : facts.arguments.get('batch_size');
  if (!given || absent(given))
    return facts.arguments.has('steps_per_epoch') || facts.arguments.has('steps') ? null : 32;
  const size = integerOf(given);
  return size !== undefined && size > 0 ? size : null;
}

/**
 * Calls the model on a batch. Where the inputs are not known, a graph's own outputs are what they lead to, if they are
 * not refused. What a graph refuses of its own inputs too is no fault of the data, and was said where it was made.
 */
function callOnBatch({ model, state, context }: Running, batch: Batch): CalledAgain | null {
  const how = howCalled(model.cls);
  const network = state.network.value;
  const isKnown = allTensors(batch.inputs) && flatten(batch.inputs).length > 0;
  if (how === 'program') {
    return isKnown && state.built.value ? callAgain(model, batch.inputs, context) : null;
  }
  if (how !== 'model' || !network || network.uncertain) return null;
  if (!isKnown) return { outputs: mapStructure(network.outputStructure, (leaf) => ofBatch(leaf, batch)) };
  const called = callAgain(model, batch.inputs, context);
  if (!('error' in called)) return called;
  const own = mapStructure(network.inputStructure, (leaf) => ofBatch(leaf, batch));
  return 'error' in callAgain(model, own, context) ? null : called;
}

/** A tensor of the graph for a batch of these data. */
function ofBatch(value: Value, { size }: Batch): Value {
  if (value.kind !== 'tensor' || !hasRank(value.shape)) return value;
  const shape = value.shape.map((one, i) => (i === 0 && isDynamic(one) ? size : one));
  return new TensorValue({ library: 'tensorflow', symbolic: true, shape, dtype: value.dtype });
}

/** Whether the program says itself what a step does. */
function overridesSteps({ model }: Running): boolean {
  return ['train_step', 'test_step', 'fit', 'evaluate', 'compute_loss', '_compute_loss', '__call__'].some((name) =>
    overrides(model.cls, name),
  );
}

function notCompiled(running: Running): Finding | null {
  const { state, method, model } = running;
  if (!method.trains || state.compiled.value !== null || state.hidden.value || overridesSteps(running)) return null;
  if (overrides(model.cls, 'compile')) return null;
  const message = `the model must be compiled before \`${method.name}\`: \`model.compile(optimizer=…, loss=…)\``;
  const exception = running.context.generation === 'keras3' ? 'ValueError' : 'RuntimeError';
  return { failure: failure('not-compiled', message, { exception }), about: [] };
}

/** Always false: nothing that comes after it is reached. */
function tellRefusal({ context, model, method }: Running, { failure: failed, about }: Finding): false {
  const inputs = about.flatMap((value) => flatten(value)).flatMap((leaf) => (leaf.kind === 'tensor' ? [leaf] : []));
  const call = { kind: 'model', callee: method.name, instance: model, inputs } as const;
  context.refuse(refusal(failed, 'fit'), NONE, call);
  return false;
}

function tellDoubt({ context, model, method }: Running, { failure: failed, about }: Finding): void {
  context.event('doubt', { method: method.name, model, failure: failed, about });
}
