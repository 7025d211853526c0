import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense
df = pd.DataFrame(np.random.rand(40, 4), columns=list('abcd'))
df['label'] = np.random.randint(0, 3, 40)
X = df.iloc[:, :-1].values
y = pd.get_dummies(df['label']).values
model = Sequential()
model.add(Dense(8, input_dim=4, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile('adam', 'categorical_crossentropy')
model.fit(X, y, verbose=0)
