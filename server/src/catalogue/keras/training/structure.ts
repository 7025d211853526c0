/** How many inputs, labels, losses and metrics there are, and under which names (Keras 3's trainer). */
import { operationName } from '../../../graph/node';
import { flatten } from '../../../graph/structure';
import type { Context } from '../../../values/context';
import type { Value } from '../../../values/value';
import { type Failure, failure } from '../../failure';
import { nearest } from '../identifiers';
import { settingsOf } from '../settings';
import type { Arrays } from './batch';
import type { Finding, Running } from './check';
import { isLossName, lossNames } from './losses';
import { isMetricName, metricNames } from './metrics';

/** Keras 3 takes no lists of numbers where it takes arrays. */
export function listFailure({ x, y, weights }: Arrays, { method, context }: Running): Finding | null {
  if (context.generation !== 'keras3' || method.oneBatch) return null;
  for (const [role, data] of [
    ['x', x],
    ['y', y],
    ['sample_weight', weights],
  ] as const) {
    if (data.kind !== 'list' && data.kind !== 'tuple') continue;
    const leaves = flatten(data);
    const isPlain =
      leaves.length > 0 && leaves.every(({ kind }) => kind === 'int' || kind === 'float' || kind === 'bool');
    if (!isPlain) continue;
    const message = `\`${role}\` is a ${data.kind} of numbers, and Keras 3 takes arrays`;
    return { failure: failure('data-inputs', message, { parameter: role, facts: { plain: role } }), about: [data] };
  }
  return null;
}

/** A dict that lacks an input of the model (Keras 3; Keras 2 takes its items in their order then). */
export function inputNamesFailure({ state, context }: Running, inputs: Value): Finding | null {
  const network = state.network.value;
  if (context.generation !== 'keras3' || !network || inputs.kind !== 'dict' || inputs.uncertain) return null;
  if (network.inputStructure.kind === 'dict' || network.inputs.length < 2) return null;
  const names = network.inputs.map(({ producer }) => (producer ? operationName(producer.operation) : null));
  const keys = textKeys(inputs);
  const missing = names.find((name) => name !== null && !keys?.includes(name));
  if (!keys || !missing || names.includes(null)) return null;
  const message = `the data have the keys ${quoted(keys)}, and the inputs are ${quoted(names as string[])}`;
  return { failure: failure('data-inputs', message, { facts: { names, keys } }), about: flatten(inputs) };
}

/** `metrics` that are a single name, which Keras 3 refuses at `compile`. */
export function metricsFailure(compiled: ReadonlyMap<string, Value>, context: Context): Failure | null {
  const metrics = compiled.get('metrics');
  if (context.generation !== 'keras3' || metrics?.kind !== 'str') return null;
  return failure('compile-arguments', `\`metrics\` is \`'${metrics.value}'\`, and must be a list`, {
    parameter: 'metrics',
    facts: { parameter: 'metrics', wrap: true },
  });
}

/** Names of optimizers, which `get` looks for whatever their case (keras.src.optimizers). */
const OPTIMIZERS: Readonly<Record<'keras2' | 'keras3', ReadonlySet<string>>> = {
  keras3: new Set(
    (
      'adadelta adafactor adagrad adam adamax adamw ftrl lion lossscaleoptimizer muon multioptimizer nadam optimizer ' +
      'optimizermap rmsprop schedulefreeadamw sgd'
    ).split(' '),
  ),
  keras2: new Set(
    (
      'adadelta adafactor adagrad adam adamax adamw experimentaladadelta experimentaladagrad experimentaladam ' +
      'experimentalsgd ftrl lion lossscaleoptimizer lossscaleoptimizerv1 lossscaleoptimizerv3 nadam rmsprop sgd'
    ).split(' '),
  ),
};

/** The name of an optimizer that Keras does not know: it looks at once. */
export function optimizerFailure(compiled: ReadonlyMap<string, Value>, context: Context): Failure | null {
  const optimizer = compiled.get('optimizer');
  if (optimizer?.kind !== 'str' || settingsOf(context).customObjects.value) return null;
  const names = OPTIMIZERS[context.generation === 'keras3' ? 'keras3' : 'keras2'];
  const written = optimizer.value;
  if (names.has(written.toLowerCase()) || written === 'auto') return null;
  const near = nearest(written.toLowerCase(), names) ?? 'adam';
  return failure('compile-arguments', `there is no optimizer \`'${written}'\`; did you mean \`'${near}'\`?`, {
    parameter: 'optimizer',
    facts: { parameter: 'optimizer', written, near },
  });
}

/** Names of losses and metrics that Keras does not know: it looks when training begins. */
export function compiledFailure({ state, context }: Running): Finding | null {
  const compiled = state.compiled.value;
  if (!compiled || compiled === 'unknown') return null;
  const { generation } = context;
  const found = (parameter: string, message: string, facts: Record<string, unknown> = {}): Finding => ({
    failure: failure('compile-arguments', message, { parameter, facts: { parameter, ...facts } }),
    about: [],
  });
  if (settingsOf(context).customObjects.value) return null;
  for (const [parameter, isName, names] of [
    ['loss', (name: string) => isLossName(name, generation), () => lossNames(generation)],
    ['metrics', (name: string) => isMetricName(name, generation), () => metricNames(generation)],
  ] as const) {
    for (const leaf of flatten(compiled.get(parameter) ?? { kind: 'None' })) {
      if (leaf.kind !== 'str' || isName(leaf.value)) continue;
      const near = nearest(leaf.value, new Set(names()));
      const hint = near ? `; did you mean \`'${near}'\`?` : '';
      const what = parameter === 'loss' ? 'loss' : 'metric';
      return found(parameter, `there is no ${what} \`'${leaf.value}'\`${hint}`, { written: leaf.value, near });
    }
  }
  return null;
}

/** Losses and metrics that are not one for each output. */
export function outputsFailure(
  compiled: ReadonlyMap<string, Value>,
  names: readonly (string | null)[],
  context: Context,
): Finding | null {
  if (names.some((name) => name === null)) return null;
  const found = (parameter: string, message: string): Finding => ({
    failure: failure('compile-arguments', message, { parameter, facts: { parameter, names } }),
    about: [],
  });
  const outputs = names.map((name) => `'${name}'`).join(', ');
  const loss = compiled.get('loss');
  if (loss?.kind === 'dict' && !loss.uncertain) {
    const keys = textKeys(loss);
    // Keras 2 takes no loss for an output that none is given for.
    const isShort = context.generation === 'keras3' && keys?.length !== names.length;
    if (keys && (isShort || keys.some((key) => !names.includes(key)))) {
      return found('loss', `\`loss\` has the keys ${quoted(keys)}, and the outputs are ${outputs}`);
    }
  }
  const metricsDict = compiled.get('metrics');
  if (metricsDict?.kind === 'dict' && !metricsDict.uncertain && (names.length > 1 || context.generation !== 'keras3')) {
    const keys = textKeys(metricsDict);
    const other = keys?.find((key) => !names.includes(key));
    if (other !== undefined)
      return found('metrics', `\`metrics\` has the key '${other}', and the outputs are ${outputs}`);
  }
  if (names.length < 2 || context.generation !== 'keras3') return null;
  if (loss?.kind === 'list' && !loss.uncertain && loss.items.length > names.length) {
    return found('loss', `there are ${loss.items.length} losses for ${names.length} outputs`);
  }
  const metrics = compiled.get('metrics');
  if (
    metrics?.kind === 'list' &&
    !metrics.uncertain &&
    metrics.items.length > 0 &&
    metrics.items.length !== names.length
  ) {
    return found(
      'metrics',
      `\`metrics\` has ${metrics.items.length} entries, and the model ${names.length} outputs (${outputs})`,
    );
  }
  return null;
}

/** Labels that are not one for each output. `null` where they are, or it is not known. */
export function labelsFailure(
  labels: Value,
  loss: Value,
  names: readonly (string | null)[],
  context: Context,
): Finding | null {
  if (context.generation !== 'keras3') return labels.kind === 'dict' ? labelKeysFailure(labels, names) : null;
  if (flatten(loss).some((leaf) => leaf.kind === 'None' || leaf.kind === 'unknown')) return null;
  const found = (message: string): Finding => ({
    failure: failure('data-inputs', message, { parameter: 'y', facts: { names } }),
    about: flatten(labels),
  });
  const count = names.length;
  const outputs = count === 1 ? '1 output' : `${count} outputs`;
  if (labels.kind === 'tensor' && count > 1) return found(`\`y\` is one array, and the model has ${outputs}`);
  if ((labels.kind === 'list' && !labels.uncertain) || labels.kind === 'tuple') {
    const leaves = flatten(labels);
    if (!leaves.every((leaf) => leaf.kind === 'tensor') || leaves.length === count) return null;
    return found(`\`y\` holds ${leaves.length} arrays, and the model has ${outputs}`);
  }
  if (labels.kind === 'dict' && !labels.uncertain && names.every((name) => name !== null)) {
    const keys = textKeys(labels);
    if (!keys) return null;
    if (count === 1) return loss.kind === 'dict' ? null : found('`y` is a dict, and the model has one output');
    if (keys.length === count && keys.every((key) => names.includes(key))) return null;
    return (
      labelKeysFailure(labels, names) ??
      found(`\`y\` has the keys ${quoted(keys)}, and the outputs are ${quoted(names as string[])}`)
    );
  }
  return null;
}

/** Keys that no output of a Keras 2 model has; those that are missing are None to it. */
function labelKeysFailure(labels: Extract<Value, { kind: 'dict' }>, names: readonly (string | null)[]): Finding | null {
  const keys = labels.uncertain || names.includes(null) ? null : textKeys(labels);
  if (!keys || keys.every((key) => names.includes(key))) return null;
  const message = `\`y\` has the keys ${quoted(keys)}, and the outputs are ${quoted(names as string[])}`;
  return {
    failure: failure('data-inputs', message, { parameter: 'y', facts: { names, keys } }),
    about: flatten(labels),
  };
}

export function textKeys(dict: Extract<Value, { kind: 'dict' }>): string[] | null {
  const keys = [...dict.entries.values()].map(({ key }) => (key.kind === 'str' ? key.value : null));
  return keys.every((key) => key !== null) ? (keys as string[]) : null;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
