import keras
from keras import layers

model = keras.Sequential(
    [
        layers.Input((28, 28, 1)),  # hint: (None, 28, 28, 1)
        layers.Conv2D(8, 3),  # hint: (None, 26, 26, 8); window: 28→26; argument: padding="valid"
        layers.MaxPooling2D(2),  # hint: (None, 13, 13, 8); window: 26→13; argument: strides=(2, 2)
        # information[flatten-before-dense]: Dense works on each position of (None, 13, 13, 8) and gives (None, 13, 13, 10).
        layers.Dense(10, activation="softmax"),  # hint: (None, 13, 13, 10)
        # fix!: Add Flatten() before it — output becomes (None, 10)
        #   => layers.Flatten(),
    ]
)

image = keras.Input((28, 28, 1))  # hint: (None, 28, 28, 1)
x = layers.Conv2D(8, 3)(image)  # hint: (None, 26, 26, 8); window: 28→26; argument: padding="valid"
# information[flatten-before-dense]: Dense works on each position of (None, 26, 26, 8) and gives (None, 26, 26, 32).
x = layers.Dense(32, activation="relu")(x)  # hint: (None, 26, 26, 32)
# fix!: Add Flatten() before it — output becomes (None, 10)
#   => x = layers.Dense(32, activation="relu")(layers.Flatten()(x))
out = layers.Dense(10, activation="softmax")(x)  # hint: (None, 26, 26, 10)
classifier = keras.Model(image, out)
