import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readSource, SourceError } from './source';

describe('reading a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keras-shapes-source-'));
  after(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }

  function refuses(path: string, message: RegExp): void {
    assert.throws(
      () => readSource(path),
      (error: unknown) => error instanceof SourceError && message.test(error.message),
    );
  }

  test('takes Python, with a byte order mark too', () => {
    assert.equal(readSource(file('a.py', '\ufeffx = 1\n')).text, 'x = 1\n');
  });

  test('takes the code cells of a notebook, their source as one text or as lines', () => {
    const cells = [
      { cell_type: 'markdown', source: 'no' },
      { cell_type: 'code', source: ['a = 1\n', 'b = 2'] },
      { cell_type: 'code', source: 'c = 3' },
    ];
    assert.equal(readSource(file('a.ipynb', JSON.stringify({ cells }))).text, 'a = 1\nb = 2\nc = 3');
  });

  test('says what is wrong with others', () => {
    refuses(join(folder, 'none.py'), /no such file/);
    refuses(folder, /directory/);
    refuses(file('b.py', new Uint8Array([0, 1, 2])), /binary/);
    refuses(file('c.py', new Uint8Array([0x23, 0xe9, 0x0a])), /not UTF-8/);
    refuses(file('d.py', Buffer.from('# -*- coding: latin-1 -*-\n# é', 'latin1')), /latin-1/);
    refuses(file('e.ipynb', 'x'), /no notebook/);
    refuses(file('f.ipynb', '{}'), /no cells/);
  });
});
