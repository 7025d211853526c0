import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { floatValue, integerValue } from './numbers';

describe('numbers', () => {
  it('are integers in every base and of any size', () => {
    for (const [literal, value] of [
      ['0', 0],
      ['00_0', 0],
      ['1_000', 1000],
      ['0xFf', 255],
      ['0X_f', 15],
      ['0o17', 15],
      ['0b1_0', 2],
      ['9007199254740991', 9007199254740991],
      ['9007199254740993', 9007199254740993n],
      ['0xFFFFFFFFFFFFFFFF', 0xffffffffffffffffn],
      [`1${'0'.repeat(4299)}`, 10n ** 4299n],
    ] as const) {
      assert.deepEqual(integerValue(literal), { type: 'int', value });
    }
  });

  it('are floats and imaginary numbers', () => {
    for (const [literal, value] of [
      ['1.', 1],
      ['.5', 0.5],
      ['1_0.0_1', 10.01],
      ['1e3', 1000],
      ['1E-3', 0.001],
      ['1e999', Number.POSITIVE_INFINITY],
    ] as const) {
      assert.deepEqual(floatValue(literal), { type: 'float', value });
    }
    assert.deepEqual(integerValue('3j'), { type: 'complex', imaginary: 3 });
    assert.deepEqual(integerValue('03J'), { type: 'complex', imaginary: 3 });
    assert.deepEqual(floatValue('1.5e1j'), { type: 'complex', imaginary: 15 });
  });

  it('are no more than what Python 3 takes', () => {
    for (const literal of ['0777', '10L', '0xFFL', '1__0', '1_', '0x', `1${'0'.repeat(4300)}`]) {
      assert.equal(integerValue(literal), undefined, literal);
    }
    for (const literal of ['1_.5', '1._5', '1e_3', '1_e3']) assert.equal(floatValue(literal), undefined, literal);
  });
});
