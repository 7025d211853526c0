/** Calls of `compile`, `fit` and what else takes data, as they are written: for rules about both sides. */

import type { TrainingFacts } from '../catalogue/keras/training/facts';
import type { EventRecord, Observation, Site } from '../interpreter/trace';
import type { Expression } from '../python/ast';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { InstanceValue, Value } from '../values/value';
import type { Analysis } from './analysis';
import { type CallSite, callAt } from './arguments';
import { spanOf } from './sites';

/** One call of a method of a model. */
export interface TrainingCall {
  readonly method: string;
  readonly found: CallSite;
  readonly facts: TrainingFacts;
}

/** Data as they are written in a call, and what they are. */
export interface WrittenData {
  readonly role: 'x' | 'y';
  readonly expression: Expression;
  readonly site: Site;
  readonly value: Value;
}

const ON_DATA = /^(fit|evaluate|predict)(_generator|_classes)?$|_on_batch$/;

function callsOfEvents(analysis: Analysis, model: InstanceValue, matches: (type: string) => boolean): TrainingCall[] {
  const seen = new Set<string>();
  return analysis.trace.events.flatMap((event: EventRecord): TrainingCall[] => {
    if (!matches(event.type) || event.facts.model !== model) return [];
    const found = callAt(event.site);
    const span = analysis.span(event.site.place);
    if (!found || !span || seen.has(`${span.start}:${span.end}`)) return [];
    seen.add(`${span.start}:${span.end}`);
    return [{ method: event.type, found, facts: event.facts as unknown as TrainingFacts }];
  });
}

/** Calls that give a model data, in the order in which they happen. */
export function dataCalls(analysis: Analysis, model: InstanceValue): TrainingCall[] {
  return callsOfEvents(analysis, model, (type) => ON_DATA.test(type));
}

/** Calls that compile a model. */
export function compileCalls(analysis: Analysis, model: InstanceValue): TrainingCall[] {
  return callsOfEvents(analysis, model, (type) => type === 'compile');
}

/** An argument as written, by its keyword or its place; null where it is not there. */
export function expressionOf({ call }: CallSite, parameter: string, position: number): Expression | null {
  const keyword = call.keywords.find(({ arg }) => arg === parameter);
  if (keyword) return keyword.value;
  if (call.args.slice(0, position + 1).some((arg) => arg.kind === 'Starred')) return null;
  return call.args[position] ?? null;
}

/** All data that a model is given, as written: those of `validation_data` too. */
export function writtenData(analysis: Analysis, model: InstanceValue): WrittenData[] {
  return dataCalls(analysis, model).flatMap(({ found, facts, method }) => {
    const data: WrittenData[] = [];
    const add = (role: 'x' | 'y', expression: Expression | null | undefined, value: Value | undefined) => {
      if (expression && value) data.push({ role, expression, site: found.site, value });
    };
    add('x', expressionOf(found, 'x', 0), facts.arguments.get('x'));
    if (!method.startsWith('predict')) add('y', expressionOf(found, 'y', 1), facts.arguments.get('y'));
    const validation = facts.arguments.get('validation_data');
    const written = expressionOf(found, 'validation_data', 7);
    const isPair = written?.kind === 'Tuple' || written?.kind === 'List';
    if (isPair && (validation?.kind === 'tuple' || validation?.kind === 'list')) {
      add('x', written.elements[0], validation.items[0]);
      add('y', written.elements[1], validation.items[1]);
    }
    return data;
  });
}

/** The edit that puts something in place of an expression; `text` gets the expression's own text. */
export function replaced(
  analysis: Analysis,
  site: Site,
  node: { readonly start: number; readonly end: number },
  text: (old: string) => string,
): Edit | null {
  const span = spanOf(analysis, site, node);
  return span && { ...span, newText: text(analysis.text.slice(span.start, span.end)) };
}

/** An expression's text such that `.method()` or `[…]` may follow. */
export function asPrimary(expression: Expression, text: string): string {
  return ['Name', 'Attribute', 'Call', 'Subscript', 'List', 'Tuple'].includes(expression.kind) ? text : `(${text})`;
}

/** Where a name was given a value, for related places: the last assignment of it. */
export function boundAt(analysis: Analysis, value: Value): { readonly span: Span; readonly name: string } | null {
  for (const binding of [...analysis.trace.bindings].reverse()) {
    if (binding.value !== value) continue;
    const span = analysis.span(binding.site.place);
    if (span) return { span, name: binding.name };
  }
  return null;
}

/** The first call of a layer that was seen. */
export function callOfLayer(analysis: Analysis, layer: InstanceValue): Observation | undefined {
  return analysis.trace.observations.find((observation) => observation.instance === layer);
}

/** Names by which the program has a module or a class, by what it is. */
export function nameFor(analysis: Analysis, matches: (value: Value) => boolean): string | null {
  for (const [name, value] of analysis.trace.values()) if (matches(value)) return name;
  return null;
}
