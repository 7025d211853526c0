import { test } from 'node:test';
import { expectValues } from './testing';

test('eval of a known text stands in the block that calls', () =>
  expectValues(
    `
base = 3
def scaled(name, by):
    return eval(name) * eval('by + 1')
a = scaled('base', 1)
b = [eval(text) for text in ('base', "'x' * base")]
exec('made = base + 1\\nmore = [made]')
import s
c = eval(s.text)
`,
    { a: '6', b: "[3, 'xxx']", made: '4', more: '[4]', c: '?' },
  ));

test('environment variables that the system does not set are taken not to be set', () =>
  expectValues(
    `
import os
a, b = os.environ.get('MY_BACKEND', 'tensorflow'), os.getenv('HOME', '/')
os.environ['SIZE'] = '8'
c = int(os.getenv('SIZE')), 'OTHER' in os.environ
`,
    { a: "'tensorflow'", b: '?', c: '(8, False)' },
  ));
