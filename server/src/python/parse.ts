/** Python text to syntax trees. The only file that knows tree-sitter, with `lower/syntax-tree`. */

import { Language, Parser } from 'web-tree-sitter';
import type { Comment, Item, ParsedModule, SyntaxProblem } from './ast';
import { Lowering } from './lower/lowering';
import { lowerStatement, statementsIn } from './lower/statements';
import { Grammar, SyntaxTree } from './lower/syntax-tree';
import { type Chunk, split } from './split';

/** The bytes of the two WebAssembly files. */
export interface ParserFiles {
  /** `web-tree-sitter.wasm` */
  readonly runtimeWasm: Uint8Array;
  /** `tree-sitter-python.wasm` */
  readonly grammarWasm: Uint8Array;
}

/** Loads tree-sitter and the grammar. Rejects when the bytes are no WebAssembly of theirs. */
export async function createParser(files: ParserFiles): Promise<PythonParser> {
  await Parser.init({ wasmBinary: files.runtimeWasm, locateFile: (name: string) => name });
  return new PythonParser(await Language.load(files.grammarWasm));
}

/** A chunk and what it was lowered to, with offsets that count from its start. */
interface ParsedChunk {
  readonly chunk: Chunk;
  readonly items: readonly Item[];
  readonly itemStarts: readonly number[];
  readonly problems: readonly SyntaxProblem[];
}

export class PythonParser {
  private readonly parser = new Parser();
  private readonly grammar: Grammar;

  constructor(language: Language) {
    this.parser.setLanguage(language);
    this.grammar = new Grammar(language);
  }

  /** Parses any text; never fails. */
  parse(text: string, _previous?: ParsedModule): ParsedModule {
    const items: Item[] = [];
    const comments: Comment[] = [];
    const problems: SyntaxProblem[] = [];
    for (const chunk of split(text, 0, text.length)) {
      comments.push(...chunk.comments);
      if (chunk.end === chunk.start) continue;
      const parsed = this.parseChunk(text, chunk);
      parsed.items.forEach((item, i) => {
        item.start = chunk.start + (parsed.itemStarts[i] ?? 0);
        items.push(item);
      });
      for (const { start, end, message } of parsed.problems) {
        problems.push({ start: chunk.start + start, end: chunk.start + end, message });
      }
    }
    return { text, items, comments, problems };
  }

  /** Frees the parser's memory; it cannot be used afterwards. */
  dispose(): void {
    this.parser.delete();
  }

  private parseChunk(text: string, chunk: Chunk): ParsedChunk {
    const source = text.slice(chunk.start, chunk.end);
    const tree = this.syntaxTree(source);
    const lowering = new Lowering(tree, source, 0);
    const items: Item[] = [];
    const itemStarts: number[] = [];
    for (const node of statementsIn(lowering, tree.root)) {
      const start = tree.start(node);
      lowering.base = start;
      const statement = lowerStatement(lowering, node);
      const itemText = source.slice(start, start + statement.end);
      items.push({ start, length: itemText.length, text: itemText, statement, cell: 0 });
      itemStarts.push(start);
    }
    return { chunk, items, itemStarts, problems: lowering.problems };
  }

  private syntaxTree(source: string): SyntaxTree {
    // A lone carriage return ends a line in Python; NUL would end the text in tree-sitter.
    const text = `${source.replace(/\r(?!\n)/g, '\n').replaceAll('\0', '\x01')}\n`;
    const tree = this.parser.parse(text);
    if (tree === null) throw new Error('tree-sitter gave no tree');
    const copy = new SyntaxTree(tree, this.grammar);
    tree.delete();
    return copy;
  }
}
