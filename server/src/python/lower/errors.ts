/** What is kept of statements that cannot be read. */

import type { ErrorStatement, Expression, Statement } from '../ast';
import { lowerExpression } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';
import { range } from './ranges';
import { lowerStatement, statementLowerer } from './statements';

/** What could be read in a statement that as a whole could not. */
export function errorStatement(l: Lowering, node: SyntaxNode): ErrorStatement {
  return l.nested(
    1,
    () => {
      const { tree } = l;
      const targets: Expression[] = [];
      const expressions: Expression[] = [];
      const body: Statement[] = [];
      const collect = (parent: SyntaxNode): void => {
        for (const child of tree.namedChildren(parent)) {
          const type = tree.type(child);
          if (statementLowerer(type) !== undefined) takeStatement(lowerStatement(l, child));
          else if (type === 'block' || type === 'ERROR' || type.endsWith('_clause')) collectNested(child);
          else if (type === 'assignment') takeAssignment(child);
          else if (tree.nextChild(parent, child) !== NONE && tree.type(tree.nextChild(parent, child)) === '=') {
            targets.push(lowerExpression(l, child));
          } else {
            const expression = lowerExpression(l, child);
            if (expression.kind !== 'ErrorExpression' || expression.parts.length > 0) expressions.push(expression);
          }
        }
      };
      const takeStatement = (statement: Statement): void => {
        if (statement.kind !== 'ErrorStatement') {
          body.push(statement);
          return;
        }
        targets.push(...statement.targets);
        expressions.push(...statement.expressions);
        body.push(...statement.body);
      };
      const collectNested = (child: SyntaxNode): void =>
        l.nested(
          1,
          () => collect(child),
          () => {},
        );
      const takeAssignment = (child: SyntaxNode): void => {
        const left = tree.field(child, 'left');
        const right = tree.field(child, 'right');
        if (left !== NONE) targets.push(lowerExpression(l, left));
        if (right === NONE) return;
        if (tree.type(right) === 'assignment') takeAssignment(right);
        else expressions.push(lowerExpression(l, right));
      };
      collect(node);
      return { kind: 'ErrorStatement', ...range(l, node), targets, expressions, body };
    },
    () => emptyError(l, node),
  );
}

export function emptyError(l: Lowering, node: SyntaxNode): ErrorStatement {
  return { kind: 'ErrorStatement', ...range(l, node), targets: [], expressions: [], body: [] };
}
