/** For tests of classes and models: a small stand-in for the interpreter. Not part of the shipped program. */
import { type Arguments, args } from '../../values/arguments';
import type { Context, Generation, ObservedCall, Refusal, StateKey } from '../../values/context';
import { PythonError } from '../../values/context';
import { Heap } from '../../values/heap';
import {
  ClassValue,
  InstanceValue,
  ListValue,
  type ModuleValue,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { createCatalogue } from '..';
import type { Catalogue } from '../catalogue';
import { pythonValue } from '../testing';

export class TestContext implements Context {
  readonly heap = new Heap();
  readonly place = null;
  readonly certain = true;
  readonly caught = false;
  readonly catalogue: Catalogue;
  readonly observed: ObservedCall[] = [];
  readonly refused: Refusal[] = [];
  readonly events: string[] = [];
  private readonly states = new Map<StateKey<object>, object>();
  readonly state = {
    get: <T extends object>(key: StateKey<T>): T => {
      let found = this.states.get(key) as T | undefined;
      if (!found) {
        found = key.create();
        this.states.set(key, found);
      }
      return found;
    },
  };

  readonly generationIsSure = false;

  constructor(readonly generation: Generation = 'keras3') {
    this.catalogue = createCatalogue(generation);
  }

  /** A value by its dotted name: `keras.layers.Dense`. */
  named(name: string): Value {
    const dot = name.lastIndexOf('.');
    const module = this.catalogue.module(name.slice(0, dot)) as ModuleValue;
    return module.library?.member(name.slice(dot + 1)) as Value;
  }

  /** Calls what a name stands for, on JavaScript data and values. */
  make(name: string, positional: readonly unknown[] = [], keywords: Readonly<Record<string, unknown>> = {}): Value {
    return this.on(this.named(name), positional, keywords);
  }

  on(callee: Value, positional: readonly unknown[] = [], keywords: Readonly<Record<string, unknown>> = {}): Value {
    return this.call(
      callee,
      args(
        positional.map(pythonValue),
        Object.entries(keywords).map(([name, value]) => [name, pythonValue(value)] as const),
      ),
    );
  }

  method(
    self: Value,
    name: string,
    positional: readonly unknown[] = [],
    keywords: Readonly<Record<string, unknown>> = {},
  ): Value {
    return this.on(this.attribute(self, name) as Value, positional, keywords);
  }

  call(callee: Value, given: Arguments): Value {
    const bound = (self: Value): Arguments => ({ ...given, positional: [self, ...given.positional] });
    switch (callee.kind) {
      case 'native':
        return callee.call(given, this);
      case 'method':
        return this.call(callee.function, bound(callee.self));
      case 'class':
        return this.instantiate(callee, given);
      case 'staticmethod':
        return this.call(callee.function, given);
      case 'instance':
        return this.call(callee.cls.lookup('__call__') as Value, bound(callee));
      default:
        return unknown({ text: 'not callable' });
    }
  }

  instantiate(cls: ClassValue, given: Arguments): Value {
    const create = cls.lookup('__new__');
    const withClass: Arguments = { ...given, positional: [cls, ...given.positional] };
    const made =
      create?.kind === 'staticmethod' ? this.call(create, withClass) : new InstanceValue(this.heap.identity(), cls);
    if (made.kind === 'instance') {
      const init = made.cls.lookup('__init__');
      if (init?.kind === 'native') this.call(init, { ...given, positional: [made, ...given.positional] });
    }
    return made;
  }

  attribute(value: Value, name: string): Value | undefined {
    if (value.kind === 'class') {
      const found = value.lookup(name);
      return found?.kind === 'classmethod' ? { kind: 'method', self: value, function: found.function } : found;
    }
    const cls =
      value.kind === 'tensor' ? this.catalogue.tensorClass(value) : value.kind === 'instance' ? value.cls : null;
    const own = value.kind === 'instance' ? value.attributes.get(name) : undefined;
    const found = cls?.lookup(name);
    if (found?.kind === 'property' && found.getter) return this.call(found.getter, args([value]));
    if (own) return own;
    if (found?.kind === 'native') return { kind: 'method', self: value, function: found };
    const missing = cls?.lookup('__getattr__');
    return found ?? (missing ? this.on(missing, [value, name]) : undefined);
  }

  /** What `object.__setattr__` asks of the interpreter, where the built-ins are loaded beside these tests. */
  setPlainAttribute(value: Value, name: string, content: Value): void {
    if (value.kind === 'instance') value.attributes.set(this.heap, name, content);
  }

  setAttribute(value: Value, name: string, content: Value): void {
    if (value.kind !== 'instance') return;
    const found = value.cls.lookup(name);
    if (found?.kind === 'property' && found.setter) this.call(found.setter, args([value, content]));
    else {
      const own = value.cls.lookup('__setattr__');
      if (own?.kind === 'native') this.on(own, [value, name, content]);
      else value.attributes.set(this.heap, name, content);
    }
  }

  items(value: Value): readonly Value[] | UnknownValue {
    if (value.kind === 'list' || value.kind === 'tuple') return value.items;
    return this.unknown('not iterable');
  }

  truth(value: Value): boolean | UnknownValue {
    if (value.kind === 'unknown') return value;
    return !(value.kind === 'None' || (value.kind === 'bool' && !value.value));
  }

  equal(a: Value, b: Value): boolean {
    return a === b;
  }

  str(): string | null {
    return null;
  }

  repr(): string | null {
    return null;
  }

  hash(value: Value): string | null {
    return value.kind === 'str' ? `s${value.value}` : null;
  }

  builtin(name: string): ClassValue {
    return new ClassValue(0, name, 'builtins', [], []);
  }

  classOf(value: Value): ClassValue | UnknownValue {
    return value.kind === 'instance' ? value.cls : this.unknown('no class');
  }

  raise(exception: string, message: string): never {
    const raised = new InstanceValue(0, this.builtin(exception));
    raised.attributes.declare('message', pythonValue(message));
    throw new PythonError(raised);
  }

  refuse(refusal: Refusal, fallback: Value): Value {
    this.refused.push(refusal);
    return fallback;
  }

  attempt<T>(run: () => T): { readonly value: T } | { readonly error: PythonError } {
    return { value: run() };
  }

  aside<T>(run: () => T): { readonly value: T } | { readonly error: PythonError } {
    const base = this.heap.checkpoint();
    const result = this.attempt(run);
    this.heap.rollback(base);
    return result;
  }

  observe(call: ObservedCall): void {
    this.observed.push(call);
  }

  often(run: () => void): void {
    run();
  }

  unobserved<T>(run: () => T): T {
    const before = this.observed.length;
    const result = run();
    this.observed.length = before;
    return result;
  }

  recordModel(): void {}

  event(type: string): void {
    this.events.push(type);
  }

  constructedAt(): null {
    return null;
  }

  because(text: string): { readonly text: string } {
    return { text };
  }

  unknown(text: string): UnknownValue {
    return unknown({ text });
  }

  spend(): void {}
}

/** A Python list of values. */
export function listOf(...items: readonly Value[]): ListValue {
  return new ListValue([...items]);
}
