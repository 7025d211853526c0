import keras
import numpy as np
from keras import layers, ops


class Encoder(layers.Layer):
    """Makes a point of an image."""

    def __init__(self, size, **options):
        super().__init__(**options)
        self.fold = layers.Conv2D(8, 3, strides=2, padding="same")
        self.out = layers.Dense(size, activation="tanh")

    def call(self, image):
        x = self.fold(image)
        x = ops.reshape(x, (-1, 14 * 14 * 8))
        return self.out(x)


class Classifier(keras.Model):
    def __init__(self, classes=10):
        super().__init__()
        self.encoder = Encoder(32)
        self.heads = [layers.Dense(16) for _ in range(2)]
        self.last = layers.Dense(classes, activation="softmax")

    def call(self, image, training=False):
        x = self.encoder(image)
        for head in self.heads:
            x = x + ops.tile(head(x), (1, 2))
        return self.last(x)


model = Classifier()
images = np.zeros((64, 28, 28, 1))
answers = model(images)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(images, np.zeros((64,)), epochs=1, verbose=0)
