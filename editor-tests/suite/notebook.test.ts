import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { hints, until, workspaceUri } from './editor';

describe('a notebook', () => {
  it('has hints in its cells, which know what earlier cells did', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(workspaceUri('notebook.ipynb'));
    await vscode.window.showNotebookDocument(notebook);
    const cells = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
    const last = cells.at(-1)?.document;
    assert.ok(last);
    await until(
      () => hints(last),
      (found) =>
        assert.ok(
          found.some(({ label }) => label.startsWith('(None, 10)')),
          JSON.stringify(found),
        ),
    );
  });
});
