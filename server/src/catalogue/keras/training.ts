/**
 * `compile`, `fit`, `predict` and what else models do with data. Each tells the trace, so that rules
 * can look at it; a model that does not know its input yet is built for the data's.
 */
import { isLayer } from '../../graph/layer';
import { type ModelState, modelState } from '../../graph/model';
import { flatten, mapStructure } from '../../graph/structure';
import { type SummaryOptions, summaryText } from '../../graph/summary';
import { type Dimension, unknownDimension } from '../../shapes/dimension';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import { type Arguments, args, bind } from '../../values/arguments';
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import { type InstanceValue, NONE, str, type Value } from '../../values/value';
import { failure, refusal } from '../failure';
import { named, nativeFunction, parseSignature, pythonFunction } from '../native';
import { callQuietly } from './calling/call';
import { howCalled } from './calling/how';
import { buildStack } from './calling/stack';

/** What a rule gets to know of such a call. */
export interface TrainingFacts {
  readonly model: InstanceValue;
  /** Arguments by the parameters of Keras 3's signature; what was left out is not in it. */
  readonly arguments: ReadonlyMap<string, Value>;
  /** Whether `*args` or `**kwargs` that are not known were passed too. */
  readonly uncertain: boolean;
}

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
    tell('compile', context.generation === 'keras3' ? COMPILE : COMPILE_2, given, context);
    return NONE;
  });
  const onData = ON_DATA.map(([declaration, result]) => {
    const { name, signature } = parseSignature(declaration);
    return nativeFunction(name, signature, (given, context) => {
      const facts = tell(name, declaration, given, context);
      if (!facts) return context.unknown(`what \`${name}\` gives is not known`);
      const data = facts.arguments.get('x') ?? facts.arguments.get('generator');
      if (data) buildFor(facts.model, data, context);
      if (result === 'array' && data) return predicted(facts.model, data, name, context);
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

/** Records the call; null where it is not called on a model. */
function tell(type: string, declaration: string, given: Arguments, context: Context): TrainingFacts | null {
  const [self] = given.positional;
  if (!self || !isLayer(self)) return null;
  const binding = bind(parseSignature(declaration).signature, given);
  const bound = new Map<string, Value>();
  for (const [name, { value, source }] of binding.bound) {
    if (name !== 'self' && source.from !== 'default') bound.set(name, value);
  }
  for (const [name, value] of binding.varKeyword) bound.set(name, value);
  const facts: TrainingFacts = { model: self, arguments: bound, uncertain: given.uncertain !== null };
  context.event(type, { ...facts });
  if (type === 'compile') modelState(self)?.compiled.set(context.heap, bound);
  return facts;
}

/** Builds a model that waits for data: of these only the batch is left open. */
function buildFor(model: InstanceValue, data: Value, context: Context): void {
  const state = modelState(model);
  if (!state || state.hidden.value || state.network.value) return;
  if (!allTensors(data)) {
    forgetBuilt(model, context);
    return;
  }
  const batches = mapStructure(data, (leaf) => (leaf.kind === 'tensor' ? oneBatch(leaf, context) : leaf));
  if (state.sequential && state.stack.value) {
    if (batches.kind === 'tensor') buildStack(model, state, batches.shape, null, context);
    return;
  }
  if (state.built.value === false && howCalled(model.cls) === 'program' && allTensors(batches))
    buildProgram(model, state, batches, context);
}

/** Layers that wait for data that are not known: they have weights then, but it is not known which. */
function forgetBuilt(model: InstanceValue, context: Context): void {
  const state = modelState(model);
  const open = context.unknown('the data are not known');
  if (state?.stack.value) buildStack(model, state, unknownShape(open.reason), null, context);
  else if (state?.built.value === false && howCalled(model.cls) === 'program')
    buildProgram(model, state, open, context);
}

function buildProgram(model: InstanceValue, state: ModelState, batches: Value, context: Context): void {
  // What goes wrong in it may be due to the stand-in for data: it is for the run to tell.
  const ran = context.attempt(() => callQuietly(model, args([batches]), context));
  if ('error' in ran) state.built.set(context.heap, null);
}

function allTensors(structure: Value): boolean {
  let all = true;
  mapStructure(structure, (leaf) => {
    all &&= leaf.kind === 'tensor';
    return leaf;
  });
  return all;
}

/** A batch of some data, as a symbolic tensor: how many samples it holds is not known here. */
function oneBatch(data: TensorValue, context: Context): TensorValue {
  const shape: Shape = hasRank(data.shape)
    ? data.shape.map(
        (size, i): Dimension =>
          i === 0 ? unknownDimension(context.because('it is the size of a batch of the data')) : size,
      )
    : data.shape;
  return new TensorValue({ library: 'tensorflow', symbolic: true, shape, dtype: data.dtype });
}

/** Arrays of the model's outputs for the samples that it is given. */
function predicted(model: InstanceValue, data: Value, name: string, context: Context): Value {
  const state = modelState(model);
  const known = mapStructure(data, (leaf) => leaf);
  if (!state?.network.value || !allTensors(known)) return context.unknown(`what \`${name}\` gives is not known`);
  // It goes through the model batch by batch, in a graph; what comes out is laid one behind the other.
  const samples = flatten(known).find((leaf) => leaf.kind === 'tensor');
  const count = samples?.kind === 'tensor' && hasRank(samples.shape) ? samples.shape[0] : undefined;
  const batches = mapStructure(data, (leaf) => (leaf.kind === 'tensor' ? oneBatch(leaf, context) : leaf));
  const called = callQuietly(model, args([batches]), context);
  return mapStructure(called.output, (leaf) => {
    if (leaf.kind !== 'tensor') return leaf;
    const { shape, dtype } = leaf;
    const all = hasRank(shape) && count !== undefined ? [count, ...shape.slice(1)] : shape;
    return new TensorValue({ library: 'numpy', symbolic: false, shape: all, dtype });
  });
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
