"""A comment behind a line that tells all of its shape leaves no hint to show: but for one that differs, or says less."""
from keras import Input, Model, layers

image = Input((28, 28, 1))  # (None, 28, 28, 1)
x = layers.Conv2D(8, 3, padding="valid")(image)  # 26x26x8
x = layers.Flatten()(x)  # -> (5408,)
y = layers.Dense(4)(x)  # shape: (?, 4)
z = layers.Dense(4)(x)  # (B, 4)  # hint: (None, 4)
# warning[shape-comment]: The comment says (None, 5), and the tensor of line
w = layers.Dense(4)(x)  # (None, 5)  # hint: (None, 4)
steps = Input((None, 8))  # (10, 8)  # hint: (None, None, 8)
a, b = layers.Dense(2)(z), layers.Dense(3)(z)  # (None, 2)  # hint: (None, 2), (None, 3)
model = Model(image, layers.Dense(3)(z))  # hint: (None, 3)
both = Model(inputs=image, outputs=[layers.Dense(3)(z), z])  # hint: (None, 3)
again = Model(image, model(image), name="whole")  # hint: (None, 3)


def make(tensor):
    return Model(image, layers.Dense(5)(tensor))  # hint: (None, 5)


made = make(z)
many = [Model(image, layers.Dense(n)(z)) for n in (1, 2)]
