import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Change, placeAfterEdit } from './place';

const at = (line: number, character: number) => ({ line, character });

function replace(from: [number, number], to: [number, number], text: string): Change {
  return { range: { start: at(...from), end: at(...to) }, text };
}

function check(position: [number, number], changes: Change[], expected: [number, number]): void {
  const moved = placeAfterEdit({ uri: 'file:///a.py', position: at(...position) }, changes);
  assert.deepEqual(moved.position, at(...expected));
}

describe('a place in an edited document', () => {
  test('stays when the edit comes after it', () => check([2, 4], [replace([3, 0], [3, 0], 'x\ny')], [2, 4]));
  test('moves down with the lines inserted above', () => check([2, 4], [replace([0, 0], [0, 0], 'a\nb\n')], [4, 4]));
  test('moves up with the lines removed above', () => check([5, 4], [replace([1, 0], [3, 0], '')], [3, 4]));
  test('moves right on its own line', () => check([2, 4], [replace([2, 0], [2, 0], 'abc')], [2, 7]));
  test('moves left on its own line', () => check([2, 9], [replace([2, 1], [2, 4], 'z')], [2, 7]));
  test('follows a line break set before it', () => check([2, 9], [replace([2, 4], [2, 4], '\n  ')], [3, 7]));
  test('moves with a text typed where it stands', () => check([2, 4], [replace([2, 4], [2, 4], 'm = ')], [2, 8]));
  test('falls back to the start of a range that is replaced around it', () =>
    check([2, 4], [replace([1, 3], [3, 0], 'gone')], [1, 3]));
  test('takes several changes of one edit, in any order', () => {
    const changes = [replace([0, 0], [0, 0], 'a\n'), replace([2, 0], [2, 0], 'b\n')];
    check([3, 1], changes, [5, 1]);
    check([3, 1], changes.reverse(), [5, 1]);
  });
  test('is the whole document when it has no position', () =>
    assert.deepEqual(placeAfterEdit({ uri: 'file:///a.py' }, [replace([0, 0], [0, 0], 'a\n')]), {
      uri: 'file:///a.py',
    }));
});
