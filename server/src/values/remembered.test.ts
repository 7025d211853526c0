import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cell, Heap } from './heap';
import { startWatch, stopWatch } from './watch';

/** Something that is asked for what a cell holds, and counts how often it looks. */
function asked(heap: Heap, cell: Cell<number>, before: () => void = () => {}) {
  const of = {};
  let looks = 0;
  const ask = (question = 'what'): number =>
    heap.answer(of, question, () => {
      looks += 1;
      before();
      return cell.value;
    });
  return { ask, looks: () => looks };
}

test('is answered once, until what it looked at is written to or taken back', () => {
  const heap = new Heap();
  const [cell, other] = [new Cell(1), new Cell(1)];
  const { ask, looks } = asked(heap, cell);
  const base = heap.checkpoint();
  assert.deepEqual([ask(), ask()], [1, 1]);
  other.set(heap, 2);
  assert.equal(ask(), 1);
  assert.equal(looks(), 1);
  cell.set(heap, 5);
  assert.deepEqual([ask(), ask()], [5, 5]);
  assert.equal(looks(), 2);
  heap.rollback(base);
  assert.equal(ask(), 1);
  assert.equal(ask('another question'), 1);
  assert.equal(looks(), 4);
  heap.forget();
  assert.equal(ask(), 1);
  assert.equal(looks(), 5);
});

test('what it writes stays, is not done again, and is done again where it was taken back', () => {
  const heap = new Heap();
  const counter = new Cell(0);
  const { ask } = asked(heap, new Cell(1), () => counter.set(heap, counter.value + 1));
  const base = heap.checkpoint();
  ask();
  ask();
  assert.equal(counter.value, 1);
  heap.rollback(base);
  assert.equal(counter.value, 0);
  ask();
  assert.equal(counter.value, 1);
});

test('a watch is told of all that is read and written, but of what is younger', () => {
  const heap = new Heap();
  const [cell, counter] = [new Cell(1), new Cell(0)];
  const watch = startWatch();
  const young = new Cell(0);
  const { ask } = asked(heap, cell, () => counter.set(heap, counter.value + 1 + young.value));
  ask();
  stopWatch();
  assert.deepEqual([...watch.reads.keys()], [counter, cell]);
  assert.deepEqual([...(watch.before.get(counter)?.values() ?? [])], [0]);
  assert.equal(watch.before.size, 1);
});
