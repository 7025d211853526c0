import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCommandLine, UsageError } from './arguments';

describe('the command line', () => {
  test('takes options anywhere', () => {
    const line = readCommandLine(['trace', 'a.py', '--json', '--extra-path', 'lib', '--extra-path=more', 'b.py']);
    assert.deepEqual(line, {
      command: 'trace',
      files: ['a.py', 'b.py'],
      extraPaths: ['lib', 'more'],
      json: true,
      values: false,
      color: null,
    });
  });

  test('takes files that look like options behind --', () => {
    const line = readCommandLine(['show', '--', '-x.py']);
    assert.deepEqual(typeof line === 'object' && line.files, ['-x.py']);
  });

  test('says what is wrong with it', () => {
    assert.throws(() => readCommandLine(['shwo', 'a.py']), UsageError);
    assert.throws(() => readCommandLine(['show']), /needs a file/);
    assert.throws(() => readCommandLine(['show', '--jsno', 'a.py']), /no option --jsno/);
    assert.throws(() => readCommandLine([]), /command is missing/);
  });

  test('asks for help or the version', () => {
    assert.equal(readCommandLine(['--help']), 'help');
    assert.equal(readCommandLine(['show', '-h']), 'help');
    assert.equal(readCommandLine(['--version']), 'version');
  });
});
