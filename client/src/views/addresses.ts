// Addresses of documents, as editor and server write them.

import * as vscode from 'vscode';

/** Editors and servers escape addresses differently (`file:///c%3A/` and `file:///c:/`). */
export function sameUri(one: string, other: string): boolean {
  return one === other || vscode.Uri.parse(one).toString() === vscode.Uri.parse(other).toString();
}
