/** Whether an expression is what its line is about: what stands at the line's end is its shape, or none. */
import type { Analysis } from '../../analysis/analysis';
import { statementAt } from '../../analysis/nodes';
import { tensorsOf } from '../../analysis/observed';
import type { Spot } from '../../analysis/sites';
import { modelOutputs } from '../../graph/summary';
import type { Expression, Node, Statement } from '../../python/ast';
import { forEachChild } from '../../python/walk';

/** Kinds of expressions whose parts are what the names get: their shapes are shown as the parts'. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  'Tuple',
  'List',
  'Set',
  'Dict',
  'Starred',
  'NamedExpr',
  'Lambda',
  'Comprehension',
]);

/** Expressions whose value is that of their parts, or holds them. */
const PASSING: ReadonlySet<string> = new Set([...CONTAINERS, 'IfExp', 'BoolOp', 'Await', 'Yield']);

/**
 * False for a part of a larger value that ends on the same line (`zeros((shape(x)[0], n))`), whether or
 * not that one is known, and for what a loop or a condition only looks at.
 */
export function isOfLine(analysis: Analysis, spot: Spot): boolean {
  const { item, place } = spot.site;
  const statement = statementAt(item.statement, place.start, place.end);
  if (!statement) return true;
  const header = headerOf(statement);
  if (header && header.start <= place.start && place.end <= header.end) return false;
  const value = valueIn(statement);
  // A Sequential's layers are shown where they stand.
  if (!value || spot.observations.some((one) => one.throughModel || one.kind === 'input')) return true;
  const line = (offset: number) => analysis.lines.position(item.start + offset).line;
  const isOnLastLine = place.end <= value.end && line(place.end) === line(value.end);
  return !isOnLastLine || leadsTo(value, place.start, place.end) || isOutput(analysis, spot, value);
}

/** Whether the line's value is a model that gives what is made there: `Model(a, Dense(3)(a))`. */
function isOutput(analysis: Analysis, { site, observations }: Spot, value: Node): boolean {
  return analysis.recordsOf(site.item).models.some(({ site: made, instance }) => {
    const outputs = made.node === value ? modelOutputs(instance) : [];
    return (
      outputs.length > 0 && observations.some(({ output }) => tensorsOf(output).some((one) => outputs.includes(one)))
    );
  });
}

/** What decides over a block, where that is no tensor to show. */
function headerOf(statement: Statement): Node | null {
  if (statement.kind === 'For') return statement.iter;
  return statement.kind === 'If' || statement.kind === 'While' || statement.kind === 'Assert' ? statement.test : null;
}

function valueIn(statement: Statement): Node | null {
  switch (statement.kind) {
    case 'Assign':
    case 'AugAssign':
    case 'AnnAssign':
    case 'Return':
      return statement.value;
    case 'Expr':
      // What is put into a list is what the line is about.
      return isStoring(statement.value) ? null : statement.value;
    default:
      return null;
  }
}

function isStoring(value: Expression): boolean {
  return (
    value.kind === 'Call' &&
    value.func.kind === 'Attribute' &&
    /^(?:append|extend|insert|add|assign(?:_\w+)?)$/.test(value.func.attr)
  );
}

function leadsTo(node: Node, start: number, end: number): boolean {
  if (node.start === start && node.end === end) return true;
  if (!PASSING.has(node.kind)) return false;
  let found = false;
  forEachChild(node, (child) => {
    if (child.start <= start && end <= child.end) found ||= leadsTo(child, start, end);
  });
  return found;
}
