/**
 * Whether what was typed last is only the beginning of what is meant: `layers.Conv`, `x = layers`, `Conv2D(8‸)`. Such a
 * statement parses, and does not say yet what it will be.
 */
import type { Call, Item, Node } from '../python/ast';
import type { Signature, SignatureParameter } from '../values/arguments';
import type { Analysis } from './analysis';
import { calleeNamed, valueOfName } from './callee';
import { choicesOf } from './choices';
import { isStatement, pathTo } from './nodes';
import { type OpenCall, openCalls } from './open-call';

/** `offset` is where the typing ended. */
export function isBegun(analysis: Analysis, offset: number): boolean {
  return (
    isBeforeMore(analysis, offset) ||
    isWordBegun(analysis, offset) ||
    isLayerAlone(analysis, offset) ||
    isCallBegun(analysis, offset)
  );
}

/**
 * Whether more may be typed there, though what is written is whole: to a word or a number (`Dense(1‸)` on the way to
 * `Dense(128)`), or before a bracket or a quote that an editor has closed by itself.
 */
export function mayGoOn(text: string, offset: number): boolean {
  return /[\w.]/.test(text.charAt(offset - 1)) || /^\s*[)\]}"']/.test(text.slice(offset, offset + 200));
}

/** Whether more is to come in the brackets there, which an editor has closed by itself: `Input(‸)`, `(3, ‸)`. */
function isBeforeMore({ text }: Analysis, offset: number): boolean {
  return (
    /[,([{][ \t]*$/.test(text.slice(Math.max(0, offset - 40), offset)) &&
    /^[ \t]*[)\]}]/.test(text.slice(offset, offset + 40))
  );
}

/**
 * Whether a word ends there that names nothing, or something that is no value of a tensor's statement by itself: a module,
 * a class, a function (`filter`, of `filters`).
 */
function isWordBegun(analysis: Analysis, offset: number): boolean {
  const { text } = analysis;
  const { item, path } = pathBefore(analysis, offset);
  const node = item && path.findLast(({ end }) => end === offset - item.start);
  if (!node || (node.kind !== 'Name' && node.kind !== 'Attribute')) return false;
  const dotted = text.slice(item.start + node.start, offset);
  const [first = ''] = dotted.split('.');
  if (path.some((around) => 'scope' in around && around.scope.locals.has(first))) return false;
  const value = valueOfName(analysis, dotted);
  if (value && value.kind !== 'unknown') return /^(?:module|class|function|native)$/.test(value.kind);
  if (node.kind === 'Name') return value === undefined;
  const [base, word] = [dotted.slice(0, dotted.lastIndexOf('.')), dotted.slice(dotted.lastIndexOf('.') + 1)];
  const within = valueOfName(analysis, base);
  const names = within?.kind === 'module' ? [...(within.library?.names() ?? [])] : [];
  return !names.includes(word) && names.some((name) => name.startsWith(word));
}

/** Whether a statement's value is a layer, or the call of one without anything: `x = layers.Flatten()`, `…()(‸)`. */
function isLayerAlone(analysis: Analysis, offset: number): boolean {
  const { item, path } = pathBefore(analysis, offset);
  const call = path.findLast((node) => node.kind === 'Call');
  const around = call && path[path.indexOf(call) - 1];
  if (!item || !call || !around || !isStatement(around)) return false;
  const isMade = ({ func }: Call) => {
    const dotted = analysis.text.slice(item.start + func.start, item.start + func.end);
    return valueOfName(analysis, dotted)?.kind === 'class';
  };
  const isEmpty = call.args.length === 0 && call.keywords.length === 0;
  if (!isEmpty && call.end !== offset - item.start) return false;
  return isMade(call) || (isEmpty && call.func.kind === 'Call' && isMade(call.func));
}

/** The statement that begins before an offset, and the nodes around the offset in it. */
function pathBefore({ module }: Analysis, offset: number): { readonly item: Item | undefined; readonly path: Node[] } {
  const item = module.items.findLast((one) => one.start < offset);
  return { item, path: item ? pathTo(item.statement, offset - item.start) : [] };
}

/** Whether a call is still open there that lacks an argument, or the name of a choice in it has only begun. */
function isCallBegun(analysis: Analysis, offset: number): boolean {
  const item = analysis.module.items.findLast((one) => one.start <= offset);
  const call = item && openCalls(analysis.text, item.start, offset).find(({ isInnermost }) => isInnermost);
  return call !== undefined && (lacksArguments(analysis, call) || isChoiceBegun(analysis, call));
}

function isChoiceBegun(analysis: Analysis, { callee: name, string, args, active }: OpenCall): boolean {
  const callee = string && calleeNamed(analysis, name);
  if (!callee) return false;
  const keyword = args[active]?.keyword ?? callee.signature.parameters.filter(isOne)[active]?.name;
  const choices = keyword ? choicesOf(callee, keyword, analysis.trace.generation) : [];
  const names = choices.filter(({ isString }) => isString).map(({ text }) => text);
  const written = analysis.text.slice(string.start, string.end);
  return !names.includes(written) && names.some((one) => one.startsWith(written));
}

function lacksArguments(analysis: Analysis, call: OpenCall): boolean {
  const parameters = signatureOf(analysis, call.callee)?.parameters.filter(isOne) ?? [];
  const written = call.args.filter(({ start, end }) => end > start);
  if (written.some(({ start }) => analysis.text[start] === '*')) return false;
  const keywords = new Set(written.map(({ keyword }) => keyword));
  const byPosition = written.filter(({ keyword }) => keyword === null).length;
  return parameters.some(
    ({ name, kind, default: value }, position) =>
      value === null && !keywords.has(name) && (kind === 'keyword-only' || position >= byPosition),
  );
}

function isOne({ kind }: SignatureParameter): boolean {
  return kind !== 'var-positional' && kind !== 'var-keyword';
}

function signatureOf(analysis: Analysis, callee: string): Signature | null {
  const value = valueOfName(analysis, callee);
  return value?.kind === 'function' ? value.signature : (calleeNamed(analysis, callee)?.signature ?? null);
}
