import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { columnsOf, type Layout, type LayoutInput, layOut, type Rectangle } from './layout';

const frame = { padding: 10, header: 20, footer: 0 };

function input(
  names: string,
  edges: readonly string[],
  inner: Readonly<Record<string, LayoutInput>> = {},
): LayoutInput {
  return {
    ...frame,
    nodes: [...names].map((id) => ({ id, width: 100, height: 40, ...(inner[id] ? { inner: inner[id] } : {}) })),
    edges: edges.map(([from = '', to = '']) => ({ from, to })),
  };
}

function box(layout: Layout, id: string): Rectangle {
  const found = layout.boxes[id];
  assert.ok(found, `no box ${id}`);
  return found;
}

const overlap = (a: Rectangle, b: Rectangle) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the layout', () => {
  test('takes chains as columns, which end where something branches or merges', () => {
    const edges = ['ab', 'bc', 'cd', 'ad', 'de'].map(([from = '', to = '']) => ({ from, to }));
    assert.deepEqual(columnsOf([...'abcde'], edges), [['a'], ['b', 'c'], ['d', 'e']]);
  });

  test('puts what is fed below what feeds it, and nothing over another', () => {
    const layout = layOut(input('abcde', ['ab', 'bc', 'cd', 'ad', 'de']));
    for (const [from, to] of ['ab', 'bc', 'cd', 'ad', 'de'])
      assert.ok(box(layout, from as string).y + 40 <= box(layout, to as string).y, `${from} above ${to}`);
    const boxes = [...'abcde'].map((id) => box(layout, id));
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) assert.ok(!overlap(a, b));
  });

  test('leads an arrow past the boxes that it does not touch', () => {
    const layout = layOut(input('abcd', ['ab', 'bc', 'cd', 'ad']));
    const skip = layout.edges.find(({ from, to }) => from === 'a' && to === 'd');
    assert.ok(skip && skip.via.length > 0);
    const column = box(layout, 'b');
    assert.ok(skip.via.some(({ x }) => x < column.x || x > column.x + column.width));
  });

  test('puts the boxes of an unfolded model inside it', () => {
    const layout = layOut(input('abc', ['ab', 'bc'], { b: input('xy', ['xy']) }));
    const outer = box(layout, 'b');
    for (const id of ['x', 'y']) {
      const { x, y, width, height } = box(layout, id);
      assert.ok(x >= outer.x && y >= outer.y + 20 && x + width <= outer.x + outer.width);
      assert.ok(y + height <= outer.y + outer.height);
    }
    assert.ok(box(layout, 'c').y >= outer.y + outer.height);
  });

  test('places each of 1,000 layers with skip connections, one block below the other', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `n${i}`);
    const edges = names.slice(1).map((to, i) => ({ from: names[i] as string, to }));
    for (let i = 3; i < 1000; i += 3) edges.push({ from: names[i - 3] as string, to: names[i] as string });
    const layout = layOut({ ...frame, nodes: names.map((id) => ({ id, width: 200, height: 60 })), edges });
    assert.equal(layout.edges.length, edges.length);
    const tops = names.map((id) => box(layout, id).y);
    assert.ok(tops.every((top, i) => i === 0 || top >= (tops[i - 1] ?? 0) + 60));
  });
});
