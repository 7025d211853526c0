/**
 * A copy of tree-sitter's tree in flat arrays. Every step with tree-sitter's own cursor is a call into
 * WebAssembly: the tree is walked once, without recursion, and lowering then works on numbers.
 */

import type { Language, Tree } from 'web-tree-sitter';

/** A node: its place in the tree's arrays, which are in pre-order. */
export type SyntaxNode = number;

/** Instead of a node where there is none. */
export const NONE = -1;

/** Node types whose insides lowering never asks for: it reads their text. */
const LEAVES = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'ellipsis',
  'string_start',
  'string_content',
  'string_end',
  'type_conversion',
  'dotted_name',
  'import_prefix',
  'wildcard_import',
  'pass_statement',
  'break_statement',
  'continue_statement',
  'positional_separator',
  'keyword_separator',
]);

/** They may stand anywhere, and mean nothing to lowering. */
const SKIPPED = new Set(['comment', 'line_continuation']);

/** Expressions that begin with another expression, without a token before it. */
const LEFT_OPEN = new Set([
  'attribute',
  'subscript',
  'call',
  'binary_operator',
  'comparison_operator',
  'boolean_operator',
  'conditional_expression',
]);

const BEGINS_LINE = /^(?:module|block|decorator|.*_(?:statement|definition|clause))$/;

const UNCLOSED = new Set([')', ']', '}', 'string_end']);

enum Shape {
  inner,
  leaf,
  token,
  skipped,
}

/** What a language's type and field numbers mean. Made once for a grammar. */
export class Grammar {
  readonly shapes: readonly Shape[];
  private readonly fieldIds: ReadonlyMap<string, number>;

  constructor(private readonly language: Language) {
    this.shapes = language.types.map((type, id) => {
      if (SKIPPED.has(type)) return Shape.skipped;
      if (LEAVES.has(type)) return Shape.leaf;
      return language.nodeTypeIsNamed(id) ? Shape.inner : Shape.token;
    });
    this.fieldIds = new Map(language.fields.flatMap((name, id) => (name === null ? [] : [[name, id] as const])));
  }

  typeName(id: number): string {
    return this.language.types[id] ?? 'ERROR';
  }

  fieldId(name: string): number {
    return this.fieldIds.get(name) ?? NONE;
  }
}

/** Takes an offset in the text that was parsed to the one in the text that the user wrote. */
export type OffsetMap = (offset: number) => number;

export class SyntaxTree {
  /** Whether the tree has an `ERROR` or a missing node anywhere. */
  readonly hasError: boolean;
  private readonly types: string[] = [];
  private readonly fields: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** The first place behind a node's subtree. */
  private readonly nexts: number[] = [];
  private readonly named: boolean[] = [];
  private readonly missing = new Set<SyntaxNode>();

  /** Copies a tree, which may be deleted afterwards. Offsets are UTF-16 code units, taken through `map`. */
  constructor(
    tree: Tree,
    private readonly grammar: Grammar,
    map?: OffsetMap,
  ) {
    this.hasError = tree.rootNode.hasError;
    this.copy(tree);
    if (map !== undefined) {
      for (let node = 0; node < this.starts.length; node++) {
        this.starts[node] = map(this.starts[node] as number);
        this.ends[node] = map(this.ends[node] as number);
      }
    }
  }

  /** The `module` node. */
  get root(): SyntaxNode {
    return 0;
  }

  type(node: SyntaxNode): string {
    return this.types[node] as string;
  }

  start(node: SyntaxNode): number {
    return this.starts[node] as number;
  }

  end(node: SyntaxNode): number {
    return this.ends[node] as number;
  }

  isNamed(node: SyntaxNode): boolean {
    return this.named[node] as boolean;
  }

  /** Whether the last token of a node is not in the text: a bracket or quote that was closed for it. */
  isUnclosed(node: SyntaxNode): boolean {
    const last = this.lastChild(node);
    return last !== NONE && this.starts[last] === this.ends[last] && UNCLOSED.has(this.type(last));
  }

  isError(node: SyntaxNode): boolean {
    return this.types[node] === 'ERROR' || this.missing.has(node);
  }

  /** The first child, named or not; NONE in a leaf. */
  firstChild(node: SyntaxNode): SyntaxNode {
    return node + 1 < (this.nexts[node] as number) ? node + 1 : NONE;
  }

  /** The sibling behind `child` within `parent`; NONE behind the last. */
  nextChild(parent: SyntaxNode, child: SyntaxNode): SyntaxNode {
    const next = this.nexts[child] as number;
    return next < (this.nexts[parent] as number) ? next : NONE;
  }

  /**
   * Whether a statement or clause begins at each of some offsets, in ascending order. The grammar lets an expression go
   * on in the next line, outside of brackets too.
   */
  beginsStatements(offsets: readonly number[]): boolean {
    let node = 0;
    return offsets.every((offset) => {
      while (node < this.starts.length && (this.starts[node] ?? 0) < offset) node++;
      return this.starts[node] === offset && BEGINS_LINE.test(this.type(node));
    });
  }

  /** Gives what stands at `start` for a line that was taken out the extent of that line. */
  stretch(start: number, end: number): void {
    for (let node = 0; node < this.starts.length; node++) {
      if (this.starts[node] === start && this.ends[node] === start) this.ends[node] = end;
    }
  }

  /** All children, tokens included. */
  children(node: SyntaxNode): SyntaxNode[] {
    const children: SyntaxNode[] = [];
    const end = this.nexts[node] as number;
    for (let child = node + 1; child < end; child = this.nexts[child] as number) children.push(child);
    return children;
  }

  /** Children that are more than punctuation. */
  namedChildren(node: SyntaxNode): SyntaxNode[] {
    const children: SyntaxNode[] = [];
    const end = this.nexts[node] as number;
    for (let child = node + 1; child < end; child = this.nexts[child] as number) {
      if (this.named[child]) children.push(child);
    }
    return children;
  }

  firstNamed(node: SyntaxNode): SyntaxNode {
    const end = this.nexts[node] as number;
    for (let child = node + 1; child < end; child = this.nexts[child] as number) {
      if (this.named[child]) return child;
    }
    return NONE;
  }

  /** The first child in a field of the grammar; NONE where it is empty. */
  field(node: SyntaxNode, name: string): SyntaxNode {
    const id = this.grammar.fieldId(name);
    const end = this.nexts[node] as number;
    for (let child = node + 1; child < end; child = this.nexts[child] as number) {
      if (this.fields[child] === id) return child;
    }
    return NONE;
  }

  /** All children in a field of the grammar. */
  fieldAll(node: SyntaxNode, name: string): SyntaxNode[] {
    const id = this.grammar.fieldId(name);
    return this.namedChildren(node).filter((child) => this.fields[child] === id);
  }

  /** The first child of a type, such as the token `'async'`; NONE where there is none. */
  child(node: SyntaxNode, type: string): SyntaxNode {
    const end = this.nexts[node] as number;
    for (let child = node + 1; child < end; child = this.nexts[child] as number) {
      if (this.types[child] === type) return child;
    }
    return NONE;
  }

  lastChild(node: SyntaxNode): SyntaxNode {
    let last = NONE;
    const end = this.nexts[node] as number;
    for (let child = node + 1; child < end; child = this.nexts[child] as number) last = child;
    return last;
  }

  /**
   * Where the grammar has the star of `*f(x)` belong to `f` alone, takes it off: `node` then means `f(x)`. Gives whether
   * there was one. A node that is a star and its operand stays as it is.
   */
  takeStar(node: SyntaxNode): boolean {
    let first = node;
    const spine: SyntaxNode[] = [];
    while (LEFT_OPEN.has(this.type(first))) {
      spine.push(first);
      first = this.firstChild(first);
      if (first === NONE) return false;
    }
    if (spine.length === 0 || !this.type(first).startsWith('list_splat')) return false;
    const operand = this.firstNamed(first);
    if (operand === NONE) return false;
    for (const outer of spine) this.starts[outer] = this.start(operand);
    this.starts[first] = this.start(operand);
    this.types[first] = 'parenthesized_expression';
    return true;
  }

  /** Whether a child of the node itself could not be read, or is missing. */
  hasDirectError(node: SyntaxNode): boolean {
    if (!this.hasError) return false;
    const end = this.nexts[node] as number;
    for (let child = node + 1; child < end; child = this.nexts[child] as number) {
      if (this.isError(child)) return true;
    }
    return false;
  }

  private copy(tree: Tree): void {
    const { grammar, hasError } = this;
    const cursor = tree.walk();
    const parents: SyntaxNode[] = [];
    for (;;) {
      const id = cursor.nodeTypeId;
      const shape = grammar.shapes[id] ?? Shape.inner;
      if (shape !== Shape.skipped) {
        const node = this.types.length;
        const start = cursor.startIndex;
        const type = grammar.typeName(id);
        this.types.push(type);
        this.starts.push(start);
        this.named.push(shape !== Shape.token);
        this.ends.push(shape === Shape.token ? start + type.length : cursor.endIndex);
        this.fields.push(shape === Shape.token ? NONE : cursor.currentFieldId);
        this.nexts.push(node + 1);
        if (hasError && shape !== Shape.inner && cursor.nodeIsMissing) {
          this.missing.add(node);
          this.ends[node] = start;
        }
        if (shape === Shape.inner && cursor.gotoFirstChild()) {
          parents.push(node);
          continue;
        }
      }
      while (!cursor.gotoNextSibling()) {
        const parent = parents.pop();
        if (parent === undefined) {
          cursor.delete();
          return;
        }
        this.nexts[parent] = this.types.length;
        cursor.gotoParent();
      }
    }
  }
}
