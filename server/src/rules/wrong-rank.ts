/** An input of a rank that the layer does not take. */
import type { Analysis } from '../analysis/analysis';
import { callAt, writtenArgument } from '../analysis/arguments';
import type { RefusalRecord } from '../interpreter/trace';
import { hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';

export const wrongRank = refusalRule({
  code: 'wrong-rank',
  title: 'Wrong rank',
  page: {
    what: 'A layer is called on a tensor with too few or too many dimensions.',
    why: 'A two-dimensional convolution needs batch, height, width and channels; a recurrent layer needs batch, steps and features. Grey images without a channel axis are the usual cause.',
    next: 'Give the input the axis that is missing, or flatten (or pool globally) what has too many.',
    wrong: 'x = keras.Input(shape=(28, 28))\ny = layers.Conv2D(8, 3)(x)',
    right: 'x = keras.Input(shape=(28, 28, 1))\ny = layers.Conv2D(8, 3)(x)',
  },
  tell(refusal, analysis) {
    if (!refusal.call?.instance) return {};
    const { expected, actual } = refusal.facts ?? {};
    const missing = typeof expected === 'number' && typeof actual === 'number' ? expected - actual : 0;
    return {
      why: `the batch counts as one of them`,
      next:
        missing > 1
          ? 'call it before the axes are flattened away, or reshape its input'
          : missing === 1
            ? 'add the axis that is missing (for grey images: a channel axis of 1)'
            : 'flatten, reshape or pool globally before it',
      fixes: missing === 1 ? channelAxis(refusal, analysis) : [],
    };
  },
});

/** Where the tensor comes from an `Input(shape=(28, 28))` of this file: give that shape a last axis of 1. */
function channelAxis(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const tensor = refusal.call?.inputs?.[refusal.inputs?.[0] ?? 0];
  const made = tensor?.producer && analysis.sites.observationOf(tensor.producer);
  const found = made && made.kind === 'input' ? callAt(made.site) : null;
  const written = found && (writtenArgument(found.call, 'shape', null) ?? found.call.args[0]);
  const node = written && 'arg' in written ? written.value : written;
  if (!found || !node || (node.kind !== 'Tuple' && node.kind !== 'List') || node.elements.length === 0) return [];
  if (!tensor || !hasRank(tensor.shape) || tensor.shape.length !== node.elements.length + 1) return [];
  const last = Math.max(...node.elements.map((element) => element.end));
  const at = analysis.span({ ...found.site.place, start: last, end: last });
  if (!at) return [];
  const edit: Edit = { ...at, newText: ', 1' };
  const rest = analysis.text.slice(at.start);
  // `(28,)`: the comma that makes it a tuple stays in front.
  const edits = /^\s*,\s*[)\]]/.test(rest)
    ? [{ start: at.start + rest.indexOf(',') + 1, end: at.start + rest.indexOf(',') + 1, newText: ' 1' }]
    : [edit];
  return [{ title: 'Give the input a channel axis', edits }];
}
