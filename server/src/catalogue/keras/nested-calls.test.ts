import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPython } from '../../interpreter/testing';
import type { Generation } from '../../values/context';
import { Namespace } from '../../values/heap';
import { ModuleValue, NONE, type Value } from '../../values/value';
import { createCatalogue } from '..';
import { pythonFunction } from '../native';

test('calls without end that make layers are given up sooner than others', async () => {
  let calls = 0;
  const tick = pythonFunction('tick()', () => {
    calls += 1;
    return NONE;
  });
  const probe = new ModuleValue('probe', new Namespace<Value>([['tick', tick]]), null);
  const catalogue = (generation: Generation) => {
    const own = createCatalogue(generation);
    return { ...own, module: (name: string) => (name === 'probe' ? probe : own.module(name)) };
  };
  const program = (layer: string) =>
    `import keras\nfrom probe import tick\ndef build(n):\n    tick()\n    x = ${layer}\n    return build(n)\nbuild(3)\n`;
  await runPython(program('keras.layers.Dense(2)(keras.Input((3,)))'), { catalogue });
  // A hundred once more, when they have proved to be too many.
  assert.equal(calls, 300);
  calls = 0;
  await runPython(program('[n]'), { catalogue });
  // How many JavaScript's stack holds is left open.
  assert.ok(calls > 500, String(calls));
});
