import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { melSpectrogram } from './mel-spectrogram';

const mel = (keywords: Record<string, unknown>, shape: readonly (number | null)[]) =>
  callLayer(melSpectrogram, [], keywords, [shape]);

test('a signal becomes frequencies by frames', () => {
  assert.equal(mel({}, [null, 16000]).output, '(None, 128, 32)');
  assert.equal(mel({ num_mel_bins: 80, sequence_stride: 256 }, [null, 16000]).output, '(None, 80, 63)');
  assert.equal(mel({}, [16000]).output, '(128, 32)');
  assert.equal(mel({}, [null, null]).output, '(None, 128, None)');
});

test('arguments that MelSpectrogram refuses', () => {
  assert.equal(mel({ fft_length: 100, sequence_length: 200 }, [null, 16000]).phase, 'construct');
  assert.equal(mel({ sampling_rate: 'a' }, [null, 16000]).phase, 'construct');
  assert.equal(mel({ sequence_stride: 0 }, [null, 16000]).phase, 'call');
  assert.equal(mel({ num_mel_bins: -1 }, [null, 16000]).phase, 'call');
});
