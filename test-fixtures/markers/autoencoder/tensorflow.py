import tensorflow as tf

image = tf.keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
x = tf.keras.layers.Conv2D(16, (3, 3), activation="relu", padding="same")(image)  # hint: (None, 28, 28, 16)
x = tf.keras.layers.MaxPooling2D((2, 2), padding="same")(x)  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
# warning[autoencoder-size]: The model's output is (None, 24, 24, 1), and its input is (None, 28, 28, 1).
x = tf.keras.layers.Conv2D(8, (3, 3), activation="relu")(x)  # hint: (None, 12, 12, 8); window: 14→12; argument: padding="valid"
x = tf.keras.layers.UpSampling2D((2, 2))(x)  # hint: (None, 24, 24, 8)
decoded = tf.keras.layers.Conv2D(1, (3, 3), activation="sigmoid", padding="same")(x)  # hint: (None, 24, 24, 1)
autoencoder = tf.keras.Model(image, decoded)
