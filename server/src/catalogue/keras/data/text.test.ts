import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from './testing';

test('texts as numbers', async () => {
  const text = `
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer, one_hot
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow import keras
texts = ['a b', 'c d e', 'f']
tokenizer = Tokenizer(num_words=1000, oov_token='?')
tokenizer.fit_on_texts(texts)
sequences = tokenizer.texts_to_sequences(texts)
padded = pad_sequences(sequences, maxlen=20)
longest = pad_sequences(sequences)
matrix = tokenizer.texts_to_matrix(texts, mode='tfidf')
size = len(tokenizer.word_index) + 1
many = pad_sequences(tokenizer.texts_to_sequences(texts * 1000), maxlen=20, padding='post')
hot = pad_sequences([one_hot(t, 50) for t in texts], maxlen=4)
(x, y), _ = keras.datasets.reuters.load_data(num_words=100)
ones = Tokenizer(num_words=100).sequences_to_matrix(x, mode='binary')
index = len(keras.datasets.imdb.get_word_index())
`;
  const names = 'padded longest matrix size many hot ones index'.split(' ');
  assert.deepEqual(await held(text, names, 'keras2'), [
    '(3, 20) int32',
    '(3, ?) int32',
    '(3, 1000) float64',
    '?',
    '(?, 20) int32',
    '(3, 4) int32',
    '(8982, 100) float64',
    '?',
  ]);
});

test('a progress bar gives what it is given', async () => {
  const text = `
import numpy as np
import tensorflow as tf
from tqdm import tqdm, trange
from tqdm.auto import tqdm as bar
for x in tqdm(tf.data.Dataset.from_tensor_slices(np.zeros((8, 3))).batch(2)): pass
for i in trange(3): pass
for row in bar(np.zeros((2, 5)), desc='rows'): pass
progress = tqdm(range(4))
progress.set_description('x')
count = len(progress)
`;
  assert.deepEqual(await held(text, ['x', 'i', 'row', 'count']), ['(2, 3) float64', '2', '(5,) float64', '4']);
});
