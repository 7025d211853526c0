"""Keras 2's convolutions take what their base classes take, through `**kwargs`."""

from tensorflow.keras import Input, layers

x = Input((8, 8, 3))  # hint: (None, 8, 8, 3)
a = layers.SeparableConv2D(8, 3, kernel_regularizer="l2", groups=1)(x)  # hint: (None, 6, 6, 8); window: 8→6; argument: padding="valid"
b = layers.DepthwiseConv2D(3, kernel_initializer="zeros", kernel_constraint=None)(x)  # hint: (None, 6, 6, 3); window: 8→6; argument: padding="valid"
c = layers.Conv2DTranspose(4, 3, groups=1)(x)  # hint: (None, 10, 10, 4)
d = layers.SeparableConv1D(8, 3, kernel_regularizer="l2")(Input((8, 3)))  # hint: (None, 6, 8); window: 8→6; argument: padding="valid"
