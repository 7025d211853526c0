/** One chunk of text to its items. Pure: the same text gives the same trees, whatever stands around it. */

import type { Item, Statement, SyntaxProblem } from './ast';
import type { IsPython } from './complete';
import type { LogicalLine } from './logical-line';
import { lowerBrokenDefinition } from './lower/broken-definition';
import { errorStatement } from './lower/errors';
import { Lowering, type LowerOpaque } from './lower/lowering';
import { lowerStatement, statementsIn } from './lower/statements';
import type { OffsetMap, SyntaxTree } from './lower/syntax-tree';
import { isSound, type OpaqueLine, repair, subjectInsertions } from './repair';
import { blank } from './virtual-text';

/** Tree-sitter has failed on a text, with a fresh parser too. */
export class GrammarFailure extends Error {}

/** Parses a text by tree-sitter (or throws `GrammarFailure`); `map` takes its offsets to those that the tree should have. */
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
      verdict = this.isRead(text);
      if (this.verdicts.size >= MAX_VERDICTS) this.verdicts.clear();
      if (text.length <= MAX_REMEMBERED) this.verdicts.set(text, verdict);
    }
    return verdict;
  };

  private isRead(text: string): boolean {
    try {
      return !this.parseSyntax(`${text}\n`).hasError;
    } catch (error) {
      if (error instanceof GrammarFailure) return false;
      throw error;
    }
  }

  /** @param lines the logical lines of `source`, with offsets in it */
  parse(source: string, lines: readonly LogicalLine[]): ChunkTree {
    try {
      return this.read(source, lines);
    } catch (error) {
      if (!(error instanceof GrammarFailure)) throw error;
      const end = source.length;
      const statement: Statement = { kind: 'ErrorStatement', start: 0, end, targets: [], expressions: [], body: [] };
      return {
        items: [{ start: 0, length: end, text: source, statement }],
        problems: [{ start: 0, end, message: 'This cannot be read.' }],
      };
    }
  }

  private read(source: string, lines: readonly LogicalLine[]): ChunkTree {
    const isPlain = (line: LogicalLine) => line.problems.length === 0 && subjectInsertions(source, line).length === 0;
    if (isSound(source, lines) && lines.every(isPlain)) {
      const blanks = lines.flatMap((line) => line.blanks);
      const tree = this.parseSyntax(`${blank(source, blanks)}\n`);
      if (!tree.hasError && tree.beginsStatements(lines.map((line) => line.start))) {
        return lowerItems(new Lowering(tree, source, 0));
      }
    }
    const { text, toSource, opaque, problems } = repair(source, lines, this.isPython);
    const lowerings = new Map([...opaque].map(([start, line]) => [start, this.opaqueLowering(source, line)] as const));
    const tree = this.parseSyntax(`${text}\n`, toSource);
    for (const [start, line] of opaque) tree.stretch(start, line.end);
    const { items, problems: others } = lowerItems(new Lowering(tree, source, 0, lowerings));
    // What follows from a problem is no other one.
    const independent = others.filter(
      ({ start, end }) => !problems.some((found) => found.start < end && found.end > start),
    );
    const all = [...problems, ...independent].sort((a, b) => a.start - b.start);
    const unread = { start: 0, end: source.length, message: 'This cannot be read.' };
    return { items, problems: tree.hasError && all.length === 0 ? [unread] : all };
  }

  private opaqueLowering(source: string, line: OpaqueLine): LowerOpaque {
    return (outer, start, body) => {
      const inner = new Lowering(this.parseSyntax(`${line.text}\n`, line.toSource), source, outer.base);
      const end = Math.max(line.end - outer.base, body.at(-1)?.end ?? 0);
      return (
        lowerBrokenDefinition(line.text, start, end, body) ??
        (body.length === 0 ? onlyStatement(inner) : undefined) ??
        brokenStatement(inner, start, end, body)
      );
    };
  }
}

/** A line that is one statement with a broken part: the rest of it is kept. */
function onlyStatement(l: Lowering): Statement | undefined {
  const [only, ...more] = statementsIn(l, l.tree.root);
  if (only === undefined || more.length > 0 || l.tree.hasDirectError(l.tree.root)) return undefined;
  if (!l.tree.type(only).endsWith('_statement')) return undefined;
  const statement = lowerStatement(l, only);
  return statement.kind === 'ErrorStatement' ? undefined : statement;
}

function brokenStatement(l: Lowering, start: number, end: number, body: readonly Statement[]): Statement {
  const { targets, expressions, body: found } = errorStatement(l, l.tree.root);
  return { kind: 'ErrorStatement', start, end, targets, expressions, body: [...found, ...body] };
}

const MAX_VERDICTS = 5000;

/** Longer texts are not worth the memory. */
const MAX_REMEMBERED = 2000;

function lowerItems(lowering: Lowering): ChunkTree {
  const { tree, text } = lowering;
  const items = statementsIn(lowering, tree.root).map((node): Omit<Item, 'cell'> => {
    const start = tree.start(node);
    lowering.base = start;
    const statement = lowerStatement(lowering, node);
    const own = text.slice(start, start + statement.end);
    return { start, length: own.length, text: own, statement };
  });
  return { items, problems: lowering.problems };
}
