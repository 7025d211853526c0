import { isLayer, layerState } from '../../../../graph/layer';
import { mapStructure } from '../../../../graph/structure';
import { broadcastShapes } from '../../../../shapes/broadcast';
import { add, type Dimension, formatDimension, multiply, surelyDiffer } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, unknownShape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import { TensorValue } from '../../../../values/tensor';
import { bool, type InstanceValue, int, ListValue, NONE, str, tuple, type Value } from '../../../../values/value';
import { defineLayer, type Evaluated, type Explanation, variant } from '../../../define-layer';
import { type Failure, failure } from '../../../failure';
import { anything, choice, integerOf, type Param } from '../../../params';
import { callInner } from '../../calling/call';
import { callArguments, madeOf, oneTensor, ownLayer, refuseCall, refuseConstruction } from '../../calling/taken-over';
import { copyLayer } from '../../config';
import { flagOf, layerArgument, tellsShapes } from '../../wrapped-layer';
import { givenStates, statesFromList } from './initial-states';

type MergeMode = 'sum' | 'mul' | 'ave' | 'concat' | null;

const modes = choice(['sum', 'mul', 'ave', 'concat']);

const mergeMode: Param<MergeMode> = {
  default: str('concat'),
  possible: ['sum', 'mul', 'ave', 'concat', null],
  read: (value, context) => (value.kind === 'None' ? { value: null } : modes.read(value, context)),
};

const options = {
  layer: layerArgument(),
  merge_mode: mergeMode,
  weights: anything(),
  backward_layer: layerArgument({ optional: true }),
};

export const bidirectional = defineLayer({
  name: 'Bidirectional',
  summary: 'Reads a sequence forwards and backwards with a recurrent layer each, and merges what they give.',
  docs: 'api/layers/recurrent_layers/bidirectional/',
  openSizes: 'held',
  rule: {
    words:
      'What the layer gives, twice: joined along the last axis (`concat`), by element (`sum`, `mul`, `ave`), or as a list (None). States follow, those of the way back behind the others.',
    formula: 'concat: (…, units) → (…, 2·units)',
    example: 'Bidirectional(LSTM(16, return_sequences=True))(Input((10, 8)))',
    readFrom: 'layers/rnn/bidirectional.py: Bidirectional.compute_output_shape',
  },
  params: options,
  output: ({ callee }) => unknownShape(reason(`what ${callee} gives depends on its layer`)),
  initialize,
  evaluate,
  buildsInner: 'by calling',
  generations: { keras2: variant({ params: options }) },
});

/** The arguments that are numbers of numpy's: `serialize_keras_object` makes Python's of them (`obj.item()`). */
function serializedNumbers(layer: InstanceValue): (readonly [string, Value])[] {
  return [...(madeOf(layer)?.state.args ?? [])].flatMap(([name, { value }]) => {
    if (value.kind !== 'tensor' || value.library !== 'numpy') return [];
    const number = integerOf(value);
    return number === undefined || !/^u?int/.test(value.dtype) ? [] : [[name, int(number)] as const];
  });
}

/** Both layers are made anew from the given one's config, the backward one with `go_backwards` turned. */
function initialize(wrapper: InstanceValue, context: Context): void {
  const made = madeOf(wrapper);
  const given = made?.state.args;
  const layer = given?.get('layer')?.value;
  const backward = given?.get('backward_layer')?.value ?? NONE;
  if (!made || !layer || !isLayer(layer)) {
    made?.state.weights.set(context.heap, null);
    return;
  }
  const goesBack = flagOf(layer, 'go_backwards', context);
  const refuse = (message: string, parameter: string) =>
    refuseConstruction(failure('invalid-argument', message, { parameter }), wrapper, context);
  if (goesBack === null) {
    refuse(`${wrapper.cls.name} takes a recurrent layer, and ${layer.cls.name} has no \`go_backwards\``, 'layer');
    return;
  }
  const keras3 = context.generation === 'keras3';
  const turned = keras3 ? true : goesBack === undefined ? undefined : !goesBack;
  const copies = madeOf(layer) !== null;
  const copy = (side: string, changed: readonly (readonly [string, Value])[]): Value => {
    if (!copies) return layer;
    const name = layerState(layer)?.name.value;
    const plain = keras3 && name?.startsWith(`${side}_`) ? name.slice(side.length + 1) : name;
    const own: Value = plain ? str(`${side}_${plain}`) : context.unknown('the name of the layer is not known');
    const written = keras3 ? serializedNumbers(layer) : [];
    return copyLayer(layer, context, new Map([['name', own], ...written, ...changed]));
  };
  if (!copies) made.state.weights.set(context.heap, null);
  const flag = turned === undefined ? context.unknown('`go_backwards` is not known') : bool(turned);
  const two = {
    forward: copy('forward', []),
    backward: isLayer(backward) ? backward : copy('backward', [['go_backwards', flag]]),
  };
  if (isLayer(backward) && !keras3) rename(backward, context);
  const differs = differentFlags(layer, isLayer(backward) ? backward : null, turned, context);
  if (differs)
    refuse(`the two layers of ${wrapper.cls.name} ${differs}`, isLayer(backward) ? 'backward_layer' : 'layer');
  context.setAttribute(wrapper, 'forward_layer', two.forward);
  context.setAttribute(wrapper, 'backward_layer', two.backward);
  if (!keras3) wrapper.attributes.set(context.heap, 'layer', layer);
}

/** Keras 2 names a backward layer that it is given anew. */
function rename(layer: InstanceValue, context: Context): void {
  const state = layerState(layer);
  const name = state?.name.value;
  if (name) state.name.set(context.heap, `backward_${name}`);
}

/** What the two layers must have otherwise, or alike. */
function differentFlags(
  forward: InstanceValue,
  backward: InstanceValue | null,
  turned: boolean | undefined,
  context: Context,
): string | null {
  const ahead = flagOf(forward, 'go_backwards', context);
  const behind = backward ? flagOf(backward, 'go_backwards', context) : turned;
  if (ahead === behind && typeof ahead === 'boolean') {
    return `must have different \`go_backwards\`, and both have ${ahead ? 'True' : 'False'}`;
  }
  for (const name of ['stateful', 'return_sequences', 'return_state']) {
    const [a, b] = [flagOf(forward, name, context), backward && flagOf(backward, name, context)];
    if (typeof a === 'boolean' && typeof b === 'boolean' && a !== b) return `must have the same \`${name}\``;
  }
  return null;
}

function evaluate(wrapper: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const callee = wrapper.cls.name;
  const keras3 = context.generation === 'keras3';
  const names = keras3
    ? ['sequences', 'initial_state', 'mask', 'training']
    : ['inputs', 'training', 'mask', 'initial_state', 'constants'];
  const arranged = keras3 ? given : statesFromList(given);
  const bound = 'code' in arranged ? arranged : callArguments(callee, arranged, names);
  if ('code' in bound) return refuseCall(bound, wrapper, given, context);
  const input = bound.get(names[0] as string) as Value;
  const wrong = oneTensor(callee, input);
  if (wrong && 'code' in wrong) return refuseCall(wrong, wrapper, given, context);
  const made = madeOf(wrapper);
  const [forward, backward] = [ownLayer(wrapper, 'forward_layer'), ownLayer(wrapper, 'backward_layer')];
  const lost = () => context.unknown(`what ${callee} gives is not known`);
  if (!made || !forward || !backward) return lost();
  if (keras3 && !tellsShapes(forward)) return refuseCall(noShape(callee, forward), wrapper, given, context);
  const states = keras3 ? null : halves(callee, bound.get('initial_state'));
  if (states && 'code' in states) return refuseCall(states, wrapper, given, context);
  const broken = keras3 && ['stateful', 'return_state'].every((name) => flagOf(forward, name, context) === true);
  if (broken) {
    const message = `${callee} cannot give back states that its layer keeps: its mask of them fails`;
    return refuseCall(
      failure('invalid-argument', message, { parameter: 'layer', exception: 'TypeError' }),
      wrapper,
      given,
      context,
    );
  }
  const ahead = callInner(forward, withState(input, states?.[0]), context);
  if (ahead.refused) return { output: ahead.output, refused: true };
  const behind = callInner(backward, withState(input, states?.[1]), context);
  if (behind.refused) return { output: behind.output, refused: true };
  if (!made.args) return lost();
  const mode = made.args.merge_mode as MergeMode;
  const split = keras3 ? declaredSplit(ahead.output, made.state.policy.value.compute) : null;
  const one = split ?? parts(ahead.output);
  const other = split ?? parts(behind.output);
  if (!one || !other) return lost();
  const merged = merge(callee, mode, one.output, other.output);
  if (!merged) return lost();
  if ('code' in merged) return refuseCall(merged, wrapper, given, context);
  const all = [...merged, ...one.states, ...other.states];
  const output = all.length === 1 ? (all[0] as Value) : keras3 ? tuple(all) : new ListValue(all);
  const written = (made.state.args?.get('merge_mode')?.source.from ?? 'default') !== 'default';
  return { output, explanation: mode === 'concat' ? explain(one.output, other.output, written) : {} };
}

function explain(a: TensorValue, b: TensorValue, written: boolean): Explanation {
  const [left, right] = [a, b].map(({ shape }) => (hasRank(shape) ? shape.at(-1) : undefined));
  if (left === undefined || right === undefined) return {};
  const formula = `${formatDimension(left)} + ${formatDimension(right)} = ${formatDimension(add(left, right))}`;
  const meaning = `\`merge_mode\` is left out, so it is "concat": what is read forwards and backwards stands side by side on the last axis, ${formula}.`;
  return {
    formulas: [formula],
    defaults: written ? [] : [{ parameter: 'merge_mode', value: '"concat"', meaning, telling: true }],
  };
}

function noShape(callee: string, layer: InstanceValue): Failure {
  return failure(
    'invalid-input',
    `${callee} asks ${layer.cls.name} for its \`compute_output_shape\`, which it has not`,
    {
      exception: 'NotImplementedError',
    },
  );
}

function withState(input: Value, states: readonly Value[] | null | undefined): Arguments {
  return args([input], states ? [['initial_state', new ListValue([...states])]] : []);
}

/** States for the layer forwards, and for the one backwards. */
function halves(
  callee: string,
  value: Value | undefined,
): readonly [readonly Value[], readonly Value[]] | Failure | null {
  const states = givenStates(value);
  if (!states) return null;
  const half = states.length / 2;
  if (Number.isInteger(half)) return [states.slice(0, half), states.slice(half)];
  const message = `${callee} takes as many states for either direction, and is given ${states.length}`;
  return failure('incompatible-shapes', message, { parameter: 'initial_state' });
}

interface Parts {
  readonly output: TensorValue;
  readonly states: readonly Value[];
}

function parts(result: Value): Parts | null {
  if (result.kind === 'tensor') return { output: result, states: [] };
  if (result.kind !== 'tuple' && result.kind !== 'list') return null;
  const [output, ...states] = result.items;
  return output?.kind === 'tensor' ? { output, states } : null;
}

/** Keras 3 takes the forward layer's shapes for both, and its own element type for all. */
function declaredSplit(result: Value, dtype: TensorValue['dtype']): Parts | null {
  const own = mapStructure(result, (leaf) =>
    leaf.kind === 'tensor'
      ? new TensorValue({ library: leaf.library, symbolic: leaf.symbolic, shape: leaf.shape, dtype })
      : leaf,
  );
  return parts(own);
}

/** One output, or the two as they are. Null where a rank is not known. */
function merge(
  callee: string,
  mode: MergeMode,
  a: TensorValue,
  b: TensorValue,
): readonly TensorValue[] | Failure | null {
  if (mode === null) return [a, b];
  if (!hasRank(a.shape) || !hasRank(b.shape)) return null;
  const shape = mode === 'concat' ? joined(a.shape, b.shape) : broadcastShapes(a.shape, b.shape).shape;
  if (!shape) {
    const message = `${callee} cannot merge ${formatShape(a.shape)} and ${formatShape(b.shape)} by '${mode}'`;
    return failure('incompatible-shapes', message, { parameter: 'backward_layer' });
  }
  return [new TensorValue({ library: a.library, symbolic: a.symbolic, shape, dtype: a.dtype })];
}

/** Both one behind the other on the last axis, which need not be the channels. */
function joined(a: readonly Dimension[], b: readonly Dimension[]): readonly Dimension[] | null {
  if (a === b) return [...a.slice(0, -1), multiply(a.at(-1) as Dimension, 2)];
  if (a.length !== b.length || a.slice(0, -1).some((size, i) => surelyDiffer(size, b[i] as Dimension))) return null;
  return [...a.slice(0, -1), add(a.at(-1) as Dimension, b.at(-1) as Dimension)];
}
