from keras import Input, Model, layers

image = Input((8, 8, 1))
x = layers.Conv2D(4, 3, name="conv")(image)
x = layers.Flatten()(x)
whole = Model(image, layers.Dense(5)(x))
head = Model(whole.input, whole.get_layer("conv").output)
head.summary()
whole.layers[-1].trainable = False
tuned = Model(whole.inputs, layers.Dense(9, name="new")(whole.layers[-2].output))
tuned.summary()
