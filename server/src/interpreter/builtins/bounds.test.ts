import { test } from 'node:test';
import { expectValues } from '../testing';

test('sizes that no model needs are unknown, and what follows is not', { timeout: 60_000 }, async () => {
  await expectValues(
    [
      "text = 'a' * 10 ** 12",
      'zeros = [0] * 10 ** 12',
      'pair = (1, 2) * 10 ** 12',
      'power = 2 ** 10 ** 10',
      'shifted = 1 << 10 ** 12',
      'product = (1 << 900000) * (1 << 900000)',
      "padded = '%1000000000d' % 1",
      "wide = f'{1:1000000000}'",
      "nested = '{:>{w}}'.format('a', w=10 ** 9)",
      "left = 'x'.ljust(10 ** 9)",
      "filled = '1'.zfill(10 ** 9)",
      "digits = '%.999999999f' % 0.1",
      'items = list(range(10 ** 9))',
      'total = sum(range(10 ** 9))',
      'million = range(10 ** 6)',
      'count = len(million), million[-1], 999_999 in million, 10 ** 6 in million',
      'half = 10 ** 9 in range(0, 10 ** 10, 2)',
      'b = bytes(10 ** 12)',
      'after = 1 + 1',
    ].join('\n'),
    {
      text: '?',
      zeros: '?',
      pair: '?',
      power: '?',
      shifted: '?',
      product: '?',
      padded: '?',
      wide: '?',
      nested: '?',
      left: '?',
      filled: '?',
      digits: '?',
      items: '?',
      total: '?',
      million: 'range(0, 1000000)',
      count: '(1000000, 999999, True, False)',
      half: 'True',
      b: '?',
      after: '2',
    },
  );
});

test('ints as long as CPython prints them', async () => {
  await expectValues(
    [
      'n = 10 ** 4299',
      'length = len(str(n))',
      'try:',
      '    str(10 * n)',
      'except ValueError as error:',
      '    message = str(error)[:35]',
    ].join('\n'),
    { length: '4300', message: "'Exceeds the limit (4300 digits) for'" },
  );
});

test('what holds itself, or is nested deeply, ends', async () => {
  await expectValues(
    [
      'own = []',
      'own.append(own)',
      'same = own == own',
      'deep = []',
      'for _ in range(5000):',
      '    deep = [deep]',
      'text = repr(deep)',
      'equal = deep == [deep]',
      'after = len(deep)',
    ].join('\n'),
    { own: '[[...]]', same: 'True', text: '?', equal: '?', after: '1' },
  );
});

test('a pattern that would run for ever is unknown', { timeout: 60_000 }, async () => {
  await expectValues("import re\nm = re.match('(a*)*b', 'a' * 40)\nn = re.match('a*b', 'aab').group()", {
    m: '?',
    n: "'aab'",
  });
});
