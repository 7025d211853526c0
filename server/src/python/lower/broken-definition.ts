/** A function or class whose head cannot be read: what is in its block keeps its scope. */

import type { ErrorExpression, Parameter, Parameters, Statement } from '../ast';
import { bodyScope, functionScope } from '../scope';

const HEAD = /^(?<async>async\s+)?(?<keyword>def|class)\s+(?<name>[^\W\d]\w*)/;

/**
 * The definition that a line begins, with `body` as its block; undefined where the line begins none. Every name in the
 * head is taken for a parameter, and any other arguments are taken too: a call of it is no error.
 */
export function lowerBrokenDefinition(
  head: string,
  start: number,
  end: number,
  body: readonly Statement[],
): Statement | undefined {
  const match = HEAD.exec(head);
  const name = match?.groups?.name;
  if (match === null || name === undefined || body.length === 0) return undefined;
  const nameStart = start + match[0].length - name.length;
  const unknown: ErrorExpression = {
    kind: 'ErrorExpression',
    start: nameStart,
    end: nameStart + name.length,
    parts: [],
  };
  const common = { start, end, name, nameStart, body, decorators: [] };
  if (match.groups?.keyword === 'class') {
    return { kind: 'ClassDef', ...common, bases: [unknown], keywords: [], scope: bodyScope(body) };
  }
  const parameters = guessParameters(head, match[0].length, unknown);
  const isAsync = match.groups?.async !== undefined;
  return { kind: 'FunctionDef', ...common, parameters, returns: null, isAsync, scope: functionScope(parameters, body) };
}

function guessParameters(head: string, from: number, unknown: ErrorExpression): Parameters {
  const names = new Set(head.slice(from).match(/(?<![\w.])[^\W\d]\w*/g) ?? []);
  const { start, end } = unknown;
  const parameter = (name: string): Parameter => ({ start, end, name, annotation: null, default: unknown });
  return {
    posonly: [],
    args: [...names].map(parameter),
    vararg: { ...parameter('.args'), default: null },
    kwonly: [],
    kwarg: { ...parameter('.kwargs'), default: null },
  };
}
