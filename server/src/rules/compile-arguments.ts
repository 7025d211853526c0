/** What `compile` was given and `fit` refuses. */

import type { Analysis } from '../analysis/analysis';
import type { CallSite } from '../analysis/arguments';
import { spanOf } from '../analysis/sites';
import { compileCalls, expressionOf, replaced } from '../analysis/training';
import type { RefusalRecord } from '../interpreter/trace';
import type { Expression } from '../python/ast';
import { refusalRule } from './refused';
import type { FixIdea, RelatedPlace } from './rule';
import { trainingOf } from './training';

export const compileArguments = refusalRule({
  code: 'compile-arguments',
  title: 'Losses and metrics that `fit` refuses',
  page: {
    what: '`compile` was given a loss or metric that does not exist, or another number of them than there are outputs.',
    why: '`compile` only keeps what it is given. It is looked at when training begins.',
    next: 'Correct the name, or give one loss, and one list of metrics, for each output.',
    wrong:
      'model = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\nmodel.compile(loss="mean_square_error")\nmodel.fit(np.zeros((9, 2)), np.zeros((9,)))',
    right:
      'model = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\nmodel.compile(loss="mean_squared_error")\nmodel.fit(np.zeros((9, 2)), np.zeros((9,)))',
  },
  tell(refusal, analysis) {
    return {
      why: '`compile` takes anything, and training looks at it',
      next: 'correct it where the model is compiled',
      ...placeAndFixes(refusal, analysis),
    };
  },
});

function placeAndFixes(refusal: RefusalRecord, analysis: Analysis): { related: RelatedPlace[]; fixes: FixIdea[] } {
  const { model } = trainingOf(refusal);
  const call = model && compileCalls(analysis, model).at(-1)?.found;
  const { parameter, written, near, wrap } = refusal.facts ?? {};
  const node =
    call && expressionOf(call, String(parameter), ['optimizer', 'loss', '', 'metrics'].indexOf(String(parameter)));
  const span = call && node && spanOf(analysis, call.site, node);
  if (!call || !node || !span) return { related: [], fixes: [] };
  const related = [{ span, message: `\`${parameter}\` is given here` }];
  if (wrap) {
    const edit = replaced(analysis, call.site, node, (text) => `[${text}]`);
    return { related, fixes: edit ? [{ title: 'Make it a list', edits: [edit] }] : [] };
  }
  const names = refusal.facts?.names;
  if (Array.isArray(names))
    return { related, fixes: outputIdeas(analysis, call, node, names.map(String), parameter === 'metrics') };
  const text = textNode(node, String(written));
  const candidates = typeof near === 'string' ? [near] : parameter === 'loss' ? COMMON_LOSSES : ['accuracy', 'mae'];
  const fixes = candidates.flatMap((name): FixIdea[] => {
    const edit = text && replaced(analysis, call.site, text, () => `'${name}'`);
    return edit ? [{ title: `Use \`'${name}'\``, edits: [edit] }] : [];
  });
  return { related, fixes };
}

/** What is likeliest meant by a name that is like no other. */
const COMMON_LOSSES = [
  'mean_squared_error',
  'binary_crossentropy',
  'categorical_crossentropy',
  'sparse_categorical_crossentropy',
];

function textNode(node: Expression, text: string): Expression | null {
  if (node.kind === 'Constant') return node.value.type === 'str' && node.value.value === text ? node : null;
  const inner =
    node.kind === 'List' || node.kind === 'Tuple'
      ? node.elements
      : node.kind === 'Dict'
        ? node.items.map(({ value }) => value)
        : [];
  for (const one of inner) {
    const found = textNode(one, text);
    if (found) return found;
  }
  return null;
}

/** One list of metrics for each output, or the key of a dict that no output has by the one that is left. */
function outputIdeas(
  analysis: Analysis,
  { site }: CallSite,
  node: Expression,
  names: readonly string[],
  isMetrics: boolean,
): FixIdea[] {
  if (node.kind === 'List' && isMetrics) {
    const edit = replaced(analysis, site, node, (text) => `[${names.map(() => text).join(', ')}]`);
    return edit ? [{ title: 'Give these metrics to each output', edits: [edit] }] : [];
  }
  if (node.kind === 'List' && node.elements.length > names.length) {
    const edit = replaced(analysis, site, { start: elementEnd(node, names.length), end: elementEnd(node) }, () => '');
    return edit ? [{ title: `Give the first ${names.length} only`, edits: [edit] }] : [];
  }
  if (node.kind !== 'Dict') return [];
  const keys = node.items.map(({ key }) =>
    key?.kind === 'Constant' && key.value.type === 'str' ? key.value.value : null,
  );
  const missing = names.filter((name) => !keys.includes(name));
  const wrong = node.items.flatMap(({ key }, i) => (key && !names.includes(keys[i] ?? '') ? [key] : []));
  if (wrong.length > 1 && wrong.length === missing.length) {
    const edits = wrong.flatMap((key, i) => replaced(analysis, site, key, () => `'${missing[i]}'`) ?? []);
    return [{ title: `Use the names of the outputs: ${missing.map((name) => `\`'${name}'\``).join(', ')}`, edits }];
  }
  return node.items.flatMap(({ key }, i): FixIdea[] => {
    const own = keys[i];
    if (!key || own === null || own === undefined || names.includes(own)) return [];
    return missing.flatMap((name) => {
      const edit = replaced(analysis, site, key, () => `'${name}'`);
      return edit ? [{ title: `Use the name \`'${name}'\``, edits: [edit] }] : [];
    });
  });
}

/** Where one of the first elements of a list ends, or the last of them. */
function elementEnd({ elements }: { readonly elements: readonly Expression[] }, count = elements.length): number {
  return elements[count - 1]?.end ?? 0;
}
