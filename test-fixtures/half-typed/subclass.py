import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Sampling(layers.Layer):
    """Draws a point around a mean."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def call(self, inputs):
        mean, log_variance = inputs
        batch = tf.shape(mean)[0]
        width = tf.shape(mean)[1]
        noise = tf.random.normal(shape=(batch, width), seed=self.seed)
        return mean + tf.exp(0.5 * log_variance) * noise

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}


class Autoencoder(keras.Model):
    def __init__(self, encoder, decoder, weight=1.0):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder
        self.weight = weight
        self.total = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.total]

    def train_step(self, data):
        with tf.GradientTape() as tape:
            mean, log_variance, code = self.encoder(data)
            rebuilt = self.decoder(code)
            difference = tf.reduce_mean(
                tf.reduce_sum(
                    keras.losses.binary_crossentropy(data, rebuilt),
                    axis=(1, 2),
                )
            )
            divergence = -0.5 * (1 + log_variance - tf.square(mean) - tf.exp(log_variance))
            loss = difference + self.weight * tf.reduce_mean(tf.reduce_sum(divergence, axis=1))
        gradients = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        self.total.update_state(loss)
        return {m.name: m.result() for m in self.metrics}

    @staticmethod
    def describe(shape, depth=2):
        if depth == 0:
            return ""
        elif depth == 1:
            return str(shape)
        while depth > 1:
            depth -= 1
            if shape is None:
                break
        return f"{shape!r:>20} ({depth=})"


latent = 2

image = keras.Input(shape=(28, 28, 1))
x = layers.Conv2D(32, 3, activation="relu", strides=2, padding="same")(image)
x = layers.Conv2D(64, 3, activation="relu", strides=2, padding="same")(x)
x = layers.Flatten()(x)
x = layers.Dense(16, activation="relu")(x)
mean = layers.Dense(latent, name="mean")(x)
log_variance = layers.Dense(latent, name="log_variance")(x)
code = Sampling()([mean, log_variance])
encoder = keras.Model(image, [mean, log_variance, code], name="encoder")

decoder = keras.Sequential(
    [
        keras.Input(shape=(latent,)),
        layers.Dense(7 * 7 * 64, activation="relu"),
        layers.Reshape((7, 7, 64)),
        layers.Conv2DTranspose(64, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(32, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(1, 3, activation="sigmoid", padding="same"),
    ],
    name="decoder",
)

autoencoder = Autoencoder(encoder, decoder)
autoencoder.compile(optimizer="adam")

if __name__ == "__main__":
    (digits, _), _ = keras.datasets.mnist.load_data()
    digits = digits[..., None].astype("float32") / 255
    autoencoder.fit(digits, epochs=1, batch_size=128)
    assert encoder.output_shape[0][-1] == latent, "another size"
