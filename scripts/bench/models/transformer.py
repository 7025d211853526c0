"""An encoder of texts: six blocks of attention, then a class for each text."""

import keras
from keras import layers, ops


def positions(tokens, vocabulary, width):
    x = layers.Embedding(vocabulary, width)(tokens)
    steps = layers.Embedding(tokens.shape[1], width)(ops.arange(tokens.shape[1]))
    return x + steps


def block(x, width, heads, inner, rate=0.1):
    attended = layers.MultiHeadAttention(heads, width // heads, dropout=rate)(x, x)
    x = layers.LayerNormalization(epsilon=1e-6)(x + layers.Dropout(rate)(attended))
    y = layers.Dense(inner, activation="gelu")(x)
    y = layers.Dense(width)(y)
    return layers.LayerNormalization(epsilon=1e-6)(x + layers.Dropout(rate)(y))


def encoder(length=128, vocabulary=20000, width=256, blocks=6, classes=5):
    tokens = keras.Input((length,), dtype="int32")
    x = positions(tokens, vocabulary, width)
    for _ in range(blocks):
        x = block(x, width, heads=8, inner=1024)
    x = layers.GlobalAveragePooling1D()(x)
    x = layers.Dense(64, activation="relu")(x)
    return keras.Model(tokens, layers.Dense(classes, activation="softmax")(x))


model = encoder()
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
