from keras import Input, Model, layers

image = Input((32, 32, 3), name="image")
words = Input((None,), name="words", dtype="int32")
x = layers.Conv2D(16, 3, strides=2, padding="same")(image)
shortcut = x
x = layers.Conv2D(16, 3, padding="same")(x)
x = layers.Add()([x, shortcut])
x = layers.GlobalMaxPooling2D()(x)
y = layers.Embedding(1000, 8)(words)
y = layers.LSTM(12)(y)
both = layers.Concatenate(name="an_uncommonly_long_name_for_a_concatenation")([x, y])
first = layers.Dense(3, name="first")(both)
second = layers.Dense(1, name="second")(both)
model = Model([image, words], [first, second], name="two_in_two_out")
model.summary()
