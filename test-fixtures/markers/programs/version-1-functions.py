"""Functions of TensorFlow's version 1: their own resizing, and arguments that version 2 has not."""

import tensorflow as tf

tf.keras.layers.experimental.SyncBatchNormalization()
v1 = tf.compat.v1

image = tf.keras.Input((8, 8, 3))  # hint: (None, 8, 8, 3)
larger = v1.image.resize(image, (16, 16), align_corners=True)  # hint: (None, 16, 16, 3)
nearest = v1.image.resize_images(image, (4, 4), tf.image.ResizeMethod.NEAREST_NEIGHBOR)  # hint: (None, 4, 4, 3)
smooth = v1.image.resize_bilinear(larger, [32, 32])  # hint: (None, 32, 32, 3)
total = v1.reduce_sum(smooth, keep_dims=True)


class Keep(tf.keras.layers.Layer):
    def call(self, inputs):
        boxes, scores = inputs

        def best(pair):
            rows = tf.image.non_max_suppression(pair[0], pair[1], 5)  # hint: (None,)
            return [tf.gather(pair[0], rows), pair[2]]  # hint: (None, 4)

        return tf.map_fn(best, [boxes, scores, []], fn_output_signature=[tf.float32, []])[0]


kept = Keep()([tf.keras.Input((20, 4)), tf.keras.Input((20,))])  # hint: (None, None, 4)
