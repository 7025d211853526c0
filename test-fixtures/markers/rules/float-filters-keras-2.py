from tensorflow.keras import Input, layers

x = Input((8, 8, 3))  # hint: (None, 8, 8, 3)
a = layers.Conv2DTranspose(4.5, 3)(x)  # hint: (None, 10, 10, 4)
# error[invalid-argument]: filters of Conv2DTranspose must be an int, not nan.
b = layers.Conv2DTranspose(float("nan"), 3)(x)
# error[invalid-argument]: filters of SeparableConv2D must be an int, not inf.
c = layers.SeparableConv2D(float("inf"), 3)(x)
# error[invalid-argument]: filters of Conv2D must be an int, not nan.
d = layers.Conv2D(float("nan"), 3)(x)
