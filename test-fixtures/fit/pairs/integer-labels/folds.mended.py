from keras import layers, models
from sklearn.datasets import make_classification
from sklearn.model_selection import StratifiedKFold

X, y = make_classification(n_samples=90, n_features=6, n_informative=4, n_classes=3)
for train, test in StratifiedKFold(n_splits=3).split(X, y):
    model = models.Sequential()
    model.add(layers.Dense(12, input_shape=(6,), activation="relu"))
    model.add(layers.Dense(3, activation="softmax"))
    model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(X[train], y[train], epochs=1, batch_size=16, validation_data=(X[test], y[test]))
