/**
 * Packages that are not worth interpreting: compiled ones, and ones whose answers are data. What comes
 * from them is unknown, even where their files are among the extra paths, but for what is declared.
 */
import { Namespace } from '../values/heap';
import { ModuleValue, unknown, type Value } from '../values/value';
import { declaredIn, isDeclaredModule } from './packages';

const PACKAGES: ReadonlySet<string> = new Set(
  (
    'scipy pandas skimage tqdm matplotlib mpl_toolkits seaborn plotly bokeh PIL cv2 imageio h5py ' +
    'torch torchvision jax jaxlib flax tensorflow_datasets tensorflow_probability tensorflow_hub tensorflow_text ' +
    'tensorflow_addons tensorboard onnx tf2onnx keras_tuner optree ml_dtypes absl google IPython ipywidgets ' +
    'nltk spacy gensim transformers tokenizers datasets gym gymnasium requests yaml joblib numba librosa pydub ' +
    'pickle dill soundfile networkx rdkit pydot graphviz lightgbm xgboost statsmodels sympy'
  ).split(' '),
);

export class OpaquePackages {
  private readonly made = new Map<string, ModuleValue>();

  /**
   * @param linked what others declare in such packages, by full name
   * @param linkedModules the modules that it is in
   */
  constructor(
    private readonly linked: (name: string) => Value | undefined,
    private readonly linkedModules: ReadonlySet<string>,
  ) {}

  /** A package of the list, or a module in one. */
  module(name: string): ModuleValue | undefined {
    if (!PACKAGES.has(name.split('.', 1)[0] as string)) return undefined;
    let module = this.made.get(name);
    if (!module) {
      module = new ModuleValue(name, new Namespace<Value>(undefined, true), {
        complete: false,
        names: () => [],
        member: (member) =>
          declaredIn(name, member) ??
          this.linked(`${name}.${member}`) ??
          (this.isModule(`${name}.${member}`) ? this.module(`${name}.${member}`) : undefined) ??
          unknown({ text: `\`${name}.${member}\` is not followed` }),
      });
      this.made.set(name, module);
    }
    return module;
  }
  private isModule(name: string): boolean {
    return isDeclaredModule(name) || this.linkedModules.has(name);
  }
}
