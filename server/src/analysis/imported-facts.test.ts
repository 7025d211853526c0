import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectGeneration } from '../catalogue/generation/detect';
import type { ModuleResolver } from '../interpreter/imports';
import { testParser } from '../interpreter/testing';
import { importedFacts } from './imported-facts';

test('a program that only imports a package is of the generation that the package is written for', async () => {
  const parser = await testParser();
  const files: Readonly<Record<string, string>> = {
    zoo: 'from .blocks import unet',
    '.blocks': 'from tensorflow.keras.layers import Conv2D\ndef unet(): return Conv2D(3, 3)',
    modern: 'import keras\nfrom keras import ops',
  };
  const resolver: ModuleResolver = {
    resolve: (name, level) => {
      const text = files['.'.repeat(level) + name];
      if (text === undefined) return undefined;
      return { uri: `file:///${name}.py`, module: parser.parse(text), isPackage: level === 0, isLibrary: true };
    },
  };
  const generationOf = (text: string) => {
    const [facts] = importedFacts(parser.parse(text), 'file:///main.py', resolver);
    return facts && detectGeneration(facts).generation;
  };
  assert.equal(generationOf('import zoo\nmodel = zoo.unet()'), 'keras2');
  assert.equal(generationOf('from modern import models'), 'keras3');
  assert.equal(generationOf('import other'), undefined);
});
