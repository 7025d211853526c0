/** What all of lowering shares: the tree it reads, the text, and where it reports what is wrong. */

import type { ErrorExpression, Expression, Statement, SyntaxProblem } from '../ast';
import { HOLE } from '../hole';
import { NONE, type SyntaxNode, type SyntaxTree } from './syntax-tree';

/** What a line that was taken out of the text is lowered to, with the block that it owns. */
export type LowerOpaque = (outer: Lowering, start: number, body: readonly Statement[]) => Statement;

/**
 * How deep expressions and statements may nest. CPython stops at 200 brackets and 100 blocks; this bounds every
 * recursion over the tree, here and later.
 */
const MAX_DEPTH = 300;

export class Lowering {
  readonly problems: SyntaxProblem[] = [];
  private depth = 0;

  /**
   * @param text what the tree's offsets count in
   * @param base the offset in `text` that becomes 0 in the nodes made
   */
  constructor(
    readonly tree: SyntaxTree,
    readonly text: string,
    public base: number,
    private readonly opaque: ReadonlyMap<number, LowerOpaque> = new Map(),
  ) {}

  /** Where a statement stands for a line that was taken out: how to lower that line. */
  opaqueAt(node: SyntaxNode): LowerOpaque | undefined {
    return this.opaque.get(this.tree.start(node));
  }

  start(node: SyntaxNode): number {
    return this.tree.start(node) - this.base;
  }

  end(node: SyntaxNode): number {
    return this.tree.end(node) - this.base;
  }

  textOf(node: SyntaxNode): string {
    return this.text.slice(this.tree.start(node), this.tree.end(node));
  }

  /** The text of an identifier as Python compares it: identifiers are normalised (PEP 3131). */
  identifier(node: SyntaxNode): string {
    const text = this.textOf(node);
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 127) return text.normalize('NFKC');
    }
    return text;
  }

  /** Whether an identifier stands for an expression that is missing. */
  isHole(node: SyntaxNode): boolean {
    const start = this.tree.start(node);
    return start === this.tree.end(node) || this.text.startsWith(HOLE, start);
  }

  problem(node: SyntaxNode, message: string): void {
    this.problems.push({ start: this.tree.start(node), end: this.tree.end(node), message });
  }

  error(node: SyntaxNode, parts: readonly Expression[] = []): ErrorExpression {
    return { kind: 'ErrorExpression', start: this.start(node), end: this.end(node), parts };
  }

  /** What may still be typed behind a node. */
  more(node: SyntaxNode): ErrorExpression {
    const end = this.end(node);
    return { kind: 'ErrorExpression', start: end, end, parts: [] };
  }

  /** Runs `lower` one level deeper; what nests too deep is given up as `otherwise`. */
  nested<T>(levels: number, lower: () => T, otherwise: () => T): T {
    if (this.depth + levels > MAX_DEPTH) return otherwise();
    this.depth += levels;
    try {
      return lower();
    } finally {
      this.depth -= levels;
    }
  }
}

export type { SyntaxNode };
export { NONE };
