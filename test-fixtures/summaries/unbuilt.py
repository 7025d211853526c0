from keras import Model, Sequential, layers

model = Sequential([layers.Dense(3), layers.Dropout(0.5), layers.Flatten()])
model.build((None, 4))
model.summary()


class Net(Model):
    def __init__(self):
        super().__init__()
        self.body = Sequential([layers.Dense(4), layers.ReLU()])
        self.pool = layers.GlobalMaxPooling1D()
        self.head = layers.Dense(2, name="head")

    def call(self, inputs):
        return self.head(self.pool(self.body(inputs)))


net = Net()
net.build((None, 7, 3))
net.summary()
