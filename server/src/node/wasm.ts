/** Where the WebAssembly files lie. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParserFiles } from '../python/parse';

/** Reads tree-sitter's files from beside the running bundle, where the build and the test runner put them. */
export function readParserFiles(folder: string = __dirname): ParserFiles {
  return {
    runtimeWasm: readFileSync(join(folder, 'tree-sitter.wasm')),
    grammarWasm: readFileSync(join(folder, 'tree-sitter-python.wasm')),
  };
}
