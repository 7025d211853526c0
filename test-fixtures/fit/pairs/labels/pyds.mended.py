import numpy as np
import keras
from keras import layers
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size=8, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.batch_size = x, y, batch_size
    def __len__(self):
        return len(self.x) // self.batch_size
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.x[s], keras.utils.to_categorical(self.y[s], 4)
gen = DataGenerator(np.random.rand(40, 12), np.random.randint(0, 4, 40))
model = keras.Sequential([keras.Input((12,)), layers.Dense(4, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
model.fit(gen, verbose=0)
