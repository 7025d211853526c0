/** Parameters of functions and lambdas. */

import type { Expression, Parameter, Parameters } from '../ast';
import { lowerExpression } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';

const NO_PARAMETERS: Parameters = { posonly: [], args: [], vararg: null, kwonly: [], kwarg: null };

/** The parameters in a `parameters` or `lambda_parameters` node, or of a function that has neither. */
export function lowerParameters(l: Lowering, node: SyntaxNode): Parameters {
  if (node === NONE) return NO_PARAMETERS;
  const { tree } = l;
  let posonly: Parameter[] = [];
  let args: Parameter[] = [];
  const kwonly: Parameter[] = [];
  let vararg: Parameter | null = null;
  let kwarg: Parameter | null = null;
  let onlyKeywords = false;
  for (const child of tree.namedChildren(node)) {
    const type = tree.type(child);
    if (type === 'positional_separator') {
      posonly = args;
      args = [];
    } else if (type === 'keyword_separator') {
      onlyKeywords = true;
    } else {
      const star = starOf(l, child);
      const parameter = lowerParameter(l, child, posonly.length + args.length);
      if (star === '*') {
        vararg = parameter;
        onlyKeywords = true;
      } else if (star === '**') {
        kwarg = parameter;
      } else if (onlyKeywords) {
        kwonly.push(parameter);
      } else {
        const before = args[args.length - 1] ?? posonly[posonly.length - 1];
        if (parameter.default === null && before !== undefined && before.default !== null) {
          l.problem(child, `\`${parameter.name}\` needs a default: a parameter before it has one.`);
        }
        args.push(parameter);
      }
    }
  }
  if (tree.isUnclosed(node)) {
    // Whoever is typing it may go on: a call of it is no error yet.
    vararg ??= anything(l, node, '.args');
    kwarg ??= anything(l, node, '.kwargs');
  }
  return { posonly, args, vararg, kwonly, kwarg };
}

function anything(l: Lowering, node: SyntaxNode, name: string): Parameter {
  return { start: l.end(node), end: l.end(node), name, annotation: null, default: null };
}

function starOf(l: Lowering, node: SyntaxNode): '*' | '**' | null {
  const { tree } = l;
  const named = tree.type(node) === 'typed_parameter' ? tree.firstNamed(node) : node;
  switch (tree.type(named)) {
    case 'list_splat_pattern':
      return '*';
    case 'dictionary_splat_pattern':
      return '**';
    default:
      return null;
  }
}

/** CPython's range: the name and its annotation, without star and default. */
function lowerParameter(l: Lowering, node: SyntaxNode, index: number): Parameter {
  const { tree } = l;
  const annotationNode = tree.field(node, 'type');
  const defaultNode = tree.field(node, 'value');
  let name = tree.field(node, 'name');
  if (name === NONE) name = /^(?:identifier|tuple_pattern)$/.test(tree.type(node)) ? node : tree.firstNamed(node);
  while (name !== NONE && tree.type(name).endsWith('_splat_pattern')) name = tree.firstNamed(name);
  const annotation: Expression | null = annotationNode === NONE ? null : lowerExpression(l, annotationNode);
  const value: Expression | null = defaultNode === NONE ? null : lowerExpression(l, defaultNode);
  if (name === NONE || tree.type(name) !== 'identifier' || l.isHole(name)) {
    // Python 2 unpacks a tuple here; CPython's compiler calls the parameter so.
    const own = { start: l.start(node), end: l.end(node), name: `.${index}`, annotation, default: value };
    if (name !== NONE && tree.type(name) === 'tuple_pattern') return { ...own, target: lowerExpression(l, name) };
    if (name !== NONE) l.problem(name, 'A parameter is a name.');
    return own;
  }
  const end = l.end(annotationNode === NONE ? name : annotationNode);
  return { start: l.start(name), end, name: l.identifier(name), annotation, default: value };
}

/** The names in `[T: int, *Ts, **P]`, as the field of what has type parameters; nothing for what has none. */
export function lowerTypeParameters(l: Lowering, node: SyntaxNode): { readonly typeParameters?: readonly string[] } {
  if (node === NONE) return {};
  const { tree } = l;
  return {
    typeParameters: tree.namedChildren(node).flatMap((child) => {
      let name = child;
      while (name !== NONE && tree.type(name) !== 'identifier') name = tree.firstNamed(name);
      return name === NONE || l.isHole(name) ? [] : [l.identifier(name)];
    }),
  };
}
