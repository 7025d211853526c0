import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Node, ParsedModule, Statement } from './ast';
import { testParser } from './testing';
import { UNFINISHED } from './unfinished';
import { forEachChild } from './walk';

const FOLDER = 'test-fixtures/half-typed';

/** Every line of the programs is tried with one of so many of them. */
const STEP = 9;

/** Counts of statements, and of those that came through. */
interface Score {
  before: number;
  beforeKept: number;
  after: number;
  afterKept: number;
}

describe('half-typed code', () => {
  it('leaves the statements around it as they are', async () => {
    const parser = await testParser();
    const score: Score = { before: 0, beforeKept: 0, after: 0, afterKept: 0 };
    let insertions = 0;
    for (const file of readdirSync(FOLDER)) {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const clean = parser.parse(text);
      assert.deepEqual(clean.problems, []);
      lineStarts(clean).forEach((at, i) => {
        for (let j = i % STEP; j < UNFINISHED.length; j += STEP) {
          const line = `${/^[ \t]*/.exec(text.slice(at))?.[0]}${UNFINISHED[j]}\n`;
          insertions++;
          count(score, clean, parser.parse(text.slice(0, at) + line + text.slice(at)), at, line.length);
        }
      });
    }
    assert.ok(insertions > 1000, `${insertions} insertions`);
    const before = score.beforeKept / score.before;
    const after = score.afterKept / score.after;
    assert.ok(before >= 0.98 && after >= 0.95, `kept ${before} of the statements before, ${after} of those after`);
    // What has been reached: no step back.
    assert.ok(before >= 0.999 && after >= 0.998, `kept ${before} of the statements before, ${after} of those after`);
  });
});

/** Where the physical lines begin that begin a statement. */
function lineStarts(module: ParsedModule): number[] {
  const starts = [...statements(module).keys()].map((key) => Number(key.split(' ')[0]));
  const lines = starts.map((start) => module.text.lastIndexOf('\n', start - 1) + 1);
  return [...new Set(lines)].sort((a, b) => a - b);
}

function count(score: Score, clean: ParsedModule, edited: ParsedModule, at: number, length: number): void {
  const found = statements(edited);
  for (const [key, scope] of statements(clean)) {
    const [from, to, kind] = key.split(' ');
    const start = Number(from);
    const end = Number(to);
    const moved = `${start >= at ? start + length : start} ${end > at ? end + length : end} ${kind}`;
    const kept = found.get(moved) === scope ? 1 : 0;
    if (start < at) {
      score.before++;
      score.beforeKept += kept;
    } else {
      score.after++;
      score.afterKept += kept;
    }
  }
}

/** Range and kind of every statement, with the functions and classes that it stands in and what it holds. */
function statements(module: ParsedModule): Map<string, string> {
  const found = new Map<string, string>();
  for (const { start, statement } of module.items) {
    const visit = (node: Node, scope: string): void => {
      if (isStatement(node)) {
        const content = JSON.stringify(node, (name, value: unknown) =>
          ['start', 'end', 'attrStart', 'nameStart', 'closing', 'scope', 'body', 'orelse'].includes(name)
            ? undefined
            : value,
        );
        found.set(`${start + node.start} ${start + node.end} ${node.kind}`, `${scope} ${content}`);
      }
      const inner = node.kind === 'FunctionDef' || node.kind === 'ClassDef' ? `${scope}.${node.name}` : scope;
      forEachChild(node, (child) => visit(child, inner));
    };
    visit(statement, '');
  }
  return found;
}

const STATEMENTS =
  /^(?:Expr|Assign|AugAssign|AnnAssign|For|While|If|With|Match|Try|FunctionDef|ClassDef|Return|Delete|Raise|Assert|Import|ImportFrom|Global|Nonlocal|Pass|Break|Continue|TypeAlias|ErrorStatement)$/;

function isStatement(node: Node): node is Statement {
  return STATEMENTS.test(node.kind);
}
