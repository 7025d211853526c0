// Lists and dicts that hold themselves, or each other so often that nobody can look at all their parts, wherever a program may
// put them: half-typed programs have them (`y.append(y)`). Nothing may go through their parts one by one.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { diagnostics } from '../server/src/features/diagnostics';
import { hover } from '../server/src/features/hover';
import { inlayHints } from '../server/src/features/inlay-hints';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { createService, type Service } from '../server/src/node/service';

const HEAD = `import copy, dataclasses, functools, itertools, json, pickle, random
import numpy as np
import pandas as pd
import tensorflow as tf
import keras
from keras import Input, Model, Sequential, layers, ops
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
i = Input((4,))
model = Sequential([layers.Dense(2)])
model.compile('sgd', 'mse')
`;

const CONTAINERS: Readonly<Record<string, string>> = {
  'a list in itself': 'x = []\nfor k in range(24):\n    x.append(x)\n',
  'a dict in itself': 'x = {}\nfor k in range(24):\n    x[str(k)] = x\n',
  'lists in each other':
    'x = []\nz = []\nfor k in range(12):\n    x.append(z)\n    z.append(x)\n    z.append({"a": x})\n',
  'lists that hold another twice': 'x = [1, 2]\nfor k in range(45):\n    x = [x, x]\n',
  'tensors that are held twice': 'x = [i, i]\nfor k in range(45):\n    x = (x, x)\n',
};

const USES = [
  'np.array(x)',
  'np.asarray(x, dtype="float32")',
  'np.stack(x)',
  'np.concatenate(x)',
  'np.zeros(x)',
  'np.shape(x)',
  'np.vstack(x)',
  'np.mean(x)',
  'np.random.choice(x)',
  'np.ones((2, 3)) + x',
  'np.zeros((3, 3))[x]',
  'np.array(x, dtype=object)',
  'np.array([x, [x]], dtype=object)',
  'np.array(x, dtype=[("a", "i4")])',
  'np.where(x, 1, 2)',
  'np.reshape(np.zeros(4), x)',
  'tf.constant(x)',
  'tf.convert_to_tensor(x)',
  'tf.stack(x)',
  'tf.concat(x, 0)',
  'tf.nest.flatten(x)',
  'tf.nest.map_structure(lambda v: v, x)',
  'tf.ragged.constant(x)',
  'tf.TensorShape(x)',
  'tf.zeros(x)',
  'tf.reshape(tf.zeros(4), x)',
  'tf.data.Dataset.from_tensor_slices(x)',
  'tf.data.Dataset.from_tensors(x).batch(2)',
  'tf.map_fn(lambda v: v, x)',
  'tf.Variable(x)',
  'ops.convert_to_tensor(x)',
  'ops.stack(x)',
  'ops.concatenate(x)',
  'ops.add(x, x)',
  'ops.reshape(i, x)',
  'ops.shape(x)',
  'keras.tree.flatten(x)',
  'keras.tree.map_structure(lambda v: v, x)',
  'layers.Dense(2)(x)',
  'layers.Concatenate()(x)',
  'layers.Add()(x)',
  'layers.Lambda(lambda v: x)(i)',
  'layers.LSTM(2)(i, initial_state=x)',
  'layers.Dense(x)',
  'layers.Conv2D(2, x)',
  'layers.Reshape(x)(i)',
  'layers.StackedRNNCells(x)',
  'layers.Embedding(2, 3, embeddings_initializer=x)',
  'layers.Normalization(mean=x, variance=x)(i)',
  'Model(x, x)',
  'Model(i, x)',
  'Model(x, i)',
  'Sequential(x)',
  'model.fit(x, x)',
  'model.fit(np.zeros((2, 4)), x)',
  'model.fit(x=np.zeros((2, 4)), y=np.zeros((2, 2)), sample_weight=x)',
  'model.predict(x)',
  'model(x)',
  'model.compile(loss=x, metrics=x, loss_weights=x)',
  'model.fit(np.zeros((2, 4)), np.zeros((2, 2)), callbacks=x)',
  'model.set_weights(x)',
  'model.evaluate(x, x)',
  'model.train_on_batch(x, x)',
  'Input(x)',
  'Input(batch_shape=x)',
  'pd.DataFrame(x)',
  'pd.Series(x)',
  'pd.concat(x)',
  'json.dumps(x)',
  'json.loads(json.dumps(x))',
  'repr(x)',
  'str(x)',
  'f"{x}"',
  'hash(x)',
  'x == x',
  'x < x',
  'x == copy.deepcopy(x)',
  'copy.copy(x)',
  'copy.deepcopy(x)',
  'sorted(x)',
  'set(x)',
  '{"k": x, "l": x} == {"k": x, "l": x}',
  'sum(x, [])',
  'list(itertools.chain(*x))',
  'list(itertools.chain.from_iterable(x))',
  'max(x)',
  'min(x)',
  'print(x)',
  'zip(*x)',
  'dict(x)',
  'list(map(list, x))',
  'functools.reduce(lambda a, b: a + b, x)',
  'random.choice(x)',
  'random.shuffle(x)',
  'pickle.dumps(x)',
  'train_test_split(x, x)',
  'LabelEncoder().fit_transform(x)',
  'StandardScaler().fit_transform(x)',
  'keras.utils.to_categorical(x)',
  'keras.utils.pad_sequences(x)',
  'keras.utils.split_dataset(x, 0.5)',
  'isinstance(1, x)',
  '"%s" % x',
  '"{}".format(x)',
  'x * 3',
  'x + x',
  'tuple(x)',
  'x.index(x)',
  'x.count(x)',
  'x in x',
  '[*x, *x]',
  '{**x}',
  'eval(repr(x))',
  'any(x)',
  'all(x)',
  'len(x)',
  'bool(x)',
  'next(iter(x))',
  'str.join(",", x)',
  'keras.ops.vectorized_map(lambda v: v, x)',
  'tf.function(lambda v: v)(x)',
  'tf.cond(True, lambda: x, lambda: x)',
  'tf.while_loop(lambda v: False, lambda v: v, [x])',
  'keras.losses.MeanSquaredError()(x, x)',
  'keras.metrics.Mean()(x)',
  'layers.RNN(layers.LSTMCell(2))(i, x)',
  'layers.MultiHeadAttention(2, 2)(x, x)',
  'keras.Model.from_config(x)',
  'layers.deserialize(x)',
  'keras.saving.serialize_keras_object(x)',
  'dataclasses.make_dataclass("A", x)',
  'type("A", (), {"a": x})',
  'np.savez("a", *x)',
  'np.unique(x)',
  'np.argsort(x)',
  'np.einsum("ij", x)',
  'np.array_equal(x, x)',
  'np.full((2, 2), x)',
  'np.pad(np.zeros(3), x)',
  'np.transpose(np.zeros((2, 2)), x)',
  'np.sum(np.zeros((2, 2)), axis=x)',
  'np.meshgrid(*x)',
  'np.fromiter(x, float)',
];

describe('containers without end', () => {
  const faults: unknown[] = [];
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [], onInternalError: (error) => faults.push(error) });
  });

  for (const [name, container] of Object.entries(CONTAINERS)) {
    // What goes through all parts never ends: the limit is for that alone.
    test(name, { timeout: 120_000 }, () => {
      const uses = USES.map((use, n) => `y${n} = ${use}\n`).join('');
      const text = `${HEAD}${container}${uses}after = [1, 2]\n`;
      const { analysis, program } = service.analyse('file:///containers.py', text);
      for (const hint of inlayHints(analysis, { start: 0, end: text.length }, DEFAULT_SETTINGS)) hint.details();
      diagnostics(analysis, DEFAULT_SETTINGS);
      for (const word of ['x = ', 'y0 = ', 'model = ']) hover(analysis, text.indexOf(word));
      assert.deepEqual(faults, []);
      const after = new Map(analysis.trace.values()).get('after');
      assert.equal(after && program.repr(after), '[1, 2]');
    });
  }
});
