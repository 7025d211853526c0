import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { stftSpectrogram } from './stft-spectrogram';

const stft = (keywords: Record<string, unknown>, shape: readonly (number | null)[] = [null, 100, 2]) =>
  callLayer(stftSpectrogram, [], { frame_length: 10, ...keywords }, [shape]);

test('frames by frequencies of each channel, with kernels that are trained', () => {
  const outcome = stft({});
  assert.equal(outcome.output, '(None, 19, 18)');
  assert.equal(outcome.parameters, 2 * 10 * 9);
  assert.equal(stft({ mode: 'real' }).parameters, 10 * 9);
  assert.equal(stft({ mode: 'stft' }).output, '(None, 19, 36)');
  assert.equal(stft({ padding: 'same', frame_step: 4 }).output, '(None, 25, 18)');
  assert.equal(stft({ expand_dims: true }).output, '(None, 19, 9, 2)');
  assert.equal(stft({ data_format: 'channels_first' }, [null, 2, 100]).output, '(None, 18, 19)');
});

test('signals that do not fit', () => {
  assert.equal(stft({}, [null, 5, 2]).refused, 'negative-dimension');
  assert.equal(stft({}, [null, 100, null]).refused, 'undefined-weight-shape');
  assert.equal(stft({}, [null, 100]).refused, 'wrong-rank');
});

test('arguments that STFTSpectrogram refuses', () => {
  for (const wrong of [
    { frame_step: 11 },
    { frame_step: 0 },
    { fft_length: 9 },
    { mode: 'phase' },
    { scaling: 'none' },
    { padding: 'causal' },
    { window: 'kaiser' },
    { frame_length: 0 },
    { frame_length: null },
  ]) {
    assert.equal(stft(wrong).phase, 'construct', JSON.stringify(wrong));
  }
});
