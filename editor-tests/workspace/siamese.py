import keras
from keras import layers

backbone = keras.Sequential(
    [
        keras.Input((32, 32, 3)),
        layers.Conv2D(16, 3),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.GlobalAveragePooling2D(),
    ],
    name="backbone",
)
left = keras.Input((32, 32, 3), name="left")
right = keras.Input((32, 32, 3), name="right")
a, b = backbone(left), backbone(right)
difference = layers.Subtract()([a, b])
square = layers.Multiply()([difference, difference])
both = layers.Concatenate()([a, b, square])
hidden = layers.Dense(32, activation="relu")(both)
hidden = layers.Dropout(0.5)(hidden)
same = layers.Dense(1, activation="sigmoid", name="same")(hidden)
siamese = keras.Model([left, right], [same, square], name="siamese")
