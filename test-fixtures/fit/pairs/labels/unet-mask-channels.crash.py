import numpy as np
from keras.layers import Input, Conv2D, MaxPooling2D, Conv2DTranspose, concatenate
from keras.models import Model
def unet(size):
    inputs = Input(size)
    c1 = Conv2D(8, 3, activation='relu', padding='same')(inputs)
    p1 = MaxPooling2D((2, 2))(c1)
    c2 = Conv2D(16, 3, activation='relu', padding='same')(p1)
    u1 = concatenate([Conv2DTranspose(8, 2, strides=2, padding='same')(c2), c1])
    outputs = Conv2D(1, 1, activation='sigmoid')(u1)
    return Model(inputs, outputs)
model = unet((64, 64, 3))
model.compile(optimizer='adam', loss='binary_crossentropy')
X = np.random.rand(4, 64, 64, 3)
masks = np.random.randint(0, 2, (4, 64, 64, 3))
model.fit(X, masks, batch_size=2, epochs=1, verbose=0)
