import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NotebookText, readNotebook } from './notebook';
import { serialize, testParser } from './testing';

describe('notebook file', () => {
  it('has code cells, whose source is a text or a list of lines', () => {
    const cells = [
      { cell_type: 'markdown', source: '# Title' },
      { cell_type: 'code', source: ['x = 1\n', 'y = 2'] },
      { cell_type: 'code', source: 'z = 3' },
      { cell_type: 'code' },
      null,
    ];
    const metadata = { language_info: { name: 'python', version: '3.5.2' } };
    assert.deepEqual(readNotebook(JSON.stringify({ cells, metadata, nbformat: 4 })), {
      python: '3.5.2',
      cells: [
        { index: 1, source: 'x = 1\ny = 2' },
        { index: 2, source: 'z = 3' },
      ],
    });
  });

  it('says what is wrong with it', () => {
    for (const [json, problem] of [
      ['{"cells": [', /^is no notebook: /],
      ['[]', /has no cells/],
      ['null', /has no cells/],
      ['{"worksheets": []}', /older than 4/],
    ] as const) {
      const read = readNotebook(json);
      assert.match('problem' in read ? read.problem : '', problem);
    }
  });
});

describe('notebook text', () => {
  it('joins cells by line feeds, in which no statement goes on from one to the next', async () => {
    const notebook = new NotebookText(['x = f(1,', 'y = 2\nz = 3', '', '%%bash\nls', 'if z:\n    a', 'else:\n    b']);
    const module = (await testParser()).parse(notebook);
    assert.equal(notebook.source.split('\n').length, 10);
    assert.deepEqual(
      module.items.map(({ text, cell }) => [cell, text]),
      [
        [0, 'x = f(1,'],
        [1, 'y = 2'],
        [1, 'z = 3'],
        [4, 'if z:\n    a'],
        [5, 'else:\n    b'],
      ],
    );
  });

  it('knows the place of an offset, and the offset of a place', () => {
    const notebook = new NotebookText(['ab', '', 'cde']);
    assert.equal(notebook.text, 'ab\n\ncde');
    for (let offset = 0; offset <= notebook.text.length; offset++) {
      assert.equal(notebook.offset(notebook.place(offset)), offset);
    }
    assert.deepEqual(notebook.place(2), { cell: 0, offset: 2 });
    assert.deepEqual(notebook.place(3), { cell: 1, offset: 0 });
    assert.deepEqual(notebook.place(6), { cell: 2, offset: 2 });
    assert.equal(notebook.offset({ cell: 2, offset: 99 }), 7);
    assert.deepEqual(new NotebookText([]).place(5), { cell: 0, offset: 0 });
  });

  it('takes cells that Python refuses for blank when asked to', async () => {
    const parser = await testParser();
    const cells = ['x = 1', 'print "x"\ny = 1', 'z = 1 +\nw = 2', 'def f():\n    return'];
    const refused = new NotebookText(cells, (cell) => parser.parse(cell).problems.length === 0);
    assert.deepEqual(
      parser.parse(refused).items.map(({ cell }) => cell),
      [0, 3],
    );
    assert.equal(parser.parse(new NotebookText(cells)).items.length, 6);
  });

  it('follows an edit, and cells that come and go', async () => {
    const parser = await testParser();
    const steps = [
      ['x = 1', 'y = 2\nz = 3', 'w = 4'],
      ['x = 1', 'y = 25\nz = 3', 'w = 4'],
      ['x = 1', 'y = 25', 'z = 3', 'w = 4'],
      ['y = 25', 'z = 3', 'w = 4'],
      ['y = (', 'z = 3', '%%time\nw = 4'],
      ['y = (', 'z = 3', '%%bash\nw = 4', 'a = """', 'b = 1'],
      [],
    ];
    let module = parser.parse(new NotebookText([]));
    for (const cells of steps) {
      module = parser.parse(new NotebookText(cells), module);
      assert.equal(serialize(module), serialize(parser.parse(new NotebookText(cells))));
    }
  });
});
