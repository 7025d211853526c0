/** Assignment: targets of every kind, unpacking, augmented assignment, `del`. */

import type { AnnAssign, Assign, AugAssign, Delete, Expression } from '../python/ast';
import { reason } from '../shapes/reason';
import { PythonError } from '../values/context';
import {
  DictValue,
  ListValue,
  objectsAmong,
  str,
  UncertainEnd,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../values/value';
import { privateName, readAttribute } from './attributes';
import { callNext } from './builtins/iterators';
import { isIterable } from './builtins/special';
import { bindName, deleteName, readName } from './environment';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { turnsOf } from './loops';
import { recordBinding } from './observations';
import { applyAugmented } from './operators';
import { readSubscript, removeSubscript, writeSubscript } from './subscripts';

export function executeAssign(interpreter: Interpreter, node: Assign): void {
  const value = evaluate(interpreter, node.value);
  for (const target of node.targets) assign(interpreter, target, value);
}

/** Puts a value into a target. */
export function assign(interpreter: Interpreter, target: Expression, value: Value): void {
  switch (target.kind) {
    case 'Name':
      bindName(interpreter, target.id, value);
      recordBinding(interpreter, target, target.id, value);
      return;
    case 'Attribute': {
      const object = evaluate(interpreter, target.value);
      interpreter.node = target;
      interpreter.setAttribute(object, privateName(interpreter, target.attr), value);
      return;
    }
    case 'Subscript': {
      const object = evaluate(interpreter, target.value);
      const key = evaluate(interpreter, target.slice);
      interpreter.node = target;
      writeSubscript(interpreter, object, key, value);
      return;
    }
    case 'Tuple':
    case 'List':
      interpreter.node = target;
      unpack(interpreter, target.elements, value);
      return;
    case 'Starred':
      assign(interpreter, target.value, value);
      return;
    case 'ErrorExpression':
      for (const part of target.parts) assign(interpreter, part, unknown(reason('it could not be read')));
  }
}

function unpack(interpreter: Interpreter, targets: readonly Expression[], value: Value): void {
  const star = targets.findIndex((target) => target.kind === 'Starred');
  const told = value.kind === 'unknown' && star < 0 ? value.unpacked?.(targets.length, interpreter) : null;
  const items = told ?? (star < 0 ? takeItems(interpreter, value, targets.length) : takeAll(interpreter, value, star));
  if ('kind' in items) {
    interpreter.mayRaise(items.reason);
    for (const target of targets) {
      const content = target.kind === 'Starred' ? new ListValue([...objectsAmong([items])], items.reason) : items;
      assign(interpreter, target, content);
    }
    return;
  }
  if (star < 0) {
    if (items.length > targets.length) {
      interpreter.raise('ValueError', `too many values to unpack (expected ${targets.length})`);
    }
    if (items.length < targets.length) {
      interpreter.raise('ValueError', `not enough values to unpack (expected ${targets.length}, got ${items.length})`);
    }
    for (const [i, target] of targets.entries()) assign(interpreter, target, items[i] as Value);
    return;
  }
  const behind = targets.length - star - 1;
  if (items.length < star + behind) {
    interpreter.raise(
      'ValueError',
      `not enough values to unpack (expected at least ${star + behind}, got ${items.length})`,
    );
  }
  for (const [i, target] of targets.entries()) {
    if (i < star) assign(interpreter, target, items[i] as Value);
    else if (i > star) assign(interpreter, target, items[items.length - targets.length + i] as Value);
    else assign(interpreter, target, new ListValue(items.slice(star, items.length - behind)));
  }
}

/** All items. Those behind the first ones are taken as `list` takes them, which asks an iterator for an iterator again. */
function takeAll(interpreter: Interpreter, value: Value, first: number): readonly Value[] | UnknownValue {
  if (value.kind !== 'instance') return interpreter.items(value);
  const iterator = interpreter.callSpecial(value, '__iter__', []);
  if (iterator?.kind !== 'instance') return interpreter.items(iterator ?? value);
  const items: Value[] = [];
  while (items.length < first) {
    const item = callNext(iterator, interpreter);
    if (item === undefined) return items;
    if (item instanceof UncertainEnd) return unknownAmong(item.reason, [item.any]);
    items.push(item);
  }
  const rest = interpreter.items(iterator);
  return 'kind' in rest ? rest : [...items, ...rest];
}

/** One more than a count of items at the most: an endless iterator is not gone through. */
function takeItems(interpreter: Interpreter, value: Value, count: number): readonly Value[] | UnknownValue {
  if (value.kind === 'tuple' && !value.cls) return value.items;
  if (value.kind === 'list' && !value.cls && !value.uncertain) return [...value.items];
  if (value.kind !== 'iterator') checkIterable(interpreter, value);
  const turns = turnsOf(interpreter, value);
  if (typeof turns !== 'function') return turns;
  const items: Value[] = [];
  while (items.length <= count) {
    const item = turns();
    if (item === undefined) break;
    if (item instanceof UncertainEnd) return unknownAmong(item.reason, [item.any]);
    items.push(item);
  }
  return items;
}

/** What is not iterable is named as unpacking names it. */
function checkIterable(interpreter: Interpreter, value: Value): void {
  const cls = interpreter.classOf(value);
  if (cls.kind !== 'class' || isIterable(cls)) return;
  interpreter.raise('TypeError', `cannot unpack non-iterable ${cls.name} object`);
}

export function executeAugAssign(interpreter: Interpreter, node: AugAssign): void {
  const { target } = node;
  switch (target.kind) {
    case 'Name': {
      const left = readName(interpreter, target.id);
      const result = applyAugmented(interpreter, node, left, evaluate(interpreter, node.value));
      bindName(interpreter, target.id, result);
      recordBinding(interpreter, target, target.id, result);
      return;
    }
    case 'Attribute': {
      const object = evaluate(interpreter, target.value);
      interpreter.node = target;
      const name = privateName(interpreter, target.attr);
      const left = readAttribute(interpreter, object, name);
      const result = applyAugmented(interpreter, node, left, evaluate(interpreter, node.value));
      interpreter.setAttribute(object, name, result);
      return;
    }
    case 'Subscript': {
      const object = evaluate(interpreter, target.value);
      const key = evaluate(interpreter, target.slice);
      interpreter.node = target;
      const left = readSubscript(interpreter, object, key);
      const result = applyAugmented(interpreter, node, left, evaluate(interpreter, node.value));
      writeSubscript(interpreter, object, key, result);
      return;
    }
    default:
      evaluate(interpreter, node.value);
      assign(interpreter, target, interpreter.unknown('it could not be read'));
  }
}

export function executeAnnAssign(interpreter: Interpreter, node: AnnAssign): void {
  const { environment } = interpreter.frame;
  const { target } = node;
  if (target.kind === 'Name' && environment.kind !== 'function') annotate(interpreter, target.id, node.annotation);
  if (node.value !== null) assign(interpreter, target, evaluate(interpreter, node.value));
}

/** Annotations of classes and modules are kept: dataclasses and named tuples are made of them. */
function annotate(interpreter: Interpreter, name: string, annotation: Expression): void {
  const { environment } = interpreter.frame;
  const { heap } = interpreter;
  let annotations = environment.locals.get('__annotations__');
  if (!(annotations instanceof DictValue)) {
    annotations = new DictValue();
    environment.locals.set(heap, '__annotations__', annotations);
  }
  const key = str(name);
  (annotations as DictValue).set(heap, interpreter.hash(key) ?? name, key, annotationValue(interpreter, annotation));
}

/** Names in annotations may be defined later, or never: that is no mistake that a run would show. */
function annotationValue(interpreter: Interpreter, annotation: Expression): Value {
  try {
    return evaluate(interpreter, annotation);
  } catch (error) {
    if (error instanceof PythonError) return interpreter.unknown('the annotation cannot be evaluated');
    throw error;
  }
}

export function executeDelete(interpreter: Interpreter, node: Delete): void {
  for (const target of node.targets) remove(interpreter, target);
}

function remove(interpreter: Interpreter, target: Expression): void {
  interpreter.node = target;
  switch (target.kind) {
    case 'Name':
      deleteName(interpreter, target.id);
      return;
    case 'Attribute':
      interpreter.deleteAttribute(evaluate(interpreter, target.value), privateName(interpreter, target.attr));
      return;
    case 'Subscript': {
      const object = evaluate(interpreter, target.value);
      removeSubscript(interpreter, object, evaluate(interpreter, target.slice));
      return;
    }
    case 'Tuple':
    case 'List':
      for (const element of target.elements) remove(interpreter, element);
  }
}
