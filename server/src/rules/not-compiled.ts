/** A model that is trained before it is compiled. */

import type { Analysis } from '../analysis/analysis';
import { callAt } from '../analysis/arguments';
import { spanOf } from '../analysis/sites';
import type { RefusalRecord } from '../interpreter/trace';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';

export const notCompiled = refusalRule({
  code: 'not-compiled',
  title: 'A model that is not compiled',
  page: {
    what: '`fit` or `evaluate` is called on a model that was never compiled.',
    why: 'Training needs an optimizer and a loss, which `compile` gives.',
    next: 'Call `compile` before.',
    wrong:
      'model = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\nmodel.fit(np.zeros((9, 2)), np.zeros((9,)))',
    right:
      'model = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\nmodel.compile(optimizer="adam", loss="mse")\nmodel.fit(np.zeros((9, 2)), np.zeros((9,)))',
  },
  tell: (refusal, analysis) => ({
    why: 'training needs an optimizer and a loss',
    next: 'compile it before',
    fixes: compileIdea(refusal, analysis),
  }),
});

function compileIdea(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const found = callAt(refusal.site);
  const span = analysis.span(refusal.site.place);
  if (!found || !span || found.call.func.kind !== 'Attribute') return [];
  const object = spanOf(analysis, found.site, found.call.func.value);
  const start = analysis.lines.lineStart(analysis.lines.position(span.start).line);
  const indent = /^[ \t]*/.exec(analysis.text.slice(start))?.[0] ?? '';
  if (!object) return [];
  const name = analysis.text.slice(object.start, object.end);
  const losses = ['mse', 'sparse_categorical_crossentropy', 'binary_crossentropy', 'categorical_crossentropy'];
  return losses.map((loss) => ({
    title: `Compile it with \`loss='${loss}'\``,
    edits: [{ start, end: start, newText: `${indent}${name}.compile(optimizer='adam', loss='${loss}')\n` }],
  }));
}
