/** A `Sequential` as a functional model, and a functional model that is a plain chain as a `Sequential`. */
import type { Analysis } from '../../analysis/analysis';
import { valueOfName } from '../../analysis/callee';
import { modelsOf } from '../../analysis/models';
import { isStatement } from '../../analysis/nodes';
import type { Observation } from '../../interpreter/trace';
import type { Assign, Call, Expression, Item, Node, Statement } from '../../python/ast';
import { forEachChild } from '../../python/walk';
import { callsBehind } from '../../rules/blame';
import type { Edit } from '../../text/edit';
import { overlaps, type Span } from '../../text/span';
import { keepsModels, problemsWith } from '../outcomes';
import { type CodeAction, lazyAction } from './action';

/** Each is tried: it is offered where the model is whole, and takes and gives the same, with as many parameters. */
export function conversionActions(analysis: Analysis, range: Span): CodeAction[] {
  const found = assignmentAt(analysis, range);
  if (!found || analysis.isStale(found.item)) return [];
  const converted = toFunctional(analysis, found) ?? toSequential(analysis, found);
  if (!converted || isRefusedIn(analysis, converted.edit) || !keepsModels(analysis, [converted.edit])) return [];
  return [lazyAction(converted.title, () => [converted.edit])];
}

/** Whether something in a stretch of the text is refused: what stands there makes no model to convert. */
function isRefusedIn(analysis: Analysis, { start, end }: Span): boolean {
  const [first, last] = [start, end].map((offset) => analysis.lines.position(offset).line) as [number, number];
  return problemsWith(analysis, []).some(({ severity, line }) => severity === 'error' && first <= line && line <= last);
}

interface Converted {
  readonly title: string;
  readonly edit: Edit;
}

/** An assignment of a call to one name, among the statements of its block. */
interface Assignment {
  readonly item: Item;
  readonly statement: Assign;
  readonly target: string;
  readonly call: Call;
  /** The block it stands in; statements at module level have items of their own. */
  readonly block: readonly Place[];
  readonly index: number;
}

interface Place {
  readonly item: Item;
  readonly statement: Statement;
}

function assignmentAt(analysis: Analysis, range: Span): Assignment | null {
  const { items } = analysis.trace.module;
  const top: Place[] = items.map((item) => ({ item, statement: item.statement }));
  let found: Assignment | null = null;
  const enter = (block: readonly Place[]): void => {
    for (const [index, { item, statement }] of block.entries()) {
      if (!overlaps({ start: item.start + statement.start, end: item.start + statement.end }, range)) continue;
      const target = statement.kind === 'Assign' && statement.targets.length === 1 ? statement.targets[0] : undefined;
      if (statement.kind === 'Assign' && target?.kind === 'Name' && statement.value.kind === 'Call') {
        found = { item, statement, target: target.id, call: statement.value, block, index };
      } else enter(blockIn(item, statement));
    }
  };
  enter(top);
  return found;
}

function blockIn(item: Item, statement: Statement): Place[] {
  const inner: Place[] = [];
  forEachChild(statement, (child) => {
    if (isStatement(child)) inner.push({ item, statement: child });
  });
  return inner;
}

function textOf({ text }: Analysis, item: Item, node: { readonly start: number; readonly end: number }): string {
  return text.slice(item.start + node.start, item.start + node.end);
}

/** The dotted name of a callee, if it is one. */
function dotted(node: Expression): string | null {
  if (node.kind === 'Name') return node.id;
  const value = node.kind === 'Attribute' ? dotted(node.value) : null;
  return node.kind === 'Attribute' && value !== null ? `${value}.${node.attr}` : null;
}

function isClass(analysis: Analysis, name: string, cls: string): boolean {
  const value = valueOfName(analysis, name);
  return value?.kind === 'class' && value.name === cls && value.module.startsWith('keras');
}

/** How the program can name a class of Keras: beside another one that it names, or by itself. */
function nameFor(analysis: Analysis, callee: string, cls: string): string | null {
  const beside = callee.includes('.') ? callee.replace(/(?<!\w)\w+$/, cls) : null;
  return (
    [beside, cls, `keras.${cls}`, `tf.keras.${cls}`, `models.${cls}`].find((name): name is string => {
      if (name === null) return false;
      const value = valueOfName(analysis, name);
      return value?.kind === 'class' && (value.name === cls || value.name === 'Functional');
    }) ?? null
  );
}

// ---------------------------------------------------------------- Sequential to functional

function toFunctional(analysis: Analysis, found: Assignment): Converted | null {
  const { call, item, target } = found;
  const callee = dotted(call.func);
  const list = call.args[0] ?? call.keywords.find(({ arg }) => arg === 'layers')?.value;
  const others = call.keywords.filter(({ arg }) => arg !== 'layers');
  if (callee === null || !isClass(analysis, callee, 'Sequential') || list?.kind !== 'List') return null;
  if (call.args.length > 1 || others.some(({ arg }) => arg !== 'name')) return null;
  const [input, ...layers] = list.elements;
  if (!input || layers.length === 0 || !isInput(analysis, input) || layers.some(({ kind }) => kind === 'Starred'))
    return null;
  const model = nameFor(analysis, callee, 'Model');
  const names = freshNames(analysis, ['inputs', 'x']);
  if (model === null || names === null) return null;
  const [inputs, x] = names as [string, string];
  const indent = indentAt(analysis, found);
  const lines = list.elements.flatMap((element, i) => {
    const text = textOf(analysis, item, element);
    const made = i === 0 ? `${inputs} = ${text}` : `${x} = ${callable(element, text)}(${i === 1 ? inputs : x})`;
    const { above, behind } = commentsOf(analysis, item, list.elements[i - 1] ?? null, element, list.end);
    return [...above, made + behind];
  });
  const name = others[0] ? `, ${textOf(analysis, item, others[0])}` : '';
  lines.push(`${target} = ${model}(${inputs}, ${x}${name})`);
  return { title: 'Convert to a functional model', edit: replacing(found, found.statement, lines.join(`\n${indent}`)) };
}

function isInput(analysis: Analysis, node: Expression): boolean {
  const name = node.kind === 'Call' ? dotted(node.func) : null;
  const value = name === null ? undefined : valueOfName(analysis, name);
  return value?.kind === 'native' && value.name === 'Input';
}

function callable(node: Expression, text: string): string {
  return ['Name', 'Attribute', 'Call', 'Subscript'].includes(node.kind) ? text : `(${text})`;
}

/** Names that the program does not use, from those that one would take; null where there are none. */
function freshNames(analysis: Analysis, wanted: readonly string[]): string[] | null {
  const used = new Set(namesIn(analysis).map(({ id }) => id));
  const fresh = wanted.map((name) => [name, `${name}_1`, `${name}_2`, `${name}_3`].find((one) => !used.has(one)));
  return fresh.every((name) => name !== undefined) ? fresh : null;
}

function namesIn(analysis: Analysis): { readonly id: string; readonly span: Span }[] {
  return analysis.trace.module.items.flatMap((item) => {
    const found: { id: string; span: Span }[] = [];
    const enter = (node: Node): void => {
      if (node.kind === 'Name') {
        found.push({ id: node.id, span: { start: item.start + node.start, end: item.start + node.end } });
      }
      forEachChild(node, enter);
    };
    enter(item.statement);
    return found;
  });
}

/** Comments on lines of their own before a node, and the one behind it. */
function commentsOf(
  analysis: Analysis,
  item: Item,
  before: { readonly end: number } | null,
  node: { readonly start: number; readonly end: number },
  limit: number,
): { readonly above: readonly string[]; readonly behind: string } {
  const { lines } = analysis;
  const line = (offset: number) => lines.position(item.start + offset).line;
  const own = analysis.module.comments.filter(
    (comment) => comment.start > item.start && comment.start < item.start + limit,
  );
  const above = own.filter((comment) => {
    const at = comment.start - item.start;
    return at < node.start && (before === null || (at > before.end && line(at) !== line(before.end)));
  });
  const behind = own.find((comment) => {
    const at = comment.start - item.start;
    return at > node.end && line(at) === line(node.end);
  });
  return { above: above.map(({ text }) => text), behind: behind ? `  ${behind.text}` : '' };
}

function indentAt(analysis: Analysis, { item, statement }: Assignment): string {
  const { lines, text } = analysis;
  const start = item.start + statement.start;
  return text.slice(lines.lineStart(lines.position(start).line), start);
}

function replacing({ item }: Assignment, from: { readonly start: number; readonly end: number }, text: string): Edit {
  return { start: item.start + from.start, end: item.start + from.end, newText: text };
}

// ---------------------------------------------------------------- functional to Sequential

function toSequential(analysis: Analysis, found: Assignment): Converted | null {
  const { call, item, target, statement } = found;
  const callee = dotted(call.func);
  const cls = callee === null ? undefined : valueOfName(analysis, callee);
  if (callee === null || cls?.kind !== 'class' || !['Model', 'Functional'].includes(cls.name)) return null;
  const others = call.keywords.filter(({ arg }) => arg !== 'inputs' && arg !== 'outputs');
  const sequential = nameFor(analysis, callee, 'Sequential');
  const span = { start: item.start + call.start, end: item.start + call.end };
  const model = modelsOf(analysis).find((one) => one.span.start === span.start && one.span.end === span.end);
  if (sequential === null || !model || others.some(({ arg }) => arg !== 'name')) return null;
  const chain = callsBehind(analysis, model.outputs).reverse();
  const links = chain.map((observation, i) => linkOf(observation, chain[i - 1] ?? null, found));
  if (links.length < 2 || links.some((link) => link === null)) return null;
  const known = links.filter((link) => link !== null);
  const first = found.index - known.length;
  if (!known.every((link, i) => found.block[first + i]?.statement === link.place.statement)) return null;
  const start = known[0]?.place;
  if (!start || !isOnlyUsedHere(analysis, known, start, found)) return null;
  const indent = indentAt(analysis, found);
  const rows = known.flatMap(({ place, made }, i) => {
    const before = known[i - 1]?.place ?? null;
    const { above, behind } = besideStatement(analysis, before, place);
    return [...above, `${textOf(analysis, place.item, made)},${behind}`].map((row) => `${indent}    ${row}`);
  });
  const name = others[0] ? `, ${textOf(analysis, item, others[0])}` : '';
  const text = `${target} = ${sequential}([\n${rows.join('\n')}\n${indent}]${name})`;
  const edit = { start: start.item.start + start.statement.start, end: item.start + statement.end, newText: text };
  return { title: 'Convert to a Sequential', edit };
}

interface Link {
  readonly place: Place;
  readonly target: string;
  /** What makes the layer, or the input. */
  readonly made: Expression;
}

/** A statement `x = Layer(…)(x)` of the chain, or the one that makes the input. */
function linkOf(observation: Observation, before: Observation | null, { block }: Assignment): Link | null {
  const { site, constructed, inputs, kind } = observation;
  const place = block.find(
    ({ item, statement }) => item === site.item && statement.kind === 'Assign' && statement.value === site.node,
  );
  const statement = place?.statement;
  const target = statement?.kind === 'Assign' && statement.targets.length === 1 ? statement.targets[0] : undefined;
  if (!place || statement?.kind !== 'Assign' || target?.kind !== 'Name') return null;
  if (kind === 'input') return before === null ? { place, target: target.id, made: statement.value } : null;
  const { value } = statement;
  if (kind !== 'layer' || inputs.length !== 1 || value.kind !== 'Call' || value.func !== constructed?.node) return null;
  if (value.args.length !== 1 || value.keywords.length > 0) return null;
  const isNext = before !== null && inputs[0]?.producer === before.producer && before.producer !== null;
  return isNext ? { place, target: target.id, made: value.func } : null;
}

/** Whether the names of the chain are not read anywhere else. */
function isOnlyUsedHere(analysis: Analysis, links: readonly Link[], start: Place, found: Assignment): boolean {
  const targets = new Set(links.map(({ target }) => target));
  const from = start.item.start + start.statement.start;
  const to = found.item.start + found.statement.end;
  return namesIn(analysis).every(({ id, span }) => !targets.has(id) || (from <= span.start && span.end <= to));
}

function besideStatement(
  analysis: Analysis,
  before: Place | null,
  place: Place,
): { readonly above: readonly string[]; readonly behind: string } {
  const { lines, module } = analysis;
  const line = (offset: number) => lines.position(offset).line;
  const [start, end] = [place.item.start + place.statement.start, place.item.start + place.statement.end];
  const previous = before ? before.item.start + before.statement.end : null;
  const above =
    previous === null
      ? []
      : module.comments.filter(
          (comment) => comment.start > previous && comment.start < start && line(comment.start) !== line(previous),
        );
  const behind = module.comments.find((comment) => comment.start > end && line(comment.start) === line(end));
  return { above: above.map(({ text }) => text), behind: behind ? `  ${behind.text}` : '' };
}
