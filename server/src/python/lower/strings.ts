/** String literals: plain, raw, bytes, f-strings, and several of them side by side. */

import type { Expression, FormattedValue } from '../ast';
import { decodeBytes, decodeText } from './escapes';
import { lowerExpression, lowerExpressions } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';

const PREFIXES = /^(?:|u|b|f|t|r|br|rb|fr|rf|tr|rt)$/;

interface Prefix {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormatted: boolean;
  readonly isTemplate: boolean;
  /** 3 for triple quotes. */
  readonly quoteLength: number;
  /** False for what only Python 2 had: `ur""`, backquotes. */
  readonly isPython3: boolean;
}

/**
 * The value of string literals that stand side by side (`nodes`, in `node`): a constant, or a `JoinedStr` as soon as
 * one of them is an f-string. What cannot be known from the text alone (`\N{BULLET}` needs Unicode's names, a t-string
 * is no `str`) is an `ErrorExpression` with the expressions in it.
 */
export function lowerStrings(l: Lowering, node: SyntaxNode, nodes: readonly SyntaxNode[]): Expression {
  const { tree } = l;
  const start = l.start(node);
  const end = l.end(node);
  const parts: (string | FormattedValue)[] = [];
  const bytes: Uint8Array[] = [];
  const prefixes = nodes.map((string) => prefixOf(l, string));
  let isKnown = true;
  nodes.forEach((string, i) => {
    const prefix = prefixes[i];
    if (prefix === undefined) return;
    if (!prefix.isPython3) {
      l.problem(string, 'Python 3 has no such string literal.');
      isKnown = false;
    }
    if (tree.hasDirectError(string) || tree.isUnclosed(string)) isKnown = false;
    if (prefix.isTemplate) isKnown = false;
    const take = (from: number, to: number): void => {
      const text = decode(l.text.slice(from, to), prefix);
      if (text === undefined) isKnown = false;
      else if (typeof text === 'string') append(parts, text);
      else bytes.push(text);
    };
    let from = tree.start(string);
    for (const child of tree.namedChildren(string)) {
      switch (tree.type(child)) {
        case 'interpolation':
          take(from, tree.start(child));
          parts.push(lowerInterpolation(l, child, prefix));
          from = tree.end(child);
          break;
        case 'string_start':
          from = tree.end(child);
          break;
        case 'string_end':
          // It may begin too early: in `r'\\\\'` the grammar has the backslashes belong to it.
          take(from, Math.max(from, tree.end(child) - prefix.quoteLength));
      }
    }
  });
  const byteLiterals = prefixes.filter((prefix) => prefix.isBytes).length;
  if (byteLiterals > 0 && byteLiterals < prefixes.length) {
    l.problem(node, 'Bytes and text stand side by side.');
    isKnown = false;
  }
  if (!isKnown || parts.some((part) => typeof part !== 'string' && !isReadable(part))) {
    return { kind: 'ErrorExpression', start, end, parts: expressionsIn(parts) };
  }
  if (byteLiterals > 0) return { kind: 'Constant', start, end, value: { type: 'bytes', value: join(bytes) } };
  if (prefixes.some((prefix) => prefix.isFormatted)) return { kind: 'JoinedStr', start, end, parts };
  const [value = ''] = parts;
  return { kind: 'Constant', start, end, value: { type: 'str', value: typeof value === 'string' ? value : '' } };
}

function prefixOf(l: Lowering, string: SyntaxNode): Prefix {
  const opening = l.tree.child(string, 'string_start');
  const text = opening === NONE ? '' : l.textOf(opening).toLowerCase();
  const letters = text.replace(/["'`]/g, '');
  return {
    isRaw: letters.includes('r'),
    isBytes: letters.includes('b'),
    isFormatted: letters.includes('f'),
    isTemplate: letters.includes('t'),
    quoteLength: text.length - letters.length,
    isPython3: PREFIXES.test(letters) && !text.endsWith('`'),
  };
}

/** What the text between quotes or replacement fields stands for; undefined where that cannot be told. */
function decode(source: string, prefix: Prefix): string | Uint8Array | undefined {
  // Python reads every line end as `\n`.
  const text = source.replace(/\r\n?/g, '\n');
  if (prefix.isBytes) return decodeBytes(text, prefix.isRaw);
  const plain = prefix.isFormatted || prefix.isTemplate ? text.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : text;
  return prefix.isRaw ? plain : decodeText(plain);
}

function lowerInterpolation(l: Lowering, node: SyntaxNode, prefix: Prefix): FormattedValue {
  const { tree } = l;
  const conversion = tree.field(node, 'type_conversion');
  const specifier = tree.field(node, 'format_specifier');
  const equals = tree.child(node, '=');
  const expressions = tree.fieldAll(node, 'expression');
  const value = tree.hasDirectError(node)
    ? l.error(
        node,
        expressions.map((expression) => lowerExpression(l, expression)),
      )
    : lowerExpressions(l, node, expressions);
  const letter = conversion === NONE ? '' : l.textOf(conversion).slice(1);
  const isConversion = letter === 'r' || letter === 's' || letter === 'a';
  if (conversion !== NONE && !isConversion) l.problem(conversion, 'A conversion is `!r`, `!s` or `!a`.');
  let debug: string | null = null;
  if (equals !== NONE) {
    const behind = tree.nextChild(node, equals);
    const tail = l.text.slice(tree.start(equals), behind === NONE ? tree.end(node) : tree.start(behind));
    debug = l.text.slice(tree.start(node) + 1, tree.start(equals)) + tail.replace(/#.*/g, '');
  }
  return {
    start: l.start(node),
    end: l.end(node),
    value: conversion !== NONE && !isConversion ? l.error(node, [value]) : value,
    // `{x=}` alone shows the repr.
    conversion: isConversion ? letter : debug !== null && specifier === NONE ? 'r' : null,
    spec: specifier === NONE ? [] : lowerSpecifier(l, specifier, prefix),
    debug,
  };
}

function lowerSpecifier(l: Lowering, node: SyntaxNode, prefix: Prefix): (string | FormattedValue)[] {
  const { tree } = l;
  const parts: (string | FormattedValue)[] = [];
  let from = tree.start(node) + 1;
  const takeText = (to: number): void => {
    const text = l.text.slice(from, to).replace(/\r\n?/g, '\n');
    append(parts, prefix.isRaw ? text : (decodeText(text) ?? text));
  };
  for (const child of tree.namedChildren(node)) {
    if (tree.type(child) !== 'format_expression') continue;
    takeText(tree.start(child));
    from = tree.end(child);
    parts.push(
      l.nested(
        1,
        () => lowerInterpolation(l, child, prefix),
        () => ({
          start: l.start(child),
          end: l.end(child),
          value: l.error(child),
          conversion: null,
          spec: [],
          debug: null,
        }),
      ),
    );
  }
  takeText(tree.end(node));
  return parts;
}

function append(parts: (string | FormattedValue)[], text: string): void {
  const last = parts[parts.length - 1];
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else if (text !== '') parts.push(text);
}

function isReadable(part: FormattedValue): boolean {
  return part.start < part.end;
}

function expressionsIn(parts: readonly (string | FormattedValue)[]): Expression[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value, ...expressionsIn(part.spec)]));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
