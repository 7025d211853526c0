import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer, list } from '../../../testing';
import { discretization } from './discretization';

test('bins are numbers of elements, or vectors of one more than there are boundaries', () => {
  const into = (mode: string, shape: readonly (number | null)[]) =>
    callLayer(discretization, [], { bin_boundaries: list(0, 1), output_mode: mode }, [shape]);
  assert.equal(into('int', [null, 4]).output, '(None, 4)');
  assert.equal(into('int', [null, 4]).dtype, 'int32');
  assert.equal(into('one_hot', [null, 4]).output, '(None, 4, 3)');
  assert.equal(into('multi_hot', [null, 4]).output, '(None, 3)');
  assert.equal(into('count', [null, 4, 6]).output, '(None, 6, 3)');
});

test('`num_bins` is told, or learned', () => {
  const outcome = (learned?: { size: number }) =>
    callLayer(discretization, [], { num_bins: 6, output_mode: 'one_hot' }, [[null, 1]], learned ? { learned } : {});
  assert.equal(outcome().output, '(None, 6)');
  assert.equal(outcome({ size: 4 }).output, '(None, 4)');
});

test('arguments that Discretization refuses', () => {
  const refused = (keywords: Record<string, unknown>) =>
    callLayer(discretization, [], keywords, [[null, 4]]).phase === 'construct';
  assert.ok(refused({}));
  assert.ok(refused({ num_bins: -1 }));
  assert.ok(refused({ num_bins: 3, bin_boundaries: list(0, 1) }));
  assert.ok(refused({ num_bins: 3, sparse: true }));
  assert.ok(refused({ num_bins: 3, trainable: false }));
});

test('in Keras 2 ids are int64, and bins that are not learned are one', () => {
  const old = (keywords: Record<string, unknown>, shape: readonly (number | null)[]) =>
    callLayer(discretization, [], keywords, [shape], { generation: 'keras2' });
  assert.equal(old({ bin_boundaries: list(0, 1) }, [null, 4]).dtype, 'int64');
  assert.equal(old({ num_bins: 6, output_mode: 'count' }, [null, 4]).output, '(None, 1)');
  assert.equal(old({ bin_boundaries: list('a') }, [null, 4]).phase, 'call');
});
