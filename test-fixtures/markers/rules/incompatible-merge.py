import keras
from keras import layers

x = keras.Input(shape=(28, 28, 8))  # hint: (None, 28, 28, 8)
y = layers.Conv2D(8, 3, activation="relu")(x)  # hint: (None, 26, 26, 8); window: 28→26; argument: padding="valid"
# error[incompatible-merge]: Add merges (None, 28, 28, 8) and (None, 26, 26, 8), and axis 1 differs: 28 against 26.
z = layers.Add()([x, y])
# fix!: Add padding="same" — gives (None, 28, 28, 8)
#   => y = layers.Conv2D(8, 3, activation="relu", padding="same")(x)

a = layers.MaxPooling2D(2)(keras.Input((7, 7, 4)))  # hint: (None, 3, 3, 4); window: 7→3; argument: strides=(2, 2), padding="valid"
skip = keras.Input((7, 7, 4))  # hint: (None, 7, 7, 4)
up = layers.UpSampling2D(2)(a)  # hint: (None, 6, 6, 4)
# error[incompatible-merge]: Concatenate joins (None, 6, 6, 4) and (None, 7, 7, 4) on axis -1, and axis 1 differs: 6 against 7.
merged = layers.Concatenate()([up, skip])

# other channels: no layer lost anything
p = layers.Conv2D(4, 1)(x)  # hint: (None, 28, 28, 4)
# error[incompatible-merge]: Add merges (None, 28, 28, 8) and (None, 28, 28, 4), and axis 3 differs: 8 against 4.
q = layers.Add()([x, p])
