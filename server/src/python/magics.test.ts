import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOLE } from './hole';
import { blankMagics } from './magics';

function check(cell: string, expected: string): void {
  const blanked = blankMagics(cell);
  assert.equal(blanked.length, cell.length);
  assert.equal(blanked.replace(/ +$/gm, ''), expected);
}

describe('magics', () => {
  it('blanks lines of magic, commands and help', () => {
    check('%matplotlib inline\nx = 1\n!pip install keras\ny = 2\n?x\nx.y??', '\nx = 1\n\ny = 2\n\n');
  });

  it('takes a command to go on behind a backslash', () => check('!pip \\\n  install keras\nx = 1', '\n\nx = 1'));

  it('leaves a hole for what a command gives', () => {
    check('files = !ls "a\nx = %env HOME\ny = 1', `files = ${HOLE}\nx = ${HOLE}\ny = 1`);
  });

  it('blanks cells of another language, and keeps those that run Python', () => {
    check('%%bash\nx = 1', '\n');
    check('\n%%time\nx = 1', '\n\nx = 1');
    check('%%capture out\nx = 1', '\nx = 1');
  });

  it('leaves no block empty', () => check('if x:\n    !pip install\n    !l\n  %cd', 'if x:\n    pass\n    0\n  0'));

  it('knows operators and text from magic', () => {
    const python = 's = """\n%x\n!y\n"""\na = (b\n  % c)\nd = e != f\ng = "x = !ls"  # x?\nh = i if j else k\n';
    check(python, python);
  });

  it('is not misled by quotes in commands', () => check('!echo "it\nx = "a"\n%cd it\'s\ny = 1', '\nx = "a"\n\ny = 1'));
});
