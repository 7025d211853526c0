import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program, parameters } from '../../program-testing';

test('SpectralNormalization gives what its layer gives, and keeps a vector beside the kernel', () => {
  for (const generation of ['keras3', 'keras2'] as const) {
    const program = new Program(generation);
    const wrapper = program.layer('SpectralNormalization', [program.layer('Conv2D', [16, 3])]);
    assert.equal(program.call(wrapper, [program.input(28, 28, 1)]), '(None, 26, 26, 16)');
    assert.equal(parameters(wrapper), 3 * 3 * 16 + 16 + 16);
  }
});

test('SpectralNormalization needs a kernel, and one iteration or more', () => {
  const program = new Program();
  program.call(program.layer('SpectralNormalization', [program.layer('Flatten')]), [program.input(28)]);
  program.layer('SpectralNormalization', [program.layer('Dense', [4])], { power_iterations: 0 });
  assert.deepEqual(program.refused, ['invalid-input', 'invalid-argument']);
});
