/** A metric that labels and outputs do not fit. */
import type { Analysis } from '../analysis/analysis';
import { compileCalls, expressionOf, replaced } from '../analysis/training';
import { metricNamed } from '../catalogue/keras/training/metrics';
import type { Expression } from '../python/ast';
import type { InstanceValue } from '../values/value';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';
import { dataPlaces, outputPlace, trainingOf } from './training';

export const metricShape = refusalRule({
  code: 'metric-shape',
  title: 'A metric for other labels',
  page: {
    what: 'The loss takes the labels, but a metric does not: their shapes and those of the outputs clash in it.',
    why: '`categorical_accuracy` and `Precision` want one-hot labels, `sparse_categorical_accuracy` wants class numbers. `accuracy` chooses by the shapes.',
    next: 'Use the metric that goes with the labels, or `accuracy`.',
    wrong:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(3, activation="softmax")])\nmodel.compile(loss="sparse_categorical_crossentropy", metrics=[keras.metrics.Precision()])\nmodel.fit(np.zeros((9, 8)), np.array([0, 1, 2] * 3))',
    right:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(3, activation="softmax")])\nmodel.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])\nmodel.fit(np.zeros((9, 8)), np.array([0, 1, 2] * 3))',
  },
  tell(refusal, analysis) {
    const { model, arrays } = trainingOf(refusal);
    const index = Number(refusal.facts?.index ?? 0);
    return {
      why: 'it wants labels of another form than the loss',
      next: "use `'accuracy'`, which chooses by the shapes, or change the labels",
      related: [...(model ? outputPlace(analysis, model, index) : []), ...dataPlaces(analysis, arrays)],
      fixes: model ? metricIdeas(analysis, model, String(refusal.facts?.metric)) : [],
    };
  },
});

const SIBLINGS: Readonly<Record<string, string>> = {
  categorical_accuracy: 'sparse_categorical_accuracy',
  sparse_categorical_accuracy: 'categorical_accuracy',
  top_k_categorical_accuracy: 'sparse_top_k_categorical_accuracy',
  sparse_top_k_categorical_accuracy: 'top_k_categorical_accuracy',
  categorical_crossentropy: 'sparse_categorical_crossentropy',
  sparse_categorical_crossentropy: 'categorical_crossentropy',
};

function metricIdeas(analysis: Analysis, model: InstanceValue, metric: string): FixIdea[] {
  const call = compileCalls(analysis, model).at(-1)?.found;
  const written = call && (expressionOf(call, 'metrics', 3) ?? expressionOf(call, 'metrics', 2));
  if (!call || !written) return [];
  const ideas: FixIdea[] = [];
  for (const item of itemsIn(written)) {
    if (nameOf(item) !== metric) continue;
    for (const other of [SIBLINGS[metric], 'accuracy']) {
      const edit = other && replaced(analysis, call.site, item, () => `'${other}'`);
      if (edit) ideas.push({ title: `Use the metric \`'${other}'\``, edits: [edit] });
    }
  }
  return ideas;
}

function itemsIn(node: Expression): readonly Expression[] {
  if (node.kind === 'List' || node.kind === 'Tuple') return node.elements.flatMap(itemsIn);
  return node.kind === 'Dict' ? node.items.flatMap((item) => itemsIn(item.value)) : [node];
}

/** The metric that is meant, by whatever name. */
function nameOf(node: Expression): string | null {
  const name = spelled(node);
  return name && (metricNamed(name)?.name ?? name);
}

/** A metric's name as its function is called, whatever the spelling: `Precision()` is `precision`. */
function spelled(node: Expression): string | null {
  if (node.kind === 'Constant') return node.value.type === 'str' ? snake(node.value.value) : null;
  const named = node.kind === 'Call' ? node.func : node;
  if (named.kind === 'Attribute') return snake(named.attr);
  return named.kind === 'Name' ? snake(named.id) : null;
}

function snake(name: string): string {
  return name
    .replace('AUC', 'Auc')
    .replace(/(.)([A-Z][a-z0-9]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
