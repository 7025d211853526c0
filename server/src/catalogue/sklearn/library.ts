/** What programs take of scikit-learn to prepare data for Keras. */
import { Namespace } from '../../values/heap';
import { ModuleValue, unknown, type Value } from '../../values/value';
import { datasets } from './datasets';
import { splitters } from './folds';
import { shuffle, trainTestSplit } from './splitting';
import { transformers } from './transformers';
import { vectorizers } from './vectorizers';

const DECLARED: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['model_selection.train_test_split', trainTestSplit],
  ['cross_validation.train_test_split', trainTestSplit],
  ['utils.shuffle', shuffle],
  ...splitters,
  ...transformers,
  ...vectorizers,
  ...datasets.map((one) => [`datasets.${one.name}`, one] as const),
]);

const PARTS: ReadonlySet<string> = new Set([
  'model_selection',
  'cross_validation',
  'utils',
  'preprocessing',
  'decomposition',
  'feature_extraction',
  'feature_extraction.text',
  'impute',
  'manifold',
  'datasets',
  'metrics',
]);

export class SklearnLibrary {
  private readonly modules = new Map<string, ModuleValue>();

  /** A module by its name; undefined for what is not scikit-learn's. */
  module(name: string): ModuleValue | undefined {
    if (name !== 'sklearn' && !name.startsWith('sklearn.')) return undefined;
    const known = this.modules.get(name);
    if (known) return known;
    const part = name.slice('sklearn.'.length);
    const module = new ModuleValue(name, new Namespace<Value>(undefined, true), {
      complete: false,
      names: () => [],
      member: (member) => {
        const inside = part === '' ? member : `${part}.${member}`;
        if (PARTS.has(inside)) return this.module(`${name}.${member}`);
        return DECLARED.get(inside) ?? unknown({ text: `\`${name}.${member}\` is not followed` });
      },
    });
    this.modules.set(name, module);
    return module;
  }
}
