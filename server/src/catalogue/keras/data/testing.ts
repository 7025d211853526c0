/** For tests of data: runs a program and tells what its names hold. Not part of the shipped program. */
import assert from 'node:assert/strict';
import { runPython } from '../../../interpreter/testing';
import { formatShape } from '../../../shapes/shape';
import type { Generation } from '../../../values/context';
import { Namespace } from '../../../values/heap';
import { ModuleValue, type Value } from '../../../values/value';
import { createCatalogue } from '../..';
import { pythonFunction } from '../../native';
import { tableOf } from '../../pandas/table';
import { DataPayload } from './element-spec';
import { dataSource } from './source';

/** `from probe import element`: what `fit` would get of its argument at the first step. */
const PROBE = new ModuleValue(
  'probe',
  new Namespace<Value>([
    [
      'element',
      pythonFunction('element(x)', (context, x: Value) => {
        const source = dataSource(x, context);
        return source ? source.element : context.unknown('it is no source of data');
      }),
    ],
  ]),
  null,
);

/** What the names of a program hold at its end: shapes and element types; of data sets those of an element. */
export async function held(
  text: string,
  names: readonly string[],
  generation: Generation = 'keras3',
): Promise<readonly string[]> {
  const run = await runPython(text, {
    generation,
    catalogue: (wanted) => {
      const catalogue = createCatalogue(wanted);
      return { ...catalogue, module: (name) => (name === 'probe' ? PROBE : catalogue.module(name)) };
    },
  });
  assert.deepEqual(run.internalErrors, []);
  return names.map((name) => {
    const value = run.value(name);
    return value ? shown(value) : 'nothing';
  });
}

/** `(None, 28) float32`, `((None, 2) float32, (None,) int64) × 4`, `7`. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'tensor':
      return `${formatShape(value.shape)} ${value.dtype}`;
    case 'tuple':
      return `(${value.items.map(shown).join(', ')})`;
    case 'list':
      return value.uncertain ? '[…]' : `[${value.items.map(shown).join(', ')}]`;
    case 'dict':
      return `{${[...value.entries.values()].map((entry) => `${shown(entry.key)}: ${shown(entry.value)}`).join(', ')}}`;
    case 'int':
    case 'float':
    case 'bool':
      return String(value.value);
    case 'str':
      return value.value;
    case 'unknown':
      return '?';
    case 'instance': {
      const table = tableOf(value);
      if (table) return `${value.cls.name} ${formatShape(table.shape)}`;
      if (!(value.payload instanceof DataPayload)) return value.cls.name;
      const { element, cardinality } = value.payload.source;
      return `${shown(element)} × ${typeof cardinality === 'object' ? '?' : cardinality}`;
    }
    default:
      return value.kind;
  }
}
