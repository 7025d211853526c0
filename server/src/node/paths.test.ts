import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ParsedModule } from '../python/ast';
import { isInside, writtenPaths } from './paths';
import { PythonFiles } from './python-files';

describe('paths in settings', () => {
  test('are absolute, of the home folder, or of each open folder', () => {
    assert.deepEqual(writtenPaths(['/opt/zoo', '~/models', 'lib', `\${workspaceFolder}/src`, ' '], ['/w']), [
      '/opt/zoo',
      join(homedir(), 'models'),
      '/w/lib',
      '/w/src',
    ]);
  });

  test('lie in a folder, or beside it', () => {
    assert.ok(isInside('/w/a/b.py', '/w'));
    assert.ok(!isInside('/w2/a.py', '/w'));
    assert.ok(!isInside('/w/../etc/a.py', '/w'));
  });
});

test('what an open folder imports is read from it and from extra paths alone', () => {
  const home = mkdtempSync(join(tmpdir(), 'keras-shapes-paths-'));
  try {
    for (const folder of ['open', 'extra', 'outside']) {
      mkdirSync(join(home, folder));
      writeFileSync(join(home, folder, `${folder}_module.py`), 'x = 1\n');
    }
    writeFileSync(join(home, 'setup.py'), '');
    writeFileSync(join(home, 'beside.py'), '');
    const parse = () => ({}) as ParsedModule;
    const files = new PythonFiles(parse, [join(home, 'extra')], [join(home, 'open')]);
    const from = pathToFileURL(join(home, 'open', 'main.py')).href;
    assert.ok(files.resolve('open_module', 0, from));
    assert.ok(files.resolve('extra_module', 0, from));
    assert.equal(files.resolve('beside', 0, from), undefined);
    assert.equal(files.resolve('outside.outside_module', 2, from), undefined);
    assert.ok(new PythonFiles(parse, [], []).resolve('beside', 0, from));
  } finally {
    rmSync(home, { recursive: true });
  }
});
