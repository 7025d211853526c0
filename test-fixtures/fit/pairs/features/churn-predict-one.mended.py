import numpy as np
from sklearn.preprocessing import StandardScaler
from keras.models import Sequential
from keras.layers import Dense

X = np.random.rand(60, 4)
y = np.random.randint(0, 2, 60)
sc = StandardScaler()
X = sc.fit_transform(X)
clf = Sequential([Dense(6, activation='relu', input_shape=(4,)), Dense(1, activation='sigmoid')])
clf.compile('adam', 'binary_crossentropy')
clf.fit(X, y, epochs=1, verbose=0)
new = clf.predict(sc.transform([[0.1, 0.2, 0.3, 0.4]]))
