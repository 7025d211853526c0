/** Python text to syntax trees. The only file that runs tree-sitter. */

import { Language, Parser } from 'web-tree-sitter';
import type { SectionedText } from '../text/sections';
import type { Comment, ParsedModule, SyntaxProblem } from './ast';
import type { Chunked, ChunkList } from './chunk-list';
import { ChunkParser, GrammarFailure } from './chunk-parser';
import { Grammar, type OffsetMap, SyntaxTree } from './lower/syntax-tree';
import { update } from './parsed-chunks';

/** Longer texts are data that somebody has opened: nothing of them is read, for it would take seconds and gigabytes. */
export const LONGEST_TEXT = 1_500_000;

/** Says so, to people. */
export const TOO_LONG = 'This file is longer than 1,500,000 characters: Keras Shapes does not read it';

/** The bytes of the two WebAssembly files. */
export interface ParserFiles {
  /** `web-tree-sitter.wasm` */
  readonly runtimeWasm: Uint8Array;
  /** `tree-sitter-python.wasm` */
  readonly grammarWasm: Uint8Array;
}

/** Tree-sitter's runtime is one for the whole process: loaded twice at once, it mixes up its two memories. */
let runtime: Promise<void> | null = null;

/** Loads tree-sitter and the grammar. Rejects when the bytes are not theirs. */
export async function createParser(files: ParserFiles): Promise<PythonParser> {
  runtime ??= Parser.init({ wasmBinary: files.runtimeWasm, locateFile: (name: string) => name }).catch((error) => {
    runtime = null;
    throw error;
  });
  await runtime;
  return new PythonParser(await Language.load(files.grammarWasm));
}

export class PythonParser {
  private parser: Parser;
  private readonly grammar: Grammar;
  private readonly chunkParser = new ChunkParser((text, map) => this.syntaxTree(text, map));
  private readonly states = new WeakMap<ParsedModule, Chunked>();

  constructor(private readonly language: Language) {
    this.parser = this.createParser();
    this.grammar = new Grammar(language);
  }

  /**
   * Parses any text; never fails. Given the module that an earlier text was parsed to, only top-level statements whose
   * text has changed are parsed again. The others are the same `Item` objects, moved to where they now stand: **the
   * earlier module is stale** from then on, its items belong to the new one.
   */
  parse(source: string | SectionedText, previous?: ParsedModule): ParsedModule {
    const text = typeof source === 'string' ? source : source.text;
    const sections = typeof source === 'string' ? [{ start: 0, end: text.length }] : source.sections;
    const before = previous === undefined ? undefined : this.states.get(previous);
    if (previous !== undefined) this.states.delete(previous);
    if (text.length > LONGEST_TEXT) {
      return { text, items: [], comments: [], problems: [{ start: 0, end: 0, message: TOO_LONG }] };
    }
    const list = update(before, { text, sections }, this.chunkParser);
    const module = moduleOf(text, list);
    this.states.set(module, { text, sections, list });
    return module;
  }

  /**
   * Shows `look` what a text would be parsed to, and goes back: `previous` is as it was afterwards, and what `look` was
   * given is stale.
   */
  preview<T>(source: string | SectionedText, previous: ParsedModule, look: (module: ParsedModule) => T): T {
    const before = this.states.get(previous);
    const module = this.parse(source, previous);
    try {
      return look(module);
    } finally {
      this.states.get(module)?.list.undo();
      this.states.delete(module);
      if (before !== undefined) this.states.set(previous, before);
    }
  }

  /** Frees the parser's memory; it cannot be used afterwards. */
  dispose(): void {
    this.parser.delete();
  }

  private createParser(): Parser {
    return new Parser().setLanguage(this.language);
  }

  private syntaxTree(text: string, map?: OffsetMap): SyntaxTree {
    const readable = forGrammar(text);
    try {
      return this.runTreeSitter(readable, map);
    } catch {
      // WebAssembly may trap ("memory access out of bounds"); the parser cannot be used any more then.
      this.parser = this.createParser();
    }
    try {
      return this.runTreeSitter(readable, map);
    } catch (error) {
      this.parser = this.createParser();
      throw new GrammarFailure('tree-sitter failed', { cause: error });
    }
  }

  private runTreeSitter(text: string, map?: OffsetMap): SyntaxTree {
    const tree = this.parser.parse(text);
    if (tree === null) throw new Error('tree-sitter gave no tree');
    try {
      return new SyntaxTree(tree, this.grammar, map);
    } finally {
      tree.delete();
    }
  }
}

function moduleOf(text: string, list: ChunkList): ParsedModule {
  let comments: Comment[] | null = null;
  let problems: SyntaxProblem[] | null = null;
  return {
    text,
    items: list.items,
    get problems() {
      problems ??= list.problems;
      return problems;
    },
    /** Gathered when first asked for: most keystrokes do not. */
    get comments() {
      comments ??= list.comments;
      return comments;
    },
  };
}

/**
 * The text as the grammar should see it, every character in its place. A lone carriage return ends a line in Python; NUL
 * would end the text; `type(x).y = 1` is no type alias, and `print (x)` no Python 2.
 */
function forGrammar(text: string): string {
  return text
    .replace(/\r(?!\n)/g, '\n')
    .replaceAll('\0', '\x01')
    .replace(/\b(?:type|print|exec)(?=[ \t]*[([])/g, (word) => `_${word.slice(1)}`);
}
