import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bool, float, int, NONE, str, tuple } from '../values/value';
import { signatureText } from './signature-text';

test('a signature reads as in Python', () => {
  const text = signatureText({
    parameters: [
      { name: 'filters', kind: 'positional', default: null },
      { name: 'strides', kind: 'positional', default: tuple([int(1), int(1)]) },
      { name: 'padding', kind: 'positional', default: str('valid') },
      { name: 'rate', kind: 'positional', default: float(1) },
      { name: 'seed', kind: 'keyword-only', default: NONE },
      { name: 'unroll', kind: 'keyword-only', default: bool(false) },
      { name: 'kwargs', kind: 'var-keyword', default: null },
    ],
  });
  assert.equal(text, "filters, strides=(1, 1), padding='valid', rate=1.0, *, seed=None, unroll=False, **kwargs");
});

test('behind *args no star is needed', () => {
  const text = signatureText({
    parameters: [
      { name: 'tensors', kind: 'var-positional', default: null },
      { name: 'axis', kind: 'keyword-only', default: int(0) },
    ],
  });
  assert.equal(text, '*tensors, axis=0');
});
