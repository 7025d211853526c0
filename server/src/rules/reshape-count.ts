/** A target shape of another number of elements. */
import type { Analysis } from '../analysis/analysis';
import { callAt, setArgument } from '../analysis/arguments';
import type { RefusalRecord } from '../interpreter/trace';
import type { Expression } from '../python/ast';
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
      fixes: [...targetIdeas(refusal, analysis), ...arrayIdeas(refusal, analysis)],
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

/** Other sizes in `x.reshape(…)` or `np.reshape(x, …)`: those that change the least, as they are written. */
function arrayIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const found = callAt(refusal.site);
  const shape = refusal.call?.inputs?.[0]?.shape;
  if (!found || refusal.call?.instance || !shape || !hasRank(shape) || !shape.every(isKnown)) return [];
  const { args } = found.call;
  const list = args.find((arg) => arg.kind === 'Tuple' || arg.kind === 'List');
  const nodes = list && 'elements' in list ? list.elements : args;
  const sizes = nodes.map((node) => sizeAt(node));
  const target = refusal.facts?.target ?? refusal.facts?.to;
  const known = Array.isArray(target) && target.length === nodes.length ? target.map(Number) : sizes;
  if (known.length === 0 || !known.every((size) => size !== null && Number.isInteger(size))) return [];
  const total = shape.reduce((all: number, size) => all * size, 1);
  const edits = (change: (axis: number) => string | null) =>
    nodes.flatMap((node, axis) => {
      const text = change(axis);
      const at = text === null ? null : analysis.span({ ...found.site.place, start: node.start, end: node.end });
      return at && text !== null ? [{ ...at, newText: text }] : [];
    });
  const wanted = known as number[];
  const ideas: FixIdea[] = [];
  const rest = wanted.slice(1).reduce((all, size) => all * size, 1);
  if (wanted[0] !== -1 && rest > 0 && total % rest === 0) {
    ideas.push({ title: 'Let the first size be worked out: `-1`', edits: edits((axis) => (axis === 0 ? '-1' : null)) });
  }
  const plain =
    wanted.filter((size) => size === -1).length === 1 ? fillTargets(wanted, total) : targetsFor(wanted, total);
  const sample = shape.slice(1);
  if (wanted.length === shape.length + 1) plain.unshift([...shape, 1]);
  if (wanted.length === shape.length && sample.length > 0) plain.push([...shape]);
  for (const candidate of plain) {
    const text = `(${candidate.join(', ')})`;
    ideas.push({
      title: `Reshape to \`${text}\``,
      edits: edits((axis) => (candidate[axis] === wanted[axis] ? null : `${candidate[axis]}`)),
    });
  }
  return ideas.filter((idea) => idea.edits.length > 0);
}

function sizeAt(node: Expression): number | null {
  if (node.kind === 'Constant' && node.value.type === 'int') return Number(node.value.value);
  const isMinusOne = node.kind === 'UnaryOp' && node.operand.kind === 'Constant' && node.operand.value.type === 'int';
  return isMinusOne ? -Number((node.operand as { value: { value: number } }).value.value) : null;
}

/** Where one size is left to be worked out: each of the others made smaller until they divide. */
function fillTargets(wanted: readonly number[], total: number): number[][] {
  const candidates: number[][] = [];
  for (const [axis, size] of wanted.entries()) {
    for (let smaller = size - 1; smaller > 1; smaller--) {
      const others = wanted.map((one, i) => (i === axis ? smaller : one));
      const product = others.reduce((all, one) => (one === -1 ? all : all * one), 1);
      if (total % product !== 0) continue;
      candidates.push(others);
      break;
    }
  }
  return candidates.slice(0, 2);
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
