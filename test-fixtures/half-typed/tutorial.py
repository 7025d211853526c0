"""
Title: Classifying sequences
Description: An LSTM and a Transformer, side by side.
"""

"""
## Setup

We need Keras and nothing else.
"""

import keras
from keras import layers

"""
## The data

Reviews are cut to 200 words. The 20,000 most frequent ones are known.
"""

vocabulary = 20_000
length = 200
(x_train, y_train), (x_val, y_val) = keras.datasets.imdb.load_data(num_words=vocabulary)
print(len(x_train), "training sequences")
x_train = keras.utils.pad_sequences(x_train, maxlen=length)
x_val = keras.utils.pad_sequences(x_val, maxlen=length)

"""
## A recurrent model

It reads the words in both directions:

- one LSTM gives a sequence
- the other gives its last state
"""

inputs = keras.Input(shape=(None,), dtype="int32")
x = layers.Embedding(vocabulary, 128)(inputs)
x = layers.Bidirectional(layers.LSTM(64, return_sequences=True))(x)
x = layers.Bidirectional(layers.LSTM(64))(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
recurrent = keras.Model(inputs, outputs)

"""
## A Transformer
"""


class TransformerBlock(layers.Layer):
    def __init__(self, width, heads, hidden, rate=0.1):
        super().__init__()
        self.attention = layers.MultiHeadAttention(num_heads=heads, key_dim=width)
        self.feed = keras.Sequential(
            [layers.Dense(hidden, activation="relu"), layers.Dense(width)]
        )
        self.norms = [layers.LayerNormalization(epsilon=1e-6) for _ in range(2)]
        self.drops = [layers.Dropout(rate) for _ in range(2)]

    def call(self, inputs, training=None):
        attended = self.attention(inputs, inputs)
        attended = self.drops[0](attended, training=training)
        first = self.norms[0](inputs + attended)
        fed = self.feed(first)
        fed = self.drops[1](fed, training=training)
        return self.norms[1](first + fed)


width = 32
inputs = layers.Input(shape=(length,))
x = layers.Embedding(input_dim=vocabulary, output_dim=width)(inputs)
x = TransformerBlock(width, heads=2, hidden=32)(x)
x = layers.GlobalAveragePooling1D()(x)
x = layers.Dropout(0.1)(x)
outputs = layers.Dense(2, activation="softmax")(x)
transformer = keras.Model(inputs=inputs, outputs=outputs)

"""
## Training
"""

for model, loss in (
    (recurrent, "binary_crossentropy"),
    (transformer, "sparse_categorical_crossentropy"),
):
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    model.fit(x_train, y_train, batch_size=32, epochs=1, validation_data=(x_val, y_val))
    model.save("model.keras")
