import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openCalls } from './open-call';

/** The calls around the `|` of a text: callee, argument at the cursor, what closes it. */
function around(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return openCalls(text, 0, offset).map((call) => ({
    callee: call.callee,
    args: call.args.map(({ start, end }) => text.slice(start, end)),
    active: call.active,
    missing: call.missing.map(({ newText }) => newText).join(''),
    innermost: call.isInnermost,
    string: call.string && text.slice(call.string.start, call.string.end),
  }));
}

describe('the call around a cursor', () => {
  test('is found while it is not closed', () => {
    assert.deepEqual(around('x = layers.Conv2D(16, pad|\ny = f(2)\n'), [
      { callee: 'layers.Conv2D', args: ['16', 'pad'], active: 1, missing: ')', innermost: true, string: null },
    ]);
  });

  test('is found where its brackets are closed and it goes on', () => {
    assert.deepEqual(around('x = layers.Conv2D(16, |, activation="relu")(x)\n'), [
      {
        callee: 'layers.Conv2D',
        args: ['16', '', 'activation="relu"'],
        active: 1,
        missing: '',
        innermost: true,
        string: null,
      },
    ]);
  });

  test('is the outer one from inside other brackets', () => {
    assert.deepEqual(
      around('m = Sequential([\n    Dense(10, kernel=(3, |\n])').map(({ callee, missing, innermost }) => [
        callee,
        missing,
        innermost,
      ]),
      [
        ['Dense', '))', false],
        ['Sequential', '))', false],
      ],
    );
  });

  test('knows strings from code', () => {
    assert.equal(around('Conv2D(8, padding="sa|")')[0]?.string, 'sa');
    assert.equal(around("Conv2D(8, padding='|\ny = 1")[0]?.string, '');
    assert.deepEqual(around('x = "f(|)"'), []);
    assert.deepEqual(around('f(1)  # g(|'), []);
    assert.deepEqual(around('Conv2D("(", 3|)')[0]?.args, ['"("', '3']);
  });

  test('is none behind a call, in a definition, or below one that was left open', () => {
    assert.deepEqual(around('Conv2D(8)|'), []);
    assert.deepEqual(around('def f(|)'), []);
    assert.deepEqual(around('x = f(1,\ndef g(a):\n    return h|'), []);
  });
});
