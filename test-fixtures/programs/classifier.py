import numpy as np
from keras import layers, models, utils

words, length, classes = 2000, 80, 6
texts = np.random.randint(0, words, size=(256, length))
topics = np.random.randint(0, classes, size=(256,))
labels = utils.to_categorical(topics, classes)  # (256, 6)

model = models.Sequential([
    layers.Input((length,)),
    layers.Embedding(words, 32, mask_zero=True),
    layers.Bidirectional(layers.LSTM(16, return_sequences=True)),
    layers.LSTM(24, dropout=0.2),
])
model.add(layers.Dense(classes, activation="softmax"))
model.compile(
    optimizer="adam",
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(texts, labels, batch_size=32, epochs=1)
scores = model.predict(texts[:5])
