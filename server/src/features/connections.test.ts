import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../node/service';
import { type CallHere, callAt, fedBy, feeding, tensorMakers } from './connections';

const program = `from keras import Input, layers
def block(x, n):
    return layers.Conv2D(n, 3, padding="same")(x)
image = Input((8, 8, 3))
a = block(image, 4)
b = block(a, 5)
c = layers.Concatenate()([a, b])
`;

describe('how calls hang together', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });
  const analysed = () => service.analyse('file:///a.py', program).analysis;
  const names = (calls: readonly CallHere[]) => calls.map(({ name, detail }) => `${name} ${detail}`);

  test('what feeds a call is told in the turn of the helper that it was', () => {
    const analysis = analysed();
    const merge = callAt(analysis, program.indexOf('Concatenate'));
    assert.ok(merge);
    const [first, second, ...others] = feeding(analysis, merge.span, merge.turn);
    assert.ok(first && second);
    assert.deepEqual(names([first, second, ...others]), ['Conv2D (None, 8, 8, 4)', 'Conv2D (None, 8, 8, 5)']);
    assert.deepEqual(names(feeding(analysis, first.span, first.turn)), ['Input (None, 8, 8, 3)']);
    assert.deepEqual(names(feeding(analysis, second.span, second.turn)), ['Conv2D (None, 8, 8, 4)']);
    assert.deepEqual(names(fedBy(analysis, first.span, first.turn)), [
      'Conv2D (None, 8, 8, 5)',
      'Concatenate (None, 8, 8, 9)',
    ]);
  });

  test('a tensor leads to the call that made it, anything else to nothing', () => {
    const analysis = analysed();
    const [maker] = tensorMakers(analysis, program.indexOf('b])'));
    assert.equal(maker?.detail, '(None, 8, 8, 5)');
    assert.equal(program.slice(maker?.nameSpan.start, maker?.nameSpan.end), 'Conv2D');
    assert.deepEqual(tensorMakers(analysis, program.indexOf('layers.Concatenate')), []);
    assert.deepEqual(tensorMakers(analysis, program.indexOf('block(image')), []);
  });
});
