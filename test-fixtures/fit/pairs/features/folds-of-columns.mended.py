import numpy as np
from keras import layers, models
from sklearn.datasets import load_iris
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

iris = load_iris()
X = StandardScaler().fit_transform(iris.data)
y = iris.target

scores = []
for train, test in KFold(n_splits=3, shuffle=True).split(X):
    model = models.Sequential([layers.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(X[train], y[train], epochs=1, verbose=0)
    scores.append(model.evaluate(X[test], y[test], verbose=0)[1])
print(np.mean(scores))
