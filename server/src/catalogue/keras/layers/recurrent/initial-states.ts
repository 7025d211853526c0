/**
 * States that a recurrent layer is given to begin with. Keras 3's symbolic calls look at none of them;
 * Keras 2 holds their number and sizes against the cell's (`RNN._validate_state_spec`).
 */
import { type Dimension, surelyDiffer } from '../../../../shapes/dimension';
import { formatShape, hasRank } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import { ListValue, type Value } from '../../../../values/value';
import type { LayerQuestion } from '../../../define-layer';
import { type Failure, failure, type MaybeFailure } from '../../../failure';

/**
 * What `RNN.__call__` of Keras 2 takes: `inputs, initial_state, constants` by position, or a list of the
 * input and its states.
 */
export function statesFromList(given: Arguments): Arguments | Failure {
  const [inputs, ...rest] = given.positional;
  const keywords = new Map(given.keywords);
  ['initial_state', 'constants'].forEach((name, i) => {
    const value = rest[i];
    if (value && !keywords.has(name)) keywords.set(name, value);
    if (name === 'constants' && keywords.get(name)?.kind === 'None') keywords.delete(name);
  });
  if (inputs?.kind !== 'list' || inputs.uncertain || inputs.items.length === 0) {
    return { ...given, positional: inputs ? [inputs] : [], keywords };
  }
  const twice = ['initial_state', 'constants'].find((name) => (keywords.get(name)?.kind ?? 'None') !== 'None');
  if (twice) {
    return failure('invalid-input', `states come in the list of inputs, or as \`${twice}\`, not both`, {
      exception: 'AssertionError',
      parameter: twice,
    });
  }
  const [first, ...states] = inputs.items as [Value, ...Value[]];
  if (states.length > 0) keywords.set('initial_state', new ListValue(states));
  return { ...args([first], keywords), uncertain: given.uncertain };
}

/** The states given, where they are known: one alone, or a list or tuple of them. */
export function givenStates(value: Value | undefined): readonly Value[] | null {
  if (value === undefined || value.kind === 'None' || value.kind === 'unknown') return null;
  if (value.kind === 'tuple') return value.items;
  if (value.kind === 'list') return value.uncertain ? null : value.items;
  return [value];
}

/** The shapes of the states that Keras 2 begins with, where they are given and known: those behind the output have them too. */
export function firstStates({
  generation,
  keywords,
}: Pick<LayerQuestion<unknown>, 'generation' | 'keywords'>): readonly (readonly Dimension[])[] | null {
  const states = generation === 'keras3' ? null : givenStates(keywords.get('initial_state'));
  const shapes = states?.flatMap((state) => (state.kind === 'tensor' && hasRank(state.shape) ? [state.shape] : []));
  return shapes && shapes.length === states?.length ? shapes : null;
}

/** The first of the states that does not fit; `sizes` are those of the cell's states without the batch. */
export function unfitStates(
  { callee, keywords }: Pick<LayerQuestion<unknown>, 'callee' | 'keywords'>,
  sizes: readonly (readonly Dimension[])[],
): MaybeFailure {
  const states = givenStates(keywords.get('initial_state'));
  if (!states) return null;
  const wrong = (message: string, facts: Record<string, unknown>) =>
    failure('incompatible-shapes', `${callee} ${message}`, { parameter: 'initial_state', facts });
  if (states.length !== sizes.length) {
    const plural = sizes.length === 1 ? 'state' : 'states';
    return wrong(`has ${sizes.length} ${plural}, and is given ${states.length}`, {
      expected: sizes.length,
      actual: states.length,
    });
  }
  for (const [i, state] of states.entries()) {
    if (state.kind !== 'tensor' || !hasRank(state.shape)) continue;
    const own = state.shape.slice(1);
    const wanted = sizes[i] as readonly Dimension[];
    const fits =
      own.length === wanted.length && !own.some((size, axis) => surelyDiffer(size, wanted[axis] as Dimension));
    if (fits) continue;
    const expected = formatShape([state.shape[0] as Dimension, ...wanted]);
    return wrong(`takes states of ${expected}, and is given one of ${formatShape(state.shape)}`, {
      expected,
      actual: formatShape(state.shape),
      state: i,
    });
  }
  return null;
}
