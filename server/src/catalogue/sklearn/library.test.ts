import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../keras/data/testing';

async function values(...expressions: readonly string[]): Promise<readonly string[]> {
  const lines = expressions.map((expression, i) => `v${i} = ${expression}`);
  return held(
    `
import numpy as np
from sklearn import datasets as d, preprocessing as p, decomposition as dc
from sklearn.model_selection import train_test_split
from sklearn.utils import shuffle
X = np.random.rand(50, 4)
y = np.array(['a', 'b'] * 25)
${lines.join('\n')}`,
    lines.map((_, i) => `v${i}`),
  );
}

test('data that come with scikit-learn', async () => {
  const found = await values(
    'd.load_iris().data',
    "d.load_iris()['target']",
    'd.load_digits().images',
    'd.load_digits(n_class=5, return_X_y=True)',
    'd.load_breast_cancer(return_X_y=True, as_frame=True)',
    'd.fetch_california_housing(return_X_y=True)[0]',
    'len(d.load_wine().target_names)',
    'd.load_linnerud().target',
  );
  assert.deepEqual(found, [
    '(150, 4) float64',
    '(150,) int64',
    '(1797, 8, 8) float64',
    '((901, 64) float64, (901,) int64)',
    '(DataFrame (569, 30), Series (569,))',
    '(20640, 8) float64',
    '3',
    '(20, 3) float64',
  ]);
});

test('data that are made up', async () => {
  const found = await values(
    'd.make_classification(50, 7, n_informative=3)',
    'd.make_regression(50, 3, n_targets=2, coef=True)',
    'd.make_blobs([10, 20, 30], 3)',
    'd.make_blobs(50, centers=[[0, 0, 1], [1, 1, 2]])',
    'd.make_moons((10, 20), noise=0.1)',
    'd.make_swiss_roll()',
    'd.make_multilabel_classification(n_classes=3, n_features=4)',
    // Refused: nothing is shown that is no size.
    'd.make_classification(n_samples=-1, n_features=6)',
  );
  assert.deepEqual(found, [
    '((50, 7) float64, (50,) int64)',
    '((50, 3) float64, (50, 2) float64, (3, 2) float64)',
    '((60, 3) float64, (60,) int64)',
    '((50, 3) float64, (50,) int64)',
    '((30, 2) float64, (30,) int64)',
    '((100, 3) float64, (100,) float64)',
    '((100, 4) float64, (100, 3) int64)',
    '((?, 6) float64, (?,) int64)',
  ]);
});

test('what transforms arrays', async () => {
  const found = await values(
    "p.StandardScaler().fit_transform(X.astype('float32'))",
    'p.MinMaxScaler(feature_range=(0, 1)).fit_transform(X.astype(int))',
    'p.LabelEncoder().fit_transform(y)',
    'p.OneHotEncoder(sparse_output=False).fit_transform(y.reshape(-1, 1))',
    'p.OneHotEncoder().fit_transform(y.reshape(-1, 1)).toarray()',
    'p.PolynomialFeatures(2).fit_transform(X)',
    'p.PolynomialFeatures(3, include_bias=False, interaction_only=True).fit_transform(X)',
    'dc.PCA(2).fit_transform(X)',
    'dc.PCA(n_components=3).fit(X).transform(X)',
    "p.label_binarize(y, classes=['a', 'b', 'c'])",
    'p.normalize(X)',
    'train_test_split(X, y, test_size=.2)',
    'p.StandardScaler().fit_transform(X[0])',
    'p.MultiLabelBinarizer().fit_transform([(1, 2), (3,)])',
    'shuffle(X, n_samples=7)',
  );
  assert.deepEqual(found, [
    '(50, 4) float32',
    '(50, 4) float64',
    '(50,) int64',
    '(50, 2) float64',
    '(50, 2) float64',
    '(50, 15) float64',
    '(50, 14) float64',
    '(50, 2) float64',
    '(50, 3) float64',
    '(50, 3) int64',
    '(50, 4) float64',
    '[(40, 4) float64, (10, 4) float64, (40,) str32, (10,) str32]',
    '?',
    '(2, ?) int64',
    '(7, 4) float64',
  ]);
});

test('what transformers have learned', async () => {
  const found = await values(
    "p.LabelEncoder().fit(['b', 'a', 'c', 'a']).classes_",
    "np.zeros(len(p.LabelEncoder().fit(['b', 'a', 'c', 'a']).classes_))",
    "p.LabelBinarizer().fit_transform(['b', 'a', 'c', 'a'])",
    'p.LabelBinarizer().fit_transform([0, 1, 1])',
    'p.StandardScaler().fit(X).mean_',
    'dc.PCA(2).fit(X).components_',
    'dc.PCA(2).fit(X).inverse_transform(np.zeros((7, 2)))',
  );
  assert.deepEqual(found, [
    '(3,) str32',
    '(3,) float64',
    '(4, 3) int64',
    '(3, 1) int64',
    '(4,) float64',
    '(2, 4) float64',
    '(7, 4) float64',
  ]);
});

test('folds have the rows that are left over in the first of them', async () => {
  const found = await held(
    `
import numpy as np
import pandas as pd
from sklearn.model_selection import KFold, StratifiedKFold
X, y = np.random.rand(103, 4), np.random.randint(0, 2, 103)
sizes = [(X[train].shape, X[test].shape) for train, test in KFold(n_splits=4).split(X)]
first, last = sizes[0], sizes[-1]
count = KFold(7, shuffle=True).get_n_splits(X)
train, test = next(StratifiedKFold(3).split(X, y))
part, labels = X[train], y[test]
table = pd.read_csv('a.csv').values
for train, test in KFold(5).split(table):
    some = table[train][:, [0, 2]]
`,
    ['first', 'last', 'count', 'part', 'labels', 'some'],
  );
  assert.deepEqual(found, [
    '((77, 4), (26, 4))',
    '((78, 4), (25, 4))',
    '7',
    '(?, 4) float64',
    '(?,) int64',
    '(?, 2) ?',
  ]);
});

test('texts as rows of counts: `max_features` is only a bound', async () => {
  const found = await values(
    '__import__("sklearn.feature_extraction.text").feature_extraction.text.CountVectorizer(max_features=5).fit_transform(["a b", "c"]).toarray()',
    '__import__("sklearn.feature_extraction.text").feature_extraction.text.TfidfVectorizer().fit(["a"]).transform(["a b", "c"]).shape',
    '__import__("sklearn.feature_extraction.text").feature_extraction.text.HashingVectorizer(n_features=64).transform(["a b", "c"]).toarray()',
  );
  assert.deepEqual(found, ['(2, ?) int64', '(2, ?)', '(2, 64) float64']);
});
