import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, Flatten, Dense
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.preprocessing.text import Tokenizer
texts = ['nice work', 'bad effort here', 'very good', 'poor']
tok = Tokenizer()
tok.fit_on_texts(texts)
seqs = tok.texts_to_sequences(texts)
X = pad_sequences(seqs, maxlen=4)
model = Sequential()
model.add(Embedding(50, 8, input_length=4))
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
model.fit(X, np.array([1, 0, 1, 0]), verbose=0)
