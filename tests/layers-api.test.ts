/** Holds the catalogue's layers against the public API of real Keras: names, arguments, order, defaults. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inGeneration, type LayerDefinition } from '../server/src/catalogue/define-layer';
import { LAYERS } from '../server/src/catalogue/keras/layers';
import { signatureOf } from '../server/src/catalogue/layer-call';
import { defaultText } from '../server/src/features/signature-text';
import type { SignatureParameter } from '../server/src/values/arguments';
import type { Generation } from '../server/src/values/context';

/** Name, `repr` of the default or null, and kind: positional, keyword-only, `*` or `**`. */
type ApiParameter = readonly [string, string | null, 'p' | 'k' | '*' | '**'];

interface ApiClass {
  readonly kind: string;
  readonly aliases?: readonly string[];
  readonly parameters: readonly ApiParameter[];
}

/** Classes of `keras.layers` that are declared by themselves, being more than a layer's rule. */
const ELSEWHERE = new Set(['Layer', 'InputLayer', 'InputSpec', 'Wrapper', 'AbstractRNNCell']);

/** Layers over other frameworks: what they give is unknown, and says why. */
const OTHER_FRAMEWORKS = new Set(['FlaxLayer', 'JaxLayer', 'TFSMLayer', 'TorchModuleWrapper', 'DenseFeatures']);

/** The signature of Keras 2's `Layer`. */
const BASE = 'trainable=True, name=None, dtype=None, dynamic=False';

const TABLES: readonly (readonly [Generation, string])[] = [
  ['keras3', 'keras-3.15.json'],
  ['keras2', 'keras-2.15.json'],
];

for (const [generation, file] of TABLES) {
  const api = JSON.parse(readFileSync(`test-fixtures/api/${file}`, 'utf8')) as { names: Record<string, ApiClass> };
  const definitions = new Map<string, LayerDefinition>();
  for (const definition of LAYERS) {
    if (definition.onlyIn && (definition.onlyIn === 'keras3') !== (generation === 'keras3')) continue;
    if (definition.module) continue;
    for (const name of [definition.name, ...(definition.aliases ?? [])]) definitions.set(name, definition);
  }

  test(`every layer of ${file} is declared, by all its names, with its arguments`, () => {
    const faults: string[] = [];
    for (const [path, cls] of Object.entries(api.names)) {
      const name = /^keras\.layers\.(\w+)$/.exec(path)?.[1];
      if (name === undefined || cls.kind !== 'class' || ELSEWHERE.has(name) || OTHER_FRAMEWORKS.has(name)) continue;
      const aliases = (cls.aliases ?? []).flatMap((alias) => /^keras\.layers\.(\w+)$/.exec(alias)?.[1] ?? []);
      for (const one of [name, ...aliases]) {
        const definition = definitions.get(one);
        if (definition) faults.push(...differences(one, inGeneration(definition, generation), cls.parameters));
        else faults.push(`${one} is not declared`);
      }
    }
    assert.deepEqual(faults, []);
  });
}

function differences(name: string, definition: LayerDefinition, wanted: readonly ApiParameter[]): string[] {
  // What Keras' classes read from their `**kwargs` is not in their signatures.
  const ours = signatureOf(definition)
    .parameters.filter((parameter) => definition.params[parameter.name]?.kind !== 'kwargs')
    .map(text)
    .filter((parameter) => parameter !== '**');
  const all = wanted.map(([parameter, value, kind]) => {
    if (kind === '**' || kind === '*') return kind;
    return `${kind === 'k' ? '*' : ''}${parameter}${value === null ? '' : `=${value}`}`;
  });
  const theirs = all.filter((parameter) => parameter !== '**');
  // A class without an `__init__` of its own shows the base class'; its arguments are the base's keywords.
  const isBare = theirs.join(', ') === BASE && ours.length === 0;
  return isBare || ours.join(', ') === theirs.join(', ')
    ? []
    : [`${name}\n  ours: ${ours.join(', ')}\n  Keras: ${theirs.join(', ')}`];
}

function text({ name, kind, default: value }: SignatureParameter): string {
  if (kind === 'var-keyword') return '**';
  if (kind === 'var-positional') return '*';
  return `${kind === 'keyword-only' ? '*' : ''}${name}${value === null ? '' : `=${defaultText(value)}`}`;
}
