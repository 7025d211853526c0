# Keras 3 makes no model without inputs or outputs; `input` of an input layer is an empty list.
from keras import Input, Model, layers

image = Input((4,), name="image")  # hint: (None, 4)
label = layers.Dense(3)(image)  # hint: (None, 3)
model = Model(image, label)
# error[refused]: The inputs of a model are empty; the input of an input layer is an empty list, its output is the tensor
part = Model(model.get_layer("image").input, label)
# error[refused]: The outputs of a model are empty
part = Model(image, [])
