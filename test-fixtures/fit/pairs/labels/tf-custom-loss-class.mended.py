import numpy as np
import tensorflow as tf

class PinballLoss(tf.keras.losses.Loss):
    def __init__(self, quantiles, **kwargs):
        super().__init__(**kwargs)
        self.quantiles = tf.constant(quantiles)
    def call(self, y_true, y_pred):
        err = y_true - y_pred
        return tf.reduce_mean(tf.maximum(self.quantiles * err, (self.quantiles - 1) * err), axis=-1)

model = tf.keras.Sequential([tf.keras.layers.Dense(4, input_shape=(3,))])
model.compile('adam', loss=PinballLoss([0.1, 0.4, 0.6, 0.9]))
model.fit(np.random.rand(8, 3).astype('float32'), np.random.rand(8, 1).astype('float32'), verbose=0)
