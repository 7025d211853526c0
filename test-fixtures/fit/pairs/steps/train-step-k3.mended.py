import numpy as np
import tensorflow as tf
import keras
class M(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply(grads, self.trainable_weights)
        return {'loss': loss}
inp = keras.Input((6,))
model = M(inp, keras.layers.Dense(3, activation='softmax')(inp))
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(np.random.rand(10, 6), np.random.randint(0, 3, 10), verbose=0)
