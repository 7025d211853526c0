/** What a name holds where it stands. */
import type { Analysis } from '../../analysis/analysis';
import { nodeKey, pathTo, statementAt } from '../../analysis/nodes';
import type { BindingRecord } from '../../interpreter/trace';
import type { Item, Name, Node } from '../../python/ast';
import type { Place } from '../../shapes/reason';
import type { Span } from '../../text/span';
import type { Value } from '../../values/value';

interface BoundHere {
  readonly span: Span;
  /** From here on the name has the value: behind the assignment, or in the body of a loop. */
  readonly from: number;
  readonly values: Value[];
  /** The compound statements and functions around it, by their spans. */
  readonly blocks: readonly string[];
}

/**
 * The values that a name may hold where it stands, one for each context or branch. At an assignment
 * they are what it puts there; elsewhere those of the assignments that reach it in its own function
 * (or the module): the last one that surely runs, those in branches behind it, and those that come
 * later in a loop around it.
 */
export function valuesOf(analysis: Analysis, item: Item, path: readonly Node[], name: Name): Value[] {
  const at = { start: item.start + name.start, end: item.start + name.end };
  const records = analysis.trace.bindings.filter((record) => record.name === name.id);
  const exact = records.filter((record) => {
    const span = analysis.span(record.site.place);
    return span?.start === at.start && span.end === at.end;
  });
  if (exact.length > 0) return certain(exact).map((record) => record.value);
  const functions = path.filter((node) => node.kind === 'FunctionDef');
  for (let depth = functions.length; depth >= 0; depth--) {
    const scope = functions[depth - 1];
    if (scope?.kind === 'FunctionDef' && !scope.scope.locals.has(name.id)) continue;
    const bound = bindingsIn(analysis, records, scope ? nodeKey(item, scope) : null);
    return reaching(bound, at, item, path, scope ?? null);
  }
  return [];
}

function certain(records: readonly BindingRecord[]): readonly BindingRecord[] {
  const sure = records.filter((record) => !record.assumed);
  return sure.length > 0 ? sure : records;
}

/** Assignments in one function, or at module level. */
function bindingsIn(analysis: Analysis, records: readonly BindingRecord[], scope: string | null): BoundHere[] {
  const found = new Map<number, BoundHere>();
  for (const record of certain(records)) {
    const span = analysis.span(record.site.place);
    if (!span || analysis.isStale(record.site.item)) continue;
    const { item } = record.site;
    const around = pathAround(item, record.site.place.start);
    const owner = around.filter((node) => node.kind === 'FunctionDef' || node.kind === 'ClassDef').pop();
    if ((owner ? nodeKey(item, owner) : null) !== scope) continue;
    const known = found.get(span.start);
    if (known) known.values.push(record.value);
    else
      found.set(span.start, {
        span,
        from: effective(item, span, record.site.place),
        values: [record.value],
        blocks: around.filter(isBlock).map((node) => nodeKey(item, node)),
      });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** An assignment has evaluated its own value before it binds: `x = f(x)`. */
function effective(item: Item, span: Span, place: Place): number {
  const statement = statementAt(item.statement, place.start, place.end);
  const isAssignment =
    statement?.kind === 'Assign' || statement?.kind === 'AugAssign' || statement?.kind === 'AnnAssign';
  return isAssignment ? span.end + statement.end - place.end : span.end;
}

function reaching(
  bound: readonly BoundHere[],
  at: Span,
  item: Item,
  path: readonly Node[],
  scope: Node | null,
): Value[] {
  const inside = path.slice(scope ? path.indexOf(scope) : 0);
  const around = new Set(path.filter(isBlock).map((node) => nodeKey(item, node)));
  const values: Value[] = [];
  for (const one of [...bound].reverse()) {
    if (one.from > at.start) continue;
    values.unshift(...one.values);
    // It surely ran if every block around it is around the name too.
    if (one.blocks.every((block) => around.has(block))) break;
  }
  const loops = inside
    .filter((node) => node.kind === 'For' || node.kind === 'While')
    .map((node) => nodeKey(item, node));
  for (const one of bound) {
    if (one.from > at.start && one.blocks.some((block) => loops.includes(block))) values.push(...one.values);
  }
  return values;
}

const BLOCKS: ReadonlySet<string> = new Set(['FunctionDef', 'ClassDef', 'For', 'While', 'If', 'With', 'Match', 'Try']);

function isBlock(node: Node): boolean {
  return BLOCKS.has(node.kind);
}

function pathAround(item: Item, offset: number): Node[] {
  return pathTo(item.statement, offset);
}
