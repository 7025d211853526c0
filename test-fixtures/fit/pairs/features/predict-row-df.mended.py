import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense
df = pd.DataFrame({'a': np.arange(10.0), 'b': np.arange(10.0), 'y': np.arange(10.0)})
model = Sequential([Dense(1, input_shape=(2,))])
model.compile('sgd', 'mse')
model.fit(df[['a', 'b']].values, df['y'].values, verbose=0)
print(model.predict(df[['a', 'b']].values[0:1]))
