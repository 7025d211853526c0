/** The catalogue of a run: Keras, TensorFlow, and the classes of tensors. */
import type { Generation } from '../values/context';
import type { TensorValue } from '../values/tensor';
import type { Catalogue, CatalogueFactory } from './catalogue';
import { ADDON_MODULES } from './keras/addons';
import { backendFunction } from './keras/backend/names';
import { dataFunction } from './keras/data/names';
import { tensorflowInitializer } from './keras/initializer-class';
import { KerasLibrary } from './keras/library';
import { inKeras } from './keras/modules';
import { NumpyLibrary } from './numpy/library';
import { isScalarOf } from './numpy/scalars';
import { OpaquePackages } from './opaque';
import { operatorMembers } from './ops/members';
import { kerasOp } from './ops/names';
import { pandasModule } from './pandas/library';
import { versionOf } from './released';
import { SklearnLibrary } from './sklearn/library';
import { tensorClasses } from './tensor-classes';
import { dataName } from './tensorflow/data/names';
import { TensorFlowLibrary } from './tensorflow/library';
import { tensorflowOpNames } from './tensorflow/ops';
import { tensorflowFunction } from './tensorflow/ops/names';

export const createCatalogue: CatalogueFactory = (generation: Generation): Catalogue => {
  const tensors = tensorClasses(generation, operatorMembers);
  const keras: KerasLibrary = new KerasLibrary(generation, (name) =>
    name === 'keras.KerasTensor' || name === 'keras.backend.KerasTensor'
      ? tensors.keras
      : (kerasOp(name) ?? backendFunction(name, generation) ?? dataFunction(name, generation)),
  );
  const tensorflow = new TensorFlowLibrary(
    (name) =>
      name === 'Tensor'
        ? tensors.tensorflow
        : name === 'SparseTensor' || name === 'sparse.SparseTensor'
          ? tensors.sparse
          : (tensorflowFunction(name) ?? dataName(name) ?? tensorflowInitializer(name)),
    tensorflowOpNames,
    (name) => keras.module(name),
    versionOf('tensorflow', generation),
  );
  const numpy = new NumpyLibrary(tensors.numpy, generation);
  const sklearn = new SklearnLibrary();
  const pandas = pandasModule();
  const opaque = new OpaquePackages((name) => keras.addon(name), ADDON_MODULES);
  return {
    module: (name) =>
      keras.module(name) ??
      (inKeras(name) === undefined
        ? (tensorflow.module(name) ??
          numpy.module(name) ??
          sklearn.module(name) ??
          (name === 'pandas' ? pandas : undefined) ??
          opaque.module(name))
        : undefined),
    isScalarOf,
    scalarClass: ({ dtype }) => numpy.scalarClass(dtype),
    tensorClass: (tensor: TensorValue) => {
      if (tensor.ragged) return tensors.ragged;
      // Keras 3's own are `KerasTensor`s that say so.
      const apart = tensor.sparse && (tensor.library !== 'keras' || generation !== 'keras3');
      return apart ? tensors.sparse : tensors[tensor.library];
    },
  };
};
