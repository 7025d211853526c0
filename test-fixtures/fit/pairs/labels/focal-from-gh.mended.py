import numpy as np
import keras
from keras import ops, layers
def focal_loss(gamma=2., alpha=.25):
    def loss(y_true, y_pred):
        y_pred = ops.clip(y_pred, 1e-7, 1 - 1e-7)
        ce = -y_true * ops.log(y_pred)
        weight = alpha * ops.power(1 - y_pred, gamma)
        return ops.sum(weight * ce, axis=1)
    return loss
model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation='softmax')])
model.compile('adam', loss=focal_loss())
y = np.random.randint(0, 4, 10)
model.fit(np.random.rand(10, 3), keras.utils.to_categorical(y, 4), verbose=0)
