from keras import Input, Model, layers

shared = layers.Dense(4)
a, b = Input((8,)), Input((8,))
out = layers.Subtract()([shared(a), shared(b)])
siamese = Model([a, b], out)
siamese.summary()
c = Input((8,))
twice = Model(c, shared(layers.Dense(8)(shared(layers.Dense(8)(c)))))
twice.summary()
