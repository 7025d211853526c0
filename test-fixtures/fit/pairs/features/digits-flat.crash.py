from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from keras.models import Sequential
from keras.layers import Dense, Conv2D, Flatten
digits = load_digits()
X_train, X_test, y_train, y_test = train_test_split(digits.data, digits.target, test_size=0.2)
model = Sequential()
model.add(Conv2D(8, 3, activation='relu', input_shape=(8, 8, 1)))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(X_train, y_train, epochs=1, verbose=0)
