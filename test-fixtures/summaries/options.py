from keras import Input, Model, Sequential, layers

base = Sequential([Input((16, 16, 3)), layers.Conv2D(8, 3), layers.BatchNormalization()], name="base")
base.trainable = False
image = Input((16, 16, 3))
inner = Model(image, layers.Flatten()(base(image)), name="inner")
model = Sequential([Input((16, 16, 3)), inner, layers.Dense(2)])
model.summary(expand_nested=True)
model.summary(show_trainable=True)
model.summary(line_length=60, expand_nested=True, show_trainable=True)
a, b = Input((4,), name="a"), Input((4,), name="b")
both = Model([a, b], layers.Add()([layers.Dense(3)(a), layers.Dense(3, trainable=False)(b)]))
both.summary(show_trainable=True)
both.summary(line_length=78)
