import io

import pandas as pd
from keras import layers, models
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

lines = "\n".join(",".join(str((7 * i + j) % 11) for j in range(14)) for i in range(60))
dataset = pd.read_csv(io.StringIO(lines), header=None)
X = dataset.iloc[:, 0:13].values
y = dataset.iloc[:, 13].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

classifier = models.Sequential()
classifier.add(layers.Dense(units=6, activation="relu", input_dim=11))
classifier.add(layers.Dense(units=1))
classifier.compile(optimizer="adam", loss="mse")
classifier.fit(X_train, y_train, batch_size=10, epochs=1)
classifier.predict(X_test)
