/** A weight whose shape depends on a size that is not known before a run. */
import type { Analysis } from '../analysis/analysis';
import { layerCall } from '../analysis/arguments';
import { replaced } from '../analysis/training';
import type { RefusalRecord } from '../interpreter/trace';
import { hasRank } from '../shapes/shape';
import { callsBehind } from './blame';
import { layerLike } from './insert-layer';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';

export const undefinedWeightShape = refusalRule({
  code: 'undefined-weight-shape',
  title: 'A weight without a fixed shape',
  page: {
    what: 'A layer makes weights whose shape depends on a size that is `None`.',
    why: 'Weights are made before any data is seen, so the sizes that they depend on (mostly the last axis) must be numbers.',
    next: 'Say the size in `Input(shape=…)`, or reduce that axis before.',
    wrong: 'x = keras.Input(shape=(10, None))\ny = layers.Dense(4)(x)',
    right: 'x = keras.Input(shape=(10, 8))\ny = layers.Dense(4)(x)',
  },
  tell: (refusal, analysis) => ({
    why: 'weights are made before any data is seen',
    next: 'say that size in `Input(shape=…)`',
    fixes: poolingIdeas(refusal, analysis),
  }),
});

/** A Flatten of sizes that are not known, as a pooling over all of them. */
function poolingIdeas({ call }: RefusalRecord, analysis: Analysis): FixIdea[] {
  const before = callsBehind(analysis, call?.inputs ?? []).find(({ callee }) => callee === 'Flatten');
  const found = before && layerCall(before);
  const shape = before?.inputs[0]?.shape;
  if (!found || !shape || !hasRank(shape) || shape.length < 3 || shape.length > 5) return [];
  const name = `GlobalAveragePooling${shape.length - 2}D`;
  const named = layerLike(found, name, analysis);
  const edit = named && replaced(analysis, found.site, found.call.func, () => named.text);
  return edit && named ? [{ title: `Use \`${name}\` in place of Flatten`, edits: [edit, ...named.imports] }] : [];
}
