/** An input of a rank that the layer does not take. */
import type { Analysis } from '../analysis/analysis';
import { type CallSite, callAt, layerCall, setArgument, writtenArgument } from '../analysis/arguments';
import { argumentsOf } from '../analysis/observed';
import { replaced, writtenData } from '../analysis/training';
import { ownedLayers } from '../graph/weights';
import type { RefusalRecord } from '../interpreter/trace';
import { isKnown } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import type { InstanceValue } from '../values/value';
import { callsBehind } from './blame';
import { dataEdit } from './data-fixes';
import { elementBefore, layerLike } from './insert-layer';
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
      fixes: [
        ...(missing === 1 ? [...channelAxis(refusal, analysis), ...ownShapeIdeas(refusal, analysis)] : []),
        ...(missing > 0 ? beforeIdeas(refusal, analysis, missing) : []),
        ...(missing > 0 ? leaveOutIdeas(refusal, analysis) : []),
        ...(missing === -1 ? lastStepIdeas(refusal, analysis) : []),
      ],
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

/** The shape that the first layer of a Sequential says itself: a last axis of 1 for it. */
function ownShapeIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const input = refusal.call?.inputs?.[refusal.inputs?.[0] ?? 0];
  const found = layerCall({ constructed: refusal.constructed, instance: refusal.call?.instance });
  const written = found?.call.keywords.find(({ arg }) => arg === 'input_shape');
  const sizes = input && hasRank(input.shape) ? input.shape.slice(1) : [];
  if (!found || !written || sizes.length === 0 || !sizes.every(isKnown)) return [];
  const text = `(${[...sizes, 1].join(', ')})`;
  const edit = setArgument(analysis, found, 'input_shape', text, argumentsOf(refusal.call?.instance));
  return edit ? [{ title: `Use \`input_shape=${text}\``, edits: [edit] }] : [];
}

/** A pooling or Flatten of what has no axes left for it: left out. */
function leaveOutIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const name = refusal.call?.callee ?? '';
  if (!/Pooling\dD$|^Flatten$/.test(name)) return [];
  const { node } = refusal.site;
  const inner = node.kind === 'Call' && node.func.kind === 'Call' ? node.args[0] : undefined;
  const text = inner && analysis.textAt({ ...refusal.site.place, start: inner.start, end: inner.end });
  const edit = text && replaced(analysis, refusal.site, node, () => text);
  if (edit) return [{ title: `Leave out this ${name}`, edits: [edit] }];
  const found = callAt(refusal.constructed);
  const idea = found && withoutLayer(found, analysis);
  return idea ? [{ ...idea, title: `Leave out this ${name}` }] : [];
}

/**
 * What stands before the layer: a recurrent layer that gives its last step only, a Flatten that came
 * too early, an axis that data or a Reshape can add.
 */
function beforeIdeas(refusal: RefusalRecord, analysis: Analysis, missing: number): FixIdea[] {
  const instance = refusal.call?.instance;
  const input = refusal.call?.inputs?.[refusal.inputs?.[0] ?? 0];
  if (!instance || !input || !hasRank(input.shape)) return [];
  const ideas: (FixIdea | null)[] = [];
  const before = input.producer && analysis.sites.observationOf(input.producer);
  const found = before && layerCall(before);
  const bound = argumentsOf(before?.instance);
  const sequences = bound?.get('return_sequences')?.value;
  if (missing === 1 && found && sequences?.kind === 'bool' && !sequences.value) {
    const edit = setArgument(analysis, found, 'return_sequences', 'True', bound);
    ideas.push(edit && { title: `Use \`return_sequences=True\` in the ${before.callee} before it`, edits: [edit] });
  }
  const own = callAt(refusal.constructed);
  if (before?.callee === 'Flatten' && found) ideas.push(withoutLayer(found, analysis));
  const size = input.shape[1];
  if (own && missing === 1 && input.shape.length === 2 && size !== undefined && isKnown(size)) {
    const named = layerLike(own, 'Reshape', analysis);
    const edits = named && elementBefore(own, `${named.text}((${size}, 1))`, analysis);
    if (edits && named)
      ideas.push({ title: `Add \`Reshape((${size}, 1))\` before it`, edits: [...edits, ...named.imports] });
  }
  if (missing === 1) {
    for (const { instance: model } of analysis.trace.models) {
      if (!holdsLayer(model, instance)) continue;
      const data = writtenData(analysis, model).find(({ role }) => role === 'x')?.value;
      if (data?.kind !== 'tensor' || !hasRank(data.shape) || data.shape.length !== input.shape.length) continue;
      ideas.push(
        dataEdit(
          analysis,
          model,
          data.shape,
          'Give the data a last axis: `[..., None]`',
          (text) => `${text}[..., None]`,
        ),
      );
    }
  }
  return ideas.filter((idea): idea is FixIdea => idea !== null && idea !== undefined);
}

function holdsLayer(layer: InstanceValue, inner: InstanceValue): boolean {
  return layer === inner || ownedLayers(layer)?.some((one) => holdsLayer(one, inner)) === true;
}

/** The recurrent layer before it, made to give its last step only. */
function lastStepIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const input = refusal.call?.inputs?.[refusal.inputs?.[0] ?? 0];
  const before = input && callsBehind(analysis, [input]).find(({ callee }) => !PASSING.test(callee));
  const found = before && layerCall(before);
  const bound = argumentsOf(before?.instance);
  const sequences = bound?.get('return_sequences')?.value;
  if (!found || sequences?.kind !== 'bool' || !sequences.value) return [];
  const edit = setArgument(analysis, found, 'return_sequences', 'False', bound);
  return edit ? [{ title: `Use \`return_sequences=False\` in the ${before.callee} before it`, edits: [edit] }] : [];
}

/** Layers that give the shape that they get. */
const PASSING = /^(Dropout|Activation|BatchNormalization|LayerNormalization|SpatialDropout\dD)$/;

/** The list of a Sequential without a layer, or the program without the statement that adds it. */
function withoutLayer(made: CallSite, analysis: Analysis): FixIdea | null {
  const span = analysis.span(made.site.place);
  if (!span) return null;
  const { text } = analysis;
  const after = /^\s*,[ \t]*\n?[ \t]*/.exec(text.slice(span.end));
  const title = 'Take out the `Flatten()` before it';
  if (after) return { title, edits: [{ start: span.start, end: span.end + after[0].length, newText: '' }] };
  const lineStart = analysis.lines.lineStart(analysis.lines.position(span.start).line);
  const statement =
    /^[ \t]*[\w.]+\.add\($/.test(text.slice(lineStart, span.start)) && /^\)[ \t]*\n/.exec(text.slice(span.end));
  return statement ? { title, edits: [{ start: lineStart, end: span.end + statement[0].length, newText: '' }] } : null;
}
