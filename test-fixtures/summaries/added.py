from keras import layers, models

model = models.Sequential(name="stack")
model.add(layers.Dense(512, activation="relu", input_shape=(784,)))
model.add(layers.Dense(512, activation="relu", name="a_layer_with_quite_a_long_name_of_its_own"))
model.add(layers.Dense(10))
model.layers[0].trainable = False
model.summary()
