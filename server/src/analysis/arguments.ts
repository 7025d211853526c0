/** Arguments as they stand in a call's text: finding one, writing another. */
import type { Observation, Site } from '../interpreter/trace';
import type { Call, Expression, Keyword } from '../python/ast';
import type { Edit } from '../text/edit';
import type { BoundArgument } from '../values/arguments';
import type { InstanceValue } from '../values/value';
import type { Analysis } from './analysis';
import { definitionOf } from './observed';

export interface CallSite {
  readonly site: Site;
  readonly call: Call;
}

/** The call at a site, if it is one. */
export function callAt(site: Site | null | undefined): CallSite | null {
  return site?.node.kind === 'Call' ? { site, call: site.node } : null;
}

/**
 * The call whose parentheses are the declared layer class' own. Where a class of the program derives
 * from it, or `*args` are passed on, an argument written there might mean something else.
 */
export function layerCall({
  constructed,
  instance,
}: Pick<Observation, 'constructed'> & { readonly instance?: InstanceValue | null | undefined }): CallSite | null {
  const found = callAt(constructed);
  const definition = definitionOf(instance);
  if (!found || !definition || instance?.cls.name !== definition.name) return null;
  return passesOn(found.call) ? null : found;
}

/** Whether `*args` or `**kwargs` are passed on: what is written then does not tell what is given. */
export function passesOn(call: Call): boolean {
  return call.args.some((arg) => arg.kind === 'Starred') || call.keywords.some((keyword) => keyword.arg === null);
}

/**
 * An argument as written: the keyword with its name, or the positional one. `bound` tells where a
 * parameter's value came from.
 */
export function writtenArgument(
  call: Call,
  parameter: string,
  bound: ReadonlyMap<string, BoundArgument> | null,
): Expression | Keyword | null {
  const keyword = call.keywords.find((one) => one.arg === parameter);
  if (keyword) return keyword;
  const source = bound?.get(parameter)?.source;
  if (source?.from !== 'positional' || call.args.slice(0, source.index + 1).some((arg) => arg.kind === 'Starred'))
    return null;
  return call.args[source.index] ?? null;
}

/** Where in a call another keyword argument goes, and what must stand around it. */
export function insertionPoint(
  analysis: Analysis,
  { site, call }: CallSite,
): { offset: number; before: string; after: string } | null {
  const closing = analysis.span({ ...site.place, start: call.closing, end: call.closing });
  if (!closing) return null;
  const lastEnd = Math.max(-1, ...call.args.map((arg) => arg.end), ...call.keywords.map((keyword) => keyword.end));
  if (lastEnd < 0) return { offset: closing.start, before: '', after: '' };
  const last = analysis.span({ ...site.place, start: lastEnd, end: lastEnd });
  if (!last) return null;
  // A generator without parentheses of its own ends where they begin.
  const between = analysis.text.slice(last.start, closing.start);
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(between);
  if (!comma) return { offset: last.start, before: ', ', after: '' };
  return { offset: last.start + comma[0].length, before: ' ', after: ',' };
}

/** The edit that gives a parameter a value, as Python text: in place of the one written, or behind the last argument. */
export function setArgument(
  analysis: Analysis,
  found: CallSite,
  parameter: string,
  value: string,
  bound: ReadonlyMap<string, BoundArgument> | null,
): Edit | null {
  const written = writtenArgument(found.call, parameter, bound);
  if (written) {
    const node = 'arg' in written ? written.value : written;
    const span = analysis.span({ ...found.site.place, start: node.start, end: node.end });
    return span && { ...span, newText: value };
  }
  if (bound && (bound.get(parameter)?.source.from ?? 'default') !== 'default') return null;
  const point = insertionPoint(analysis, found);
  if (!point) return null;
  const { offset, before, after } = point;
  return { start: offset, end: offset, newText: `${before}${parameter}=${value}${after}` };
}
