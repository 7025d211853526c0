/** Calls and their arguments, which bases of a class are too. */

import type { Expression, Keyword } from '../ast';
import { lowerExpression, lowerOnlyChild, readableParts } from './expressions';
import type { Lowering, SyntaxNode } from './lowering';

export function lowerCall(l: Lowering, node: SyntaxNode): Expression {
  const { tree } = l;
  const func = lowerExpression(l, tree.field(node, 'function'));
  const list = tree.field(node, 'arguments');
  const end = l.end(node);
  if (tree.type(list) === 'generator_expression') {
    const args = [lowerExpression(l, list)];
    return { kind: 'Call', start: l.start(node), end, func, args, keywords: [], closing: end - 1 };
  }
  if (tree.hasDirectError(list)) return l.error(node, [func, ...readableParts(l, list)]);
  const { args, keywords } = lowerArguments(l, list);
  if (tree.isUnclosed(list)) {
    // Whoever is typing it may go on with any arguments.
    keywords.push({ start: end, end, arg: null, value: l.more(list) });
    return { kind: 'Call', start: l.start(node), end, func, args, keywords, closing: end };
  }
  return { kind: 'Call', start: l.start(node), end, func, args, keywords, closing: end - 1 };
}

/** The arguments of a call, or the bases and keywords of a class. */
export function lowerArguments(l: Lowering, list: SyntaxNode): { args: Expression[]; keywords: Keyword[] } {
  const { tree } = l;
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  let unpacked = false;
  for (const child of tree.namedChildren(list)) {
    const start = l.start(child);
    const end = l.end(child);
    switch (tree.type(child)) {
      case 'keyword_argument': {
        const name = tree.field(child, 'name');
        const value = lowerExpression(l, tree.field(child, 'value'));
        if (tree.hasDirectError(child) || l.isHole(name)) args.push(l.error(child, [value]));
        else keywords.push({ start, end, arg: l.identifier(name), value });
        break;
      }
      case 'dictionary_splat':
        keywords.push({ start, end, arg: null, value: lowerOnlyChild(l, child) });
        unpacked = true;
        break;
      default: {
        const argument = lowerExpression(l, child);
        if (argument.kind === 'Starred' ? unpacked : keywords.length > 0) {
          l.problem(child, 'A positional argument stands behind a keyword argument.');
        }
        args.push(argument);
      }
    }
  }
  return { args, keywords };
}
