from keras import Input, Model, layers

a = Input((4,), name="a")
b = Input((6,), name="b")
x = layers.Concatenate()([layers.Dense(3)(a), layers.Dense(3)(b)])
model = Model({"b": b, "a": a}, {"out": layers.Dense(1)(x), "code": x})
model.summary()
again = model({"a": Input((4,)), "b": Input((6,))})
outer = Model(model.input, layers.Dense(2)(model.output["code"]))
outer.summary()
mixed = layers.Dense(5, dtype="mixed_float16")
small = Model(a, layers.Dense(2, dtype="float16")(mixed(a)))
small.summary()
