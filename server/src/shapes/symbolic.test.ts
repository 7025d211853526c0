import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { combine, divide, evaluate, formatSymbolic, linear, type Symbolic, symbol } from './symbolic';

const h = symbol('h');

describe('sizes that only a run will tell', () => {
  test('are written as people write them', () => {
    assert.equal(formatSymbolic(linear(divide(linear(h, 1, -2), 2, 'floor'), 1, 1)), '⌊h/2⌋');
    assert.equal(formatSymbolic(divide(divide(h, 2, 'floor'), 2, 'floor')), '⌊h/4⌋');
    assert.equal(formatSymbolic(divide(linear(h, 2, 1), 4, 'floor')), '⌊h/2⌋');
    assert.equal(formatSymbolic(divide(linear(h, 4, 6), 2, 'ceil')), '2·h + 3');
    assert.equal(formatSymbolic(divide(linear(h, 1, 1), 2, 'floor')), '⌊(h + 1)/2⌋');
    assert.equal(formatSymbolic(linear(divide(linear(h, 1, -3), 2, 'floor'), 1, 1)), '⌊(h - 1)/2⌋');
  });

  test('are in a form that keeps their value', () => {
    let state = 7;
    const random = (limit: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % limit;
    };
    for (let trial = 0; trial < 400; trial++) {
      let term: Symbolic = h;
      let plain = (size: number) => size;
      for (let step = 0; step < 5; step++) {
        const earlier = plain;
        const beforeTerm = term;
        const [factor, offset, divisor] = [random(5) - 2 || 1, random(9) - 4, random(5) + 1];
        const op = random(2) === 0 ? 'floor' : 'ceil';
        if (random(2) === 0) {
          term = linear(beforeTerm, factor, offset);
          plain = (size) => factor * earlier(size) + offset;
        } else {
          term = divide(beforeTerm, divisor, op);
          plain = (size) => Math[op](earlier(size) / divisor);
        }
      }
      for (let size = 0; size < 40; size++) {
        const found = evaluate(combine('sum', [term, h]), new Map([[h.key, size]]));
        assert.equal(found, plain(size) + size + 0, `${formatSymbolic(term)} at ${size}`);
      }
    }
  });
});
