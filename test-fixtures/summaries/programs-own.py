from keras import Input, Model, layers


class Scale(layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(shape=(input_shape[-1],), name="scale")

    def call(self, inputs):
        return inputs * self.scale


class Block(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.parts = [layers.Dense(width), layers.BatchNormalization()]
        self.scale = Scale()

    def call(self, inputs):
        x = inputs
        for part in self.parts:
            x = part(x)
        return self.scale(x)


class Net(Model):
    def __init__(self):
        super().__init__()
        self.head = layers.Dense(3)
        self.blocks = []
        for width in (8, 4):
            self.blocks.append(Block(width))

    def call(self, inputs):
        x = inputs
        for block in self.blocks:
            x = block(x)
        return self.head(x)


image = Input((6,))
wrapped = Model(image, Block(5)(image))
wrapped.summary()
net = Net()
net(image)
net.summary()
