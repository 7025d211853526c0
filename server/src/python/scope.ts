/**
 * Which names a block binds, by the rules of CPython's `symtable`: a name bound anywhere in a function is local in all
 * of it, a comprehension is a block of its own but a `:=` in it binds in the function around it.
 */

import type { Expression, Generator, Node, Parameters, Pattern, Scope, Statement } from './ast';
import { allParameters, forEachChild } from './walk';

export function functionScope(parameters: Parameters, body: readonly Statement[]): Scope {
  const block = new Block();
  block.bindParameters(parameters);
  for (const statement of body) block.visit(statement);
  return block.scope();
}

export function lambdaScope(parameters: Parameters, body: Expression): Scope {
  const block = new Block();
  block.bindParameters(parameters);
  block.visit(body);
  return block.scope();
}

/** The scope of a class body, or of a module. */
export function bodyScope(body: readonly Statement[]): Scope {
  const block = new Block();
  for (const statement of body) block.visit(statement);
  return block.scope();
}

/** What the `for`s of a comprehension bind. (The first one's iterable is evaluated in the block around it.) */
export function comprehensionScope(generators: readonly Generator[]): Scope {
  const block = new Block();
  for (const { target } of generators) block.bindTarget(target);
  return block.scope();
}

class Block {
  private readonly bound = new Set<string>();
  private readonly globals = new Set<string>();
  private readonly nonlocals = new Set<string>();
  private isGenerator = false;

  bind(name: string): void {
    this.bound.add(name);
  }

  scope(): Scope {
    const { bound, globals, nonlocals, isGenerator } = this;
    for (const name of globals) bound.delete(name);
    for (const name of nonlocals) bound.delete(name);
    return { locals: bound, globals, nonlocals, isGenerator };
  }

  bindParameters(parameters: Parameters): void {
    for (const { name, target } of allParameters(parameters)) {
      this.bind(name);
      if (target) this.bindTarget(target);
    }
  }

  bindTarget(target: Expression): void {
    switch (target.kind) {
      case 'Name':
        this.bind(target.id);
        return;
      case 'Tuple':
      case 'List':
        for (const element of target.elements) this.bindTarget(element);
        return;
      case 'Starred':
        this.bindTarget(target.value);
        return;
      case 'ErrorExpression':
        for (const part of target.parts) this.bindTarget(part);
        return;
      default:
        this.visit(target);
    }
  }

  readonly visit = (node: Node): void => {
    switch (node.kind) {
      case 'FunctionDef':
        this.bind(node.name);
        for (const decorator of node.decorators) this.visit(decorator);
        this.visitParameters(node.parameters);
        if (node.returns !== null) this.visit(node.returns);
        return;
      case 'Lambda':
        this.visitParameters(node.parameters);
        return;
      case 'ClassDef':
        this.bind(node.name);
        for (const decorator of node.decorators) this.visit(decorator);
        for (const base of node.bases) this.visit(base);
        for (const { value } of node.keywords) this.visit(value);
        return;
      case 'Yield':
        this.isGenerator = true;
        break;
      case 'NamedExpr':
        this.bind(node.target.id);
        this.visit(node.value);
        return;
      case 'Assign':
      case 'Delete':
        for (const target of node.targets) this.bindTarget(target);
        break;
      case 'AugAssign':
      case 'AnnAssign':
      case 'For':
        this.bindTarget(node.target);
        break;
      case 'With':
        for (const { target } of node.items) if (target !== null) this.bindTarget(target);
        break;
      case 'Try':
        for (const { name } of node.handlers) if (name !== null) this.bind(name);
        break;
      case 'Match':
        for (const { pattern } of node.cases) this.bindPattern(pattern);
        break;
      case 'Import':
        for (const { name, asname } of node.names) this.bind(asname ?? name.replace(/\..*/, ''));
        return;
      case 'ImportFrom':
        for (const { name, asname } of node.names) if (name !== '*') this.bind(asname ?? name);
        return;
      case 'TypeAlias':
        this.bind(node.name);
        return;
      case 'ErrorStatement':
        for (const target of node.targets) this.bindTarget(target);
        break;
      case 'Global':
        for (const name of node.names) this.globals.add(name);
        return;
      case 'Nonlocal':
        for (const name of node.names) this.nonlocals.add(name);
        return;
    }
    forEachChild(node, this.visit);
  };

  /** Defaults and annotations belong to the block around the function. */
  private visitParameters(parameters: Parameters): void {
    for (const parameter of allParameters(parameters)) {
      if (parameter.annotation !== null) this.visit(parameter.annotation);
      if (parameter.default !== null) this.visit(parameter.default);
    }
  }

  private bindPattern(pattern: Pattern): void {
    switch (pattern.kind) {
      case 'MatchAs':
        if (pattern.name !== null) this.bind(pattern.name);
        if (pattern.pattern !== null) this.bindPattern(pattern.pattern);
        return;
      case 'MatchStar':
        if (pattern.name !== null) this.bind(pattern.name);
        return;
      case 'MatchMapping':
        if (pattern.rest !== null) this.bind(pattern.rest);
        for (const inner of pattern.patterns) this.bindPattern(inner);
        return;
      case 'MatchClass':
        for (const inner of pattern.patterns) this.bindPattern(inner);
        for (const keyword of pattern.keywords) this.bindPattern(keyword.pattern);
        return;
      case 'MatchSequence':
      case 'MatchOr':
        for (const inner of pattern.patterns) this.bindPattern(inner);
    }
  }
}
