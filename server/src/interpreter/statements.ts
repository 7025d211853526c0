/** Executes statements. */
import type { Assert, ClassDef, Expression, FunctionDef, If, Statement } from '../python/ast';
import { args } from '../values/arguments';
import { isUnknownValue, NONE, type Value } from '../values/value';
import { assign, executeAnnAssign, executeAssign, executeAugAssign, executeDelete } from './assignment';
import { callUnknown } from './calls';
import { makeClassOf } from './classes';
import { bindName } from './environment';
import { executeRaise, executeTry } from './exceptions';
import { evaluate, evaluateBroken } from './expressions';
import { makeFunction } from './functions';
import { executeImport, executeImportFrom } from './imports';
import type { Interpreter } from './interpreter';
import { executeFor, executeWhile } from './loops';
import { executeMatch } from './match';
import { alternatives, BREAK, CONTINUE, type Completion, NORMAL, RETURN } from './paths';
import { executeWith } from './with-statement';

export function executeBlock(interpreter: Interpreter, body: readonly Statement[]): Completion {
  for (let i = 0; i < body.length; i++) {
    const completion = execute(interpreter, body[i] as Statement);
    if (completion !== NORMAL) return completion;
  }
  return NORMAL;
}

export function execute(interpreter: Interpreter, node: Statement): Completion {
  interpreter.spend(1);
  interpreter.node = node;
  switch (node.kind) {
    case 'Expr':
      evaluate(interpreter, node.value);
      return NORMAL;
    case 'Assign':
      executeAssign(interpreter, node);
      return NORMAL;
    case 'If':
      return executeIf(interpreter, node);
    case 'Return':
      interpreter.returned = node.value === null ? NONE : evaluate(interpreter, node.value);
      return RETURN;
    case 'For':
      return executeFor(interpreter, node);
    case 'AugAssign':
      executeAugAssign(interpreter, node);
      return NORMAL;
    case 'AnnAssign':
      executeAnnAssign(interpreter, node);
      return NORMAL;
    case 'FunctionDef':
      executeFunctionDef(interpreter, node);
      return NORMAL;
    case 'ClassDef':
      executeClassDef(interpreter, node);
      return NORMAL;
    case 'Import':
      executeImport(interpreter, node);
      return NORMAL;
    case 'ImportFrom':
      executeImportFrom(interpreter, node);
      return NORMAL;
    case 'While':
      return executeWhile(interpreter, node);
    case 'With':
      return executeWith(interpreter, node);
    case 'Try':
      return executeTry(interpreter, node);
    case 'Raise':
      return executeRaise(interpreter, node);
    case 'Assert':
      executeAssert(interpreter, node);
      return NORMAL;
    case 'Delete':
      executeDelete(interpreter, node);
      return NORMAL;
    case 'Match':
      return executeMatch(interpreter, node);
    case 'Break':
      return BREAK;
    case 'Continue':
      return CONTINUE;
    case 'TypeAlias':
      bindName(interpreter, node.name, interpreter.unknown('type aliases are not followed'));
      return NORMAL;
    case 'Pass':
    case 'Global':
    case 'Nonlocal':
      return NORMAL;
    case 'ErrorStatement': {
      const value = evaluateBroken(interpreter, node.expressions);
      for (const target of node.targets) interpreter.attempt(() => assign(interpreter, target, value));
      for (const statement of node.body) interpreter.attempt(() => execute(interpreter, statement));
      return NORMAL;
    }
  }
}

function executeIf(interpreter: Interpreter, node: If): Completion {
  const truth = interpreter.truth(evaluate(interpreter, node.test));
  if (truth === true) return executeBlock(interpreter, node.body);
  if (truth === false) return executeBlock(interpreter, node.orelse);
  interpreter.node = node.test;
  // Of a chain, or of comparisons put together, one alone does not say which way it went.
  const isPlain = node.test.kind === 'Compare' && node.test.ops.length === 1;
  return alternatives(
    interpreter,
    [node.body, node.orelse].map((block, i) => () => {
      if (isPlain) truth.learn?.(interpreter.heap, i === 0);
      return executeBlock(interpreter, block);
    }),
    interpreter.because('differs between the branches of an `if` whose condition is not known', truth.reason),
  );
}

/** Where the condition is not known it is taken to hold. */
function executeAssert(interpreter: Interpreter, node: Assert): void {
  const truth = interpreter.truth(evaluate(interpreter, node.test));
  if (truth !== false) return;
  const message = node.msg === null ? [] : [evaluate(interpreter, node.msg)];
  interpreter.node = node;
  interpreter.throwInstance(interpreter.call(interpreter.builtin('AssertionError'), args(message)));
}

function executeFunctionDef(interpreter: Interpreter, node: FunctionDef): void {
  const decorators = node.decorators.map((decorator) => evaluate(interpreter, decorator));
  const made = makeFunction(interpreter, node, node.name);
  interpreter.records.functions.push(made);
  bindName(interpreter, node.name, decorate(interpreter, node.decorators, decorators, made));
}

function executeClassDef(interpreter: Interpreter, node: ClassDef): void {
  const decorators = node.decorators.map((decorator) => evaluate(interpreter, decorator));
  const made = makeClassOf(interpreter, node);
  bindName(interpreter, node.name, decorate(interpreter, node.decorators, decorators, made));
}

/** Decorators are called from the innermost out. */
function decorate(
  interpreter: Interpreter,
  nodes: readonly Expression[],
  decorators: readonly Value[],
  made: Value,
): Value {
  let value = made;
  for (let i = decorators.length - 1; i >= 0; i--) {
    interpreter.node = nodes[i] as Expression;
    const decorator = decorators[i] as Value;
    const given = args([value]);
    // One that is not known calls what it decorates later, if ever.
    value = isUnknownValue(decorator)
      ? callUnknown(interpreter, decorator, given, 'nothing')
      : interpreter.call(decorator, given);
  }
  return value;
}
