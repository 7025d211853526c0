import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Generation } from '../../values/context';
import { createCatalogue } from '..';
import { KERAS_2, KERAS_3, type PublicNames } from './public-names';

const SPELLINGS = [
  'keras.layers',
  'tensorflow.keras.layers',
  'tensorflow.python.keras.layers',
  'tensorflow.compat.v1.keras.layers',
  'tensorflow.contrib.keras.api.keras.layers',
  'keras.src.layers',
  'keras.api.layers',
  'keras._tf_keras.keras.layers',
  'tf_keras.layers',
  'keras.layers.convolutional',
  'keras.layers.convolutional.conv2d',
  'keras.src.layers.convolutional.conv2d',
  'keras.engine.topology',
];

function member(generation: Generation, module: string, name: string) {
  const catalogue = createCatalogue(generation);
  return catalogue.module(module)?.library?.member(name);
}

test('a layer is one class, whatever the spelling of its module', () => {
  const catalogue = createCatalogue('keras3');
  const expected = catalogue.module('keras.layers')?.library?.member('Conv2D');
  assert.equal(expected?.kind, 'class');
  for (const module of SPELLINGS) assert.equal(catalogue.module(module)?.library?.member('Conv2D'), expected, module);
  assert.equal(catalogue.module('keras.layers')?.library?.member('Convolution2D'), expected);
});

test('modules are found as attributes of modules', () => {
  const catalogue = createCatalogue('keras2');
  const keras = catalogue.module('tensorflow')?.library?.member('keras');
  assert.equal(keras?.kind, 'module');
  const layers = keras?.kind === 'module' ? keras.library?.member('layers') : undefined;
  assert.equal(layers?.kind, 'module');
  assert.equal(catalogue.module('keras.layers')?.library?.member('core')?.kind, 'module');
});

test('models and inputs are where programs look for them', () => {
  for (const [module, name, kind] of [
    ['keras', 'Model', 'class'],
    ['keras.models', 'Sequential', 'class'],
    ['keras', 'Input', 'native'],
    ['keras.layers', 'Input', 'native'],
    ['keras.engine', 'Model', 'class'],
    ['keras.engine.topology', 'Layer', 'class'],
    ['keras.utils', 'plot_model', 'native'],
    ['keras.optimizers', 'Adam', 'class'],
    ['keras.backend', 'clear_session', 'native'],
    ['keras.config', 'set_image_data_format', 'native'],
    ['keras.layers', 'concatenate', 'native'],
  ] as const) {
    assert.equal(member('keras3', module, name)?.kind, kind, `${module}.${name}`);
  }
});

test('a name that nothing is declared for is unknown, and says so', () => {
  const found = member('keras3', 'keras.utils', 'Progbar');
  assert.equal(found?.kind === 'unknown' && found.reason.text, '`keras.utils.Progbar` is not in the catalogue yet');
});

test('only the generation that has a layer has its class', () => {
  assert.equal(member('keras2', 'keras.layers', 'ThresholdedReLU')?.kind, 'class');
  assert.equal(member('keras3', 'keras.layers', 'ThresholdedReLU')?.kind, 'unknown');
});

test('the tables of public names are those of the installed Keras', () => {
  const tables: (readonly [string, PublicNames])[] = [
    ['keras-3.15', KERAS_3],
    ['keras-2.15', KERAS_2],
  ];
  for (const [version, table] of tables) {
    const { names } = JSON.parse(readFileSync(`test-fixtures/api/${version}.json`, 'utf8')) as {
      names: Record<string, { aliases?: string[] }>;
    };
    const modules = new Map<string, Set<string>>();
    for (const full of Object.entries(names).flatMap(([name, { aliases = [] }]) => [name, ...aliases])) {
      const dot = full.lastIndexOf('.');
      const module = full.slice(0, dot);
      modules.set(module, (modules.get(module) ?? new Set()).add(full.slice(dot + 1)));
    }
    const sorted = (map: Iterable<readonly [string, Iterable<string>]>) =>
      [...map].map(([module, members]) => [module, [...members].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    assert.deepEqual(sorted(table), sorted(modules));
  }
});
