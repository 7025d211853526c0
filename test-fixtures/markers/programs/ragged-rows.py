from sklearn.preprocessing import StandardScaler

rows = [[1.0, 2.0], [3.0]]
# error[incompatible-shapes]: The rows of X of StandardScaler have different lengths.
scaled = StandardScaler().fit_transform(rows)
