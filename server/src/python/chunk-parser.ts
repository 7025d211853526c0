/** One chunk of text to its items. Pure: the same text gives the same trees, whatever stands around it. */

import type { Item, SyntaxProblem } from './ast';
import type { IsPython } from './complete';
import type { LogicalLine } from './logical-line';
import { errorStatement } from './lower/errors';
import { Lowering, type LowerOpaque } from './lower/lowering';
import { lowerStatement, statementsIn } from './lower/statements';
import type { OffsetMap, SyntaxTree } from './lower/syntax-tree';
import { isSound, type OpaqueLine, repair } from './repair';
import { blank } from './virtual-text';

/** Parses a text by tree-sitter; `map` takes its offsets to those that the tree should have. */
export type ParseSyntax = (text: string, map?: OffsetMap) => SyntaxTree;

/** What a chunk holds, with offsets that count from its start. */
export interface ChunkTree {
  readonly items: readonly Omit<Item, 'cell'>[];
  readonly problems: readonly SyntaxProblem[];
}

export class ChunkParser {
  /** Lines and whether they are Python: while somebody types, most lines are the same every time. */
  private readonly verdicts = new Map<string, boolean>();

  constructor(private readonly parseSyntax: ParseSyntax) {}

  /** Whether the grammar takes a text without an error. */
  readonly isPython: IsPython = (text) => {
    let verdict = this.verdicts.get(text);
    if (verdict === undefined) {
      verdict = !this.parseSyntax(`${text}\n`).hasError;
      if (this.verdicts.size >= MAX_VERDICTS) this.verdicts.clear();
      this.verdicts.set(text, verdict);
    }
    return verdict;
  };

  /** @param lines the logical lines of `source`, with offsets in it */
  parse(source: string, lines: readonly LogicalLine[]): ChunkTree {
    if (isSound(source, lines) && lines.every((line) => line.problems.length === 0)) {
      const blanks = lines.flatMap((line) => line.blanks);
      const tree = this.parseSyntax(`${blank(source, blanks)}\n`);
      if (!tree.hasError) return lowerItems(new Lowering(tree, source, 0));
    }
    const { text, toSource, opaque, problems } = repair(source, lines, this.isPython);
    const lowerings = new Map([...opaque].map(([start, line]) => [start, this.opaqueLowering(source, line)] as const));
    const lowering = new Lowering(this.parseSyntax(`${text}\n`, toSource), source, 0, lowerings);
    lowering.problems.push(...problems);
    if (lowering.tree.hasError && problems.length === 0) lowering.problem(lowering.tree.root, 'This cannot be read.');
    return lowerItems(lowering);
  }

  private opaqueLowering(source: string, line: OpaqueLine): LowerOpaque {
    return (outer, start, body) => {
      const inner = new Lowering(this.parseSyntax(`${line.text}\n`, line.toSource), source, outer.base);
      const { tree } = inner;
      const [only, ...more] = statementsIn(inner, tree.root);
      const isStatement = only !== undefined && more.length === 0 && tree.type(only) !== 'ERROR' && body.length === 0;
      if (isStatement && !tree.hasDirectError(tree.root) && tree.type(only).endsWith('_statement')) {
        const statement = lowerStatement(inner, only);
        if (statement.kind !== 'ErrorStatement') return statement;
      }
      const { targets, expressions, body: found } = errorStatement(inner, tree.root);
      const end = Math.max(line.end - outer.base, body.at(-1)?.end ?? 0);
      return { kind: 'ErrorStatement', start, end, targets, expressions, body: [...found, ...body] };
    };
  }
}

const MAX_VERDICTS = 5000;

function lowerItems(lowering: Lowering): ChunkTree {
  const { tree, text } = lowering;
  const items = statementsIn(lowering, tree.root).map((node): Omit<Item, 'cell'> => {
    const start = tree.start(node);
    lowering.base = start;
    const statement = lowerStatement(lowering, node);
    const own = text.slice(start, start + statement.end);
    return { start, length: own.length, text: own, statement };
  });
  return { items, problems: [...lowering.problems].sort((a, b) => a.start - b.start) };
}
