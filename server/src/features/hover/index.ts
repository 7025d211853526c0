/** What is said of the thing under the pointer. */
import type { Analysis } from '../../analysis/analysis';
import { pathTo } from '../../analysis/nodes';
import type { Spot } from '../../analysis/sites';
import type { Observation } from '../../interpreter/trace';
import type { Call, Expression, Item, Keyword, Node } from '../../python/ast';
import { type Span, touches } from '../../text/span';
import { code } from '../markdown';
import { argumentPage, parameterOf } from './argument';
import { commentPage } from './comment';
import { declaredPage } from './declared';
import { layerPage } from './layer';
import { valuesOf } from './name';
import { modelPage, valuePage } from './value';

export interface Hover {
  /** What it is about. */
  readonly span: Span;
  readonly markdown: string;
}

/** The innermost thing at an offset of which there is something to say. */
export function hover(analysis: Analysis, offset: number): Hover | null {
  const comment = commentPage(analysis, offset);
  if (comment) return comment;
  const item = itemAt(analysis, offset);
  if (!item) return null;
  const path = pathTo(item.statement, offset - item.start);
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const found = pageOf(analysis, item, path, depth, offset - item.start);
    if (found) return found;
  }
  return null;
}

function itemAt(analysis: Analysis, offset: number): Item | undefined {
  return analysis.module.items.find((item) => touches({ start: item.start, end: item.start + item.length }, offset));
}

function pageOf(analysis: Analysis, item: Item, path: readonly Node[], depth: number, at: number): Hover | null {
  const node = path[depth] as Node;
  const parent = path[depth - 1];
  const span = spanOf(item, node);
  // On the name of what is called: the call's page.
  if (parent?.kind === 'Call' && parent.func === node && isAtName(node, at)) {
    const page = calleePage(analysis, item, parent);
    if (page) return { span: nameSpan(item, node), markdown: page };
  }
  if (node.kind === 'Call') {
    const argument = argumentAt(node, at);
    const observations = argument ? madeAt(analysis, spanOf(item, node)) : [];
    const parameter = argument && observations[0] && parameterOf(argument, node, observations[0]);
    const page = parameter && argumentPage(analysis, observations, parameter);
    if (argument && page) return { span: spanOf(item, argument), markdown: page };
  }
  if (node.kind === 'Name' && isAtName(node, at)) {
    const pages = valuesOf(analysis, item, path, node).map((value) => valuePage(analysis, value));
    const distinct = [...new Set(pages.filter((page) => page !== null))];
    const [first] = distinct;
    if (first === undefined) return declaredAt(analysis, item, node);
    const body =
      distinct.length === 1
        ? `${code(node.id)} ${first}`
        : distinct
            .map((page) => `- ${code(node.id)} ${page}`)
            .slice(0, 8)
            .join('\n');
    return { span, markdown: body };
  }
  const declared = node.kind === 'Attribute' && isAtName(node, at) ? declaredAt(analysis, item, node) : null;
  if (declared) return declared;
  const spot = analysis.sites.spotAt(span);
  return spot && isOwnGround(node, at) ? { span, markdown: layerPage(analysis, spot.observations) } : null;
}

/** The page of a call whose callee is pointed at: of the layer it makes, the layer it calls, the model it makes. */
function calleePage(analysis: Analysis, item: Item, call: Call): string | null {
  const span = spanOf(item, call);
  const observations = [...(analysis.sites.spotAt(span)?.observations ?? []), ...madeAt(analysis, span)];
  if (observations.length > 0) return layerPage(analysis, distinct(observations));
  const model = analysis.trace.models.find((record) => sameSpan(analysis.span(record.site.place), span));
  return model ? `**${model.instance.cls.name}** ${modelPage(analysis, model.instance)}` : null;
}

/** What a name of the libraries declares. */
function declaredAt(analysis: Analysis, item: Item, node: Node): Hover | null {
  const page = declaredPage(analysis, analysis.text.slice(item.start + node.start, item.start + node.end));
  return page === null ? null : { span: nameSpan(item, node), markdown: page };
}

/** Calls of the layer that is made at a place. */
function madeAt(analysis: Analysis, span: Span): Observation[] {
  return analysis.sites.spots
    .flatMap((spot: Spot) => spot.observations)
    .filter(({ constructed }) => constructed && sameSpan(analysis.span(constructed.place), span));
}

function distinct(observations: readonly Observation[]): Observation[] {
  return [...new Set(observations)];
}

/** The name itself, and of `layers.Conv2D` the last part. */
function isAtName(node: Node, at: number): boolean {
  return node.kind === 'Attribute' ? at >= node.attrStart : node.kind === 'Name';
}

function nameSpan(item: Item, node: Node): Span {
  const start = node.kind === 'Attribute' ? node.attrStart : node.start;
  return { start: item.start + start, end: item.start + node.end };
}

/** Where an expression shows itself rather than its parts: an operator, a bracket. */
function isOwnGround(node: Node, at: number): boolean {
  if (node.kind === 'BinOp') return at >= node.left.end && at <= node.right.start;
  if (node.kind === 'Call') return at >= node.func.end;
  return node.kind === 'Subscript' ? at >= node.value.end : true;
}

function argumentAt(call: Call, at: number): Expression | Keyword | undefined {
  const keyword = call.keywords.find((one) => one.start <= at && at <= one.end);
  return keyword ?? call.args.find((one) => one.start <= at && at <= one.end);
}

function spanOf(item: Item, node: { readonly start: number; readonly end: number }): Span {
  return { start: item.start + node.start, end: item.start + node.end };
}

function sameSpan(a: Span | null, b: Span): boolean {
  return a?.start === b.start && a.end === b.end;
}
