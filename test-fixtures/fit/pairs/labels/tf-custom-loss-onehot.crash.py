import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K

def dice_coef(y_true, y_pred, smooth=1.0):
    y_true_f = K.flatten(y_true)
    y_pred_f = K.flatten(y_pred)
    intersection = K.sum(y_true_f * y_pred_f)
    return (2.0 * intersection + smooth) / (K.sum(y_true_f) + K.sum(y_pred_f) + smooth)

def dice_loss(y_true, y_pred):
    return 1 - dice_coef(y_true, y_pred)

x = np.random.rand(4, 16, 16, 3).astype('float32')
masks = np.random.randint(0, 2, (4, 16, 16, 1)).astype('float32')
model = tf.keras.Sequential([
    tf.keras.layers.Conv2D(4, 3, padding='same', activation='relu', input_shape=(16, 16, 3)),
    tf.keras.layers.Conv2D(2, 1, activation='softmax'),
])
model.compile('adam', loss=dice_loss, metrics=[dice_coef])
model.fit(x, masks, verbose=0)
