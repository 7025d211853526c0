/** A target shape of another number of elements. */
import type { Analysis } from '../analysis/analysis';
import { setArgument } from '../analysis/arguments';
import type { RefusalRecord } from '../interpreter/trace';
import { isKnown } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { Value } from '../values/value';
import { argumentsCall, boundArguments, refusalRule } from './refused';
import type { FixIdea } from './rule';

export const reshapeCount = refusalRule({
  code: 'reshape-count',
  blames: ['target_shape'],
  title: 'Wrong number of elements in a reshape',
  page: {
    what: 'A reshape asks for a shape that holds another number of elements than its input.',
    why: 'Reshaping moves nothing and makes nothing: the product of all sizes (without the batch) must stay the same.',
    next: 'Correct the sizes, or write one of them as `-1` and let Keras work it out.',
    wrong: 'x = keras.Input(shape=(128,))\ny = layers.Reshape((7, 7, 8))(x)',
    right: 'x = keras.Input(shape=(128,))\ny = layers.Reshape((4, 4, 8))(x)',
  },
  tell(refusal, analysis) {
    return {
      why: 'reshaping keeps the number of elements',
      next: 'correct the sizes, or write one of them as `-1`',
      fixes: targetIdeas(refusal, analysis),
    };
  },
});

function targetIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const found = argumentsCall(refusal);
  const bound = boundArguments(refusal);
  const value = bound?.get('target_shape')?.value;
  const target = value && sizesOf(value);
  const shape = refusal.call?.inputs?.[0]?.shape;
  if (!found || !target || !shape || !hasRank(shape)) return [];
  const sizes = shape.slice(1);
  if (!sizes.every(isKnown)) return [];
  const total = sizes.reduce((all: number, size) => all * size, 1);
  return targetsFor(target, total).flatMap((candidate) => {
    const text = `(${candidate.join(', ')}${candidate.length === 1 ? ',' : ''})`;
    const edit = setArgument(analysis, found, 'target_shape', text, bound);
    return edit ? [{ title: `Reshape to \`${text}\``, edits: [edit] }] : [];
  });
}

function sizesOf(value: Value): number[] | null {
  if (value.kind !== 'tuple' && value.kind !== 'list') return null;
  const sizes = value.items.map((item) => (item.kind === 'int' ? Number(item.value) : Number.NaN));
  return sizes.length > 0 && sizes.every(Number.isInteger) ? sizes : null;
}

/** Targets of the same rank with the right number of elements that change the least: square sides first. */
export function targetsFor(target: readonly number[], total: number): number[][] {
  const candidates: number[][] = [];
  const channels = target[target.length - 1] as number;
  const side = Math.sqrt(total / channels);
  if (target.length === 3 && target[0] === target[1] && Number.isInteger(side)) candidates.push([side, side, channels]);
  for (let axis = target.length - 1; axis >= 0; axis--) {
    const others = target.reduce((all, size, i) => (i === axis ? all : all * size), 1);
    const size = total / others;
    if (others > 0 && Number.isInteger(size) && size > 0)
      candidates.push(target.map((old, i) => (i === axis ? size : old)));
  }
  const keys = candidates.map(String);
  return candidates.filter((_, i) => keys.indexOf(keys[i] as string) === i).slice(0, 3);
}
