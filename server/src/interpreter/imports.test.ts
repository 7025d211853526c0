import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectRun, expectValues } from './testing';

const files = {
  'helpers.py': 'size = 3\ndef area(n=size):\n    return n * n\n_hidden = 1\n',
  'package/__init__.py': "from .first import one, Shared\nfrom . import second as sec\n__all__ = ['one', 'second']\n",
  'package/first.py': 'from ..helpers import size\none = size - 2\nclass Shared:\n    pass\n',
  'package/second.py': 'from package.first import Shared\nfrom . import first\ntwo = first.one + 1\n',
  'package/inner/__init__.py': '',
  'package/inner/deep.py': 'from ...helpers import area\nfrom ..second import two\nvalue = area(two)\n',
  'left.py': 'import right\nname = "left"\ndef f():\n    return right.name\n',
  'right.py': 'import left\nname = "right"\ndef g():\n    return left.name\n',
  'plain/mod.py': 'v = 9\n',
  'broken.py': 'x = 1\nraise ValueError("broken")\n',
};

test('modules, packages, relative imports, cycles', () =>
  expectValues(
    `
import helpers
import helpers as again
from helpers import *
import package
from package import second, Shared
import package.inner.deep as deep
import package.inner
import left
import plain.mod
from plain import mod
same = again is helpers
a = area(4)
b = package.one, second.two, deep.value, package.inner.deep.value
shared = second.Shared is Shared
cycle = left.f() + left.right.g()
hidden = '_hidden' in globals()
c = plain.mod.v + mod.v
named = package.first.__name__
`,
    {
      same: 'True',
      a: '16',
      b: '(1, 2, 4, 4)',
      shared: 'True',
      cycle: "'rightleft'",
      hidden: 'False',
      c: '18',
      named: "'package.first'",
    },
    { files },
  ));

test('what is not found is unknown, what a module lacks is an error', async () => {
  await expectValues(
    `
import nowhere.deep
from nothing import a
from helpers import missing
from gone import *
b = something
import helpers
try:
    helpers.missing
except AttributeError:
    c = 1
try:
    import broken
except ValueError as error:
    d = str(error)
`,
    {
      nowhere: '?: `nowhere` is not found',
      a: '?: `nothing` is not found',
      missing: '?: ImportError',
      b: '?: `gone` is not found',
      c: '1',
      d: "'broken'",
    },
    { files },
  );
});

test('a module is run once, and its state is shared', () =>
  expectValues(
    `
import state
from user import count
state.items.append('main')
n = len(state.items)
`,
    { n: '2', count: '1' },
    {
      files: {
        'state.py': 'items = []\n',
        'user.py': "import state\nstate.items.append('user')\ncount = len(state.items)\n",
      },
    },
  ));

test('a module that only one branch imports is whole', async () => {
  const run = await expectRun(
    `
import s
def f():
    import helpers
    return helpers.size
if s.x:
    f()
from helpers import size
`,
    { size: '3' },
    { files },
  );
  assert.equal(run.program.source('file:///helpers.py')?.items.length, 3);
});
