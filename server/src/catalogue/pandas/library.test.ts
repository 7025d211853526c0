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
    '(?, ?) ?',
    '(?,) ?',
    '(?,) ?',
    'DataFrame (?, ?)',
    'DataFrame (?, ?)',
    '(?,) ?',
    '(?, ?) ?',
    '(?, ?) ?',
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
    '(2, 2) ?',
    '(6, 2)',
    'Series (2,)',
    '3',
    'DataFrame (3, 2)',
  ]);
});
