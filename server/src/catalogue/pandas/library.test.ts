import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../keras/data/testing';

async function values(text: string, ...expressions: readonly string[]): Promise<readonly string[]> {
  const lines = expressions.map((expression, i) => `v${i} = ${expression}`);
  return held(
    `import numpy as np\nimport pandas as pd\n${text}\n${lines.join('\n')}`,
    lines.map((_, i) => `v${i}`),
  );
}

test('a table of a file has a rank, and what is picked of it has sizes', async () => {
  const found = await values(
    "df = pd.read_csv('data.csv')",
    'df',
    'df.values',
    "df['price']",
    "df[['open', 'close']].values",
    'df.iloc[:, 1:3].values',
    'df.iloc[:, 4].values',
    'df.Close.to_numpy()',
    "df.drop('price', axis=1)",
    "df[df['age'] > 3]",
    "np.array(df['price'])",
    "pd.get_dummies(df['city']).values",
    'df.iloc[:20, :5].values',
    "pd.read_csv('data.csv', usecols=[1, 2])",
    "df['price'].values.reshape(-1, 1)",
    "df[['open']] / 2",
  );
  assert.deepEqual(found, [
    'DataFrame (?, ?)',
    '(?, ?) ?',
    'Series (?,)',
    '(?, 2) ?',
    // The line behind it takes column 4, so that there are five at least.
    '(?, 2) ?',
    '(?,) ?',
    '(?,) ?',
    'DataFrame (?, ?)',
    'DataFrame (?, ?)',
    '(?,) ?',
    '(?, ?) ?',
    '(?, 5) ?',
    'DataFrame (?, 2)',
    '(?, 1) ?',
    'DataFrame (?, 1)',
  ]);
});

test('tables made of data', async () => {
  const found = await values(
    "df = pd.DataFrame({'a': [1, 2, 3], 'b': [4, 5, 6]})\ny = df.pop('b')\ndf['c'] = 1\ndf['c'] = 2",
    'df',
    'y',
    'df.shape',
    "pd.DataFrame(np.zeros((5, 2)), columns=['a', 'b']).drop(columns=['a'])",
    'df.head(2).values',
    'pd.concat([df, df]).shape',
    'df.mean()',
    'len(df)',
    'df.sample(frac=1)',
  );
  assert.deepEqual(found, [
    'DataFrame (3, 2)',
    'Series (3,)',
    '(3, 2)',
    'DataFrame (5, 1)',
    '(2, 2) int64',
    '(6, 2)',
    'Series (2,)',
    '3',
    'DataFrame (3, 2)',
  ]);
});

test('what only one of two paths does to a table', async () => {
  const found = await values(
    [
      "df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})",
      'if input():',
      "    df['c'] = 5",
      'one = df.values',
      "df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})",
      "for name in open('names.txt'):",
      '    df[name] = 1',
      'many = df.values',
      "df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})",
      'df[df > 3] = 0',
    ].join('\n'),
    'one',
    'many',
    'df.values',
  );
  assert.deepEqual(found, ['(2, ?) ?', '(2, ?) ?', '(2, 2) ?']);
});

test('rows that are taken together', async () => {
  const found = await values(
    "df = pd.DataFrame({'a': [1, 2, 3, 4], 'b': [5., 6, 7, 8], 'c': ['x', 'y', 'x', 'z']})\nt = pd.read_csv('a.csv')",
    "df.groupby('c')['a'].sum().values",
    "df.groupby('c')[['a', 'b']].mean().values",
    "df.groupby('c').mean(numeric_only=True).values",
    "t.groupby(['a', 'b'])['c'].mean().values",
    "df['a'].rolling(2).mean().values",
    "df.merge(df, on='a').values",
    "df['c'].astype('category').cat.codes.values",
  );
  assert.deepEqual(found, ['(3,) ?', '(3, 2) ?', '(3, ?) ?', '(?,) ?', '(4,) ?', '(?, ?) ?', '(4,) ?']);
});

test('columns keep their types, and small ones their values', async () => {
  const found = await values(
    [
      "df = pd.DataFrame({'a': [1, 2, 3, 4], 'b': [1., 2., 3., 4.], 'c': ['x', 'y', 'x', 'z']})",
      "df.insert(0, 'first', 0)",
      'df.columns = [name.upper() for name in df.columns]',
    ].join('\n'),
    "df['A'].values",
    "df[['A', 'B']].values",
    'df.values',
    "df[df['A'] > 2].shape",
    "df.loc[:, 'A':'B'].values",
    'df.iloc[:, -1].values',
    "pd.get_dummies(df['C']).values",
    "pd.get_dummies(df, columns=['C']).shape",
    "df['C'].nunique()",
    "len(df['C'].unique())",
    "np.zeros(df['A'].max() + 1)",
    'list(df.columns)',
    "(df[['A', 'B']] - df[['A', 'B']].mean()).values",
    'pd.concat([df, df], axis=1).shape',
    "df.drop(columns=['C']).corr().values",
    "pd.read_csv('f.csv', names=['a', 'b', 'c']).drop('c', axis=1)",
    'pd.DataFrame([[1, 2], [3, 4.5]]).values',
    "pd.DataFrame([{'a': 1, 'b': 2}, {'a': 3, 'b': 4}]).values",
  );
  assert.deepEqual(found, [
    '(4,) int64',
    '(4, 2) float64',
    '(4, 4) object',
    '(2, 4)',
    '(4, 2) float64',
    '(4,) object',
    '(4, 3) bool',
    '(4, 6)',
    '3',
    '3',
    '(5,) float64',
    '[FIRST, A, B, C]',
    '(4, 2) float64',
    '(4, 8)',
    '(3, 3) float64',
    'DataFrame (?, 2)',
    '(2, 2) float64',
    '(2, 2) int64',
  ]);
});

test('tables are put together by the labels of their rows', async () => {
  const found = await values(
    [
      "df = pd.DataFrame({'a': [1, 2, 3, 4], 'b': [5., 6, 7, 8]})",
      "s, few = df['a'], df[df['a'] > 2]",
      'part, rest = df.iloc[:2], df.iloc[2:]',
      'scaled = pd.DataFrame(np.zeros((2, 2)), columns=df.columns, index=few.index)',
      'twice = pd.concat([df, df])',
      'grown = df.copy()',
      "grown.loc[grown['a'] > 1, 'c'] = 0",
      'grown.loc[4] = 1',
      "set_ = df.set_index('a')",
      "turned = df.sort_values('b', ascending=False)",
      "turned['k'] = [1, 2, 3, 4]",
      'base = df.copy()',
      "base['k'] = turned['k']",
    ].join('\n'),
    's[1:] - s[:-1]',
    "df['a'] + df['b']",
    "df['a'] + df.sort_values('b')['b']",
    "few['a'] * few['b']",
    "part['a'] + rest['a']",
    "pd.DataFrame({'a': part['a'], 'b': rest['b']}).shape",
    "pd.DataFrame({'a': s, 'b': df['b']}).shape",
    'pd.concat([few, scaled], axis=1).shape',
    'pd.concat([few, df], axis=1).shape',
    'twice.loc[0]',
    'df.loc[0]',
    'df.loc[[0, 2]].shape',
    'twice.loc[[0, 2]].shape',
    'pd.DataFrame(s, index=[7, 8]).shape',
    "pd.DataFrame({'a': {0: 1, 1: 2}, 'b': {1: 1, 2: 2}}).shape",
    "pd.DataFrame({'a': 1}, index=[1, 2, 3]).shape",
    'grown.shape',
    'set_.reset_index().shape',
    "df[['a', 'b']].sub(df['a'], axis=0).shape",
    'df.reset_index(drop=True).shape',
    "(df['a'] + turned['k']).shape",
    "base['k'].max()",
    "turned['k'].max()",
  );
  assert.deepEqual(found, [
    '?',
    'Series (4,)',
    'Series (4,)',
    'Series (2,)',
    '?',
    '(?, 2)',
    '(4, 2)',
    '(2, 4)',
    '(?, 4)',
    '?',
    'Series (2,)',
    '(2, 2)',
    '(?, 2)',
    '(2, 1)',
    '(3, 2)',
    '(3, 1)',
    '(?, 3)',
    '(4, 2)',
    '(4, 2)',
    '(4, 2)',
    '(4)',
    '?',
    '() int64',
  ]);
});

test('what is missing is no value of its own, and lists are values', async () => {
  const found = await values(
    [
      "s = pd.Series(['a', 'b', 'a', np.nan])",
      "df = pd.DataFrame({'n': [1., 2., np.nan], 'lists': [[1, 2], [], [3]]})",
      'taken = pd.Series([1, 2, 3])',
      'taken.pop(0)',
    ].join('\n'),
    's.value_counts().shape',
    's.value_counts(dropna=False).shape',
    's.value_counts(bins=3).shape',
    's.nunique()',
    'len(s.unique())',
    'pd.factorize(s)[1].shape',
    'pd.get_dummies(s).shape',
    'df.shape',
    'taken.shape',
    'df.duplicated().shape',
    'df.dropna(axis=1).shape',
    "df.filter(items=['n', 'other']).shape",
    "df.filter(like='n', axis=0)",
    "df['n'].shift([0, 1])",
    'pd.DataFrame([]).shape',
    's.str.lower().shape',
    'pd.Series([np.float64(1), np.float64(2)]).values',
    'pd.Series([1, None]).values',
    'pd.Series([[1], [2]]).values',
    'pd.to_datetime(s).dt.year.shape',
    'pd.date_range("2020-01-01", periods=5).shape',
  );
  assert.deepEqual(found, [
    '(2)',
    '(3)',
    '(3)',
    '2',
    '3',
    '(2)',
    '(4, 2)',
    '(3, 2)',
    '(?)',
    '(3)',
    '(3, ?)',
    '(3, 1)',
    '?',
    '?',
    '(0, 0)',
    '(4)',
    '(2,) float64',
    '(2,) ?',
    '(2,) object',
    '(4)',
    '(5)',
  ]);
});
