/** Attributes by Python's rules: descriptors, class and instance dictionaries, `super()`, modules. */
import { args } from '../values/arguments';
import { PythonError } from '../values/context';
import type { Namespace } from '../values/heap';
import {
  ClassValue,
  isUnknownValue,
  type ModuleValue,
  NONE,
  type PropertyValue,
  type SuperValue,
  str,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../values/value';
import { onEach } from './aliases';
import { attributesOf } from './builtins/boxed';
import { raiseWith } from './builtins/exception-state';
import { isPrivate, mangled } from './builtins/private-names';
import { builtinClass, isBuiltinClass } from './builtins/registry';
import { slotsOf } from './builtins/slots';
import { typeName } from './builtins/special';
import { unfollowedAttribute } from './builtins/unfollowed-attributes';
import type { Environment } from './environment';
import type { Interpreter } from './interpreter';

/** `value.name` in an expression. Throws AttributeError where it surely does not exist. */
export function readAttribute(interpreter: Interpreter, value: Value, name: string): Value {
  const found = getAttribute(interpreter, value, name);
  if (found === undefined) return missing(interpreter, value, name);
  if (found.kind !== 'unknown') return found;
  if (!found.present) {
    interpreter.mayRaise(found.reason);
    return found;
  }
  // Where it is read there is one: else the program ends, or goes on where the exception is caught.
  interpreter.mayRaise(found.reason, 'AttributeError');
  return found.present;
}

/** `value.name` as the text of a class body has it: `__name` there means `_Class__name`. */
export function privateName(interpreter: Interpreter, name: string): string {
  if (!isPrivate(name)) return name;
  for (let env: Environment | null = interpreter.frame.environment; env; env = env.parent) {
    if (env.kind === 'class') return mangled(env.qualname.slice(env.qualname.lastIndexOf('.') + 1), name);
  }
  return name;
}

function missing(interpreter: Interpreter, value: Value, name: string): never {
  return absent(interpreter, value, name, `${shownOwner(interpreter, value)} has no attribute '${name}'`);
}

function shownOwner(interpreter: Interpreter, value: Value): string {
  if (value.kind === 'module') return `module '${value.name}'`;
  if (value.kind === 'class') return `type object '${value.name}'`;
  if (value.kind === 'method') return shownOwner(interpreter, value.function);
  return `'${typeName(value, interpreter)}' object`;
}

/** AttributeError, which knows of what and which. */
function absent(interpreter: Interpreter, value: Value, name: string, text: string): never {
  return raiseWith('AttributeError', [str(text)], interpreter, { name: str(name), obj: value });
}

/** Undefined where it surely does not exist. Throws what a property or `__getattr__` of the program raises. */
export function getAttribute(interpreter: Interpreter, value: Value, name: string): Value | undefined {
  switch (value.kind) {
    case 'unknown':
      return value.loaded?.(name) ?? onEach(interpreter, value, (object) => readAttribute(interpreter, object, name));
    case 'module':
      return moduleAttribute(interpreter, value, name);
    case 'class':
      return classAttribute(interpreter, value, name);
    case 'super':
      return superAttribute(interpreter, value, name);
    case 'instance':
    case 'list':
    case 'dict':
    case 'tuple':
      return value.cls
        ? instanceAttribute(interpreter, value, value.cls, name)
        : plainAttribute(interpreter, value, name);
    default:
      return plainAttribute(interpreter, value, name);
  }
}

/** As `getAttribute`, with an AttributeError of the program's as absence: what `hasattr` asks. */
export function findAttribute(interpreter: Interpreter, value: Value, name: string): Value | undefined {
  try {
    return getAttribute(interpreter, value, name);
  } catch (error) {
    if (isAttributeError(error)) return undefined;
    throw error;
  }
}

function instanceAttribute(interpreter: Interpreter, value: Value, cls: ClassValue, name: string): Value | undefined {
  const override = cls.lookup('__getattribute__');
  const fallback = cls.lookup('__getattr__');
  const find = () =>
    override?.kind === 'function'
      ? interpreter.call(override, args([value, str(name)]))
      : plainAttribute(interpreter, value, name);
  if (fallback === undefined) return find();
  try {
    const found = find();
    if (found !== undefined) return found;
  } catch (error) {
    if (!isAttributeError(error)) throw error;
  }
  return isUnknownValue(fallback) ? fallback : interpreter.call(fallback, args([value, str(name)]));
}

/** `object.__getattribute__`: what the class or the value itself has, without `__getattr__`. */
export function plainAttribute(interpreter: Interpreter, value: Value, name: string): Value | undefined {
  if (value.kind === 'class') return classAttribute(interpreter, value, name);
  const cls = interpreter.classOf(value);
  if (isUnknownValue(cls)) return cls;
  // Every class has a `__doc__` of its own.
  const member =
    name === '__doc__' ? (cls.members.get(name) ?? withoutDoc(interpreter, cls)) : instanceMember(cls, name);
  const own = ownAttributes(interpreter, value);
  if (member !== undefined && own !== undefined && !isDataDescriptor(member)) {
    const found = own.get(name);
    if (found?.kind === 'unknown' && found.present) {
      return unknownAmong(found.reason, [found.present, bindMember(interpreter, member, value, cls)]);
    }
    if (found !== undefined) return found;
  }
  if (member !== undefined) return bindMember(interpreter, member, value, cls);
  if (value.kind === 'method') return getAttribute(interpreter, value.function, name);
  return own?.get(name) ?? unfollowedAttribute(interpreter, cls, name);
}

/** What instances see of a class: of its `__qualname__`, and of a built-in one's `__module__`, only a descriptor. */
function instanceMember(cls: ClassValue, name: string): Value | undefined {
  const member = cls.lookup(name);
  if (member?.kind !== 'str') return member;
  if (name === '__qualname__') return undefined;
  return name === '__module__' && isBuiltinClass(cls) && cls.module === 'builtins' ? undefined : member;
}

function withoutDoc(interpreter: Interpreter, cls: ClassValue): Value {
  return isBuiltinClass(cls) ? interpreter.unknown('documentation of built-in classes is not followed') : NONE;
}

function ownAttributes(interpreter: Interpreter, value: Value): Namespace<Value> | undefined {
  switch (value.kind) {
    case 'instance':
    case 'function':
      return value.attributes;
    case 'list':
    case 'dict':
      return value.cls ? attributesOf(value) : undefined;
    case 'tuple':
      return value.cls ? attributesOf(value) : undefined;
    case 'tensor':
      return interpreter.tensorAttributes(value);
    default:
      return undefined;
  }
}

/** Whether it comes before the instance's own attributes. */
function isDataDescriptor(member: Value): boolean {
  if (member.kind === 'property') return true;
  if (member.kind !== 'instance') return false;
  return member.cls.lookup('__set__') !== undefined || member.cls.lookup('__delete__') !== undefined;
}

/** A class member as an attribute of `self` (null: of the class itself). */
export function bindMember(interpreter: Interpreter, member: Value, self: Value | null, cls: ClassValue): Value {
  switch (member.kind) {
    case 'function':
    case 'native':
      return self === null ? member : { kind: 'method', self, function: member };
    case 'property':
      if (self === null) return member;
      if (member.getter === null) return interpreter.raise('AttributeError', 'property has no getter');
      return interpreter.call(member.getter, args([self]));
    case 'staticmethod':
      return member.function;
    case 'classmethod': {
      const inner = member.function;
      // Descriptors in class methods are asked in turn, from Python 3.9 to 3.12.
      if (inner.kind === 'property' || inner.kind === 'instance') {
        const bound = bindMember(interpreter, inner, cls, cls.metaclass ?? builtinClass('type'));
        if (bound !== inner) return bound;
      }
      return { kind: 'method', self: cls, function: inner };
    }
    case 'instance': {
      const get = member.cls.lookup('__get__');
      return get ? interpreter.call(get, args([member, self ?? NONE, cls])) : member;
    }
    default:
      return member;
  }
}

function isAttributeError(error: unknown): boolean {
  return error instanceof PythonError && error.exception.cls.derivesFrom(builtinClass('AttributeError'));
}

function classAttribute(interpreter: Interpreter, cls: ClassValue, name: string): Value | undefined {
  const meta = cls.metaclass ?? builtinClass('type');
  const ofMeta = meta.lookup(name);
  const own = cls.lookup(name);
  // `__name__`, `__mro__`, `__dict__` and the like are properties of `type`.
  if (ofMeta !== undefined && isDataDescriptor(ofMeta) && !(CLASS_OWN.has(name) && cls.members.get(name))) {
    return bindMember(interpreter, ofMeta, cls, meta);
  }
  // A member that is not known hides the metaclass'; only what a base may have does not.
  if (own !== undefined && !(isUnknownValue(own) && own.reason === cls.unknownBase)) {
    return bindMember(interpreter, own, null, cls);
  }
  if (ofMeta !== undefined) return bindMember(interpreter, ofMeta, cls, meta);
  if (own !== undefined) return own;
  const fallback = meta.lookup('__getattr__');
  if (fallback === undefined) {
    return (
      unfollowedAttribute(interpreter, cls, name) ??
      unfollowedAttribute(interpreter, meta, name) ??
      undeclared(interpreter, cls.mro, name)
    );
  }
  if (isUnknownValue(fallback)) return fallback;
  return interpreter.call(fallback, args([cls, str(name)]));
}

/** A member that one of the classes may have without its being declared. */
function undeclared(interpreter: Interpreter, order: readonly ClassValue[], name: string): Value | undefined {
  if (name.startsWith('__')) return undefined;
  const cls = order.find(({ partial }) => partial);
  return cls && interpreter.unknown(`\`${name}\` of a \`${cls.name}\` is not followed`);
}

/** Properties of `type` that read what the class body itself has set. */
const CLASS_OWN: ReadonlySet<string> = new Set(['__doc__', '__module__', '__qualname__']);

function superAttribute(interpreter: Interpreter, value: SuperValue, name: string): Value | undefined {
  const { after, self } = value;
  if (name === '__class__') return builtinClass('super');
  const forClass = self instanceof ClassValue && self.derivesFrom(after);
  const start = forClass ? self : self instanceof ClassValue ? (self.metaclass ?? builtinClass('type')) : self.cls;
  const order = start.mro.slice(start.mro.indexOf(after) + 1);
  for (const cls of order) {
    const member = cls.opaque
      ? unknown(cls.unknownBase ?? interpreter.because('its class is not known'))
      : cls.members.get(name);
    if (member === undefined) continue;
    if (isUnknownValue(member) && cls.opaque) return member;
    return forClass ? bindMember(interpreter, member, null, start) : bindMember(interpreter, member, self, start);
  }
  return unfollowedAttribute(interpreter, start, name) ?? undeclared(interpreter, order, name);
}

function moduleAttribute(interpreter: Interpreter, module: ModuleValue, name: string): Value | undefined {
  const own = module.namespace.get(name) ?? module.library?.member(name);
  if (own !== undefined) return own;
  const loaded = interpreter.modules.submodule(module, name);
  if (loaded) return loaded;
  if (module.library?.isFile?.(name)) return interpreter.modules.absolute(`${module.name}.${name}`);
  const fallback = module.namespace.get('__getattr__');
  if (fallback) return interpreter.call(fallback, args([str(name)]));
  if (name === '__doc__') return NONE;
  if (name === '__dict__' || name === '__class__' || name === '__name__') {
    return plainAttribute(interpreter, module, name);
  }
  if (module.library && !module.library.complete) {
    return interpreter.unknown(`\`${module.name}.${name}\` is not known to this program`);
  }
  const star = interpreter.modules.unknownStar(module);
  return star ? unknown(star) : undefined;
}

export function setAttribute(interpreter: Interpreter, value: Value, name: string, content: Value): void {
  if (value.kind === 'instance' || value.kind === 'list' || value.kind === 'dict') {
    const override = value.cls?.lookup('__setattr__');
    if (
      override !== undefined &&
      !isUnknownValue(override) &&
      override !== builtinClass('object').lookup('__setattr__')
    ) {
      interpreter.call(override, args([value, str(name), content]));
      return;
    }
  } else if (value.kind === 'class' && value.metaclass) {
    const override = value.metaclass.lookup('__setattr__');
    if (override?.kind === 'function') {
      interpreter.call(override, args([value, str(name), content]));
      return;
    }
  }
  setPlainAttribute(interpreter, value, name, content);
}

/** `object.__setattr__`: by a data descriptor of the class, else into the value's own attributes. */
export function setPlainAttribute(interpreter: Interpreter, value: Value, name: string, content: Value): void {
  const { heap } = interpreter;
  switch (value.kind) {
    case 'unknown':
      interpreter.mayRaise(value.reason);
      onEach(interpreter, value, (object) => {
        setAttribute(interpreter, object, name, content);
        return NONE;
      });
      return;
    case 'module':
      value.namespace.set(heap, name, content);
      return;
    case 'class':
      if (isBuiltinClass(value)) {
        interpreter.raise('TypeError', `cannot set '${name}' attribute of immutable type '${value.name}'`);
      }
      value.members.set(heap, name, content);
      return;
  }
  const cls = interpreter.classOf(value);
  if (isUnknownValue(cls)) return;
  const member = cls.lookup(name);
  if (member?.kind === 'property') {
    if (member.setter === null) readOnly(interpreter, member, cls, name);
    interpreter.call(member.setter, args([value, content]));
    return;
  }
  if (member?.kind === 'instance') {
    const set = member.cls.lookup('__set__');
    if (set) {
      interpreter.call(set, args([member, value, content]));
      return;
    }
    if (isDataDescriptor(member)) interpreter.raise('AttributeError', '__set__');
  }
  const own = ownAttributes(interpreter, value);
  if ((value.kind === 'instance' || value.kind === 'tuple') && slotsOf(cls).only && !slotsOf(cls).names.has(name)) {
    if (member === undefined) missing(interpreter, value, name);
    absent(interpreter, value, name, `'${cls.name}' object attribute '${name}' is read-only`);
  }
  if (own) own.set(heap, name, content);
  else if (member !== undefined) {
    absent(interpreter, value, name, `'${cls.name}' object attribute '${name}' is read-only`);
  } else missing(interpreter, value, name);
}

/** Fields that CPython declares as plain members of a built-in class. */
const MEMBERS: ReadonlySet<string> = new Set(['range', 'slice', 'complex', 'BaseExceptionGroup', 'ExceptionGroup']);

/** A property without a setter. Those of built-in classes are told of in words of their own. */
function readOnly(interpreter: Interpreter, member: PropertyValue, cls: ClassValue, name: string): never {
  if (member.getter?.kind !== 'native' || !member.getter.name.startsWith('get')) {
    interpreter.raise('AttributeError', `property '${name}' of '${cls.name}' object has no setter`);
  }
  const owner = cls.mro.find((one) => one.members.get(name) === member) ?? cls;
  return interpreter.raise(
    'AttributeError',
    MEMBERS.has(owner.name) ? 'readonly attribute' : `attribute '${name}' of '${owner.name}' objects is not writable`,
  );
}

export function deleteAttribute(interpreter: Interpreter, value: Value, name: string): void {
  const isObject = value.kind === 'instance' || value.kind === 'list' || value.kind === 'dict';
  const owner = isObject ? value.cls : value.kind === 'class' ? value.metaclass : null;
  const override = owner?.lookup('__delattr__');
  if (override && !isUnknownValue(override) && override !== builtinClass('object').lookup('__delattr__')) {
    interpreter.call(override, args([value, str(name)]));
    return;
  }
  deletePlainAttribute(interpreter, value, name);
}

export function deletePlainAttribute(interpreter: Interpreter, value: Value, name: string): void {
  if (value.kind === 'unknown') {
    onEach(interpreter, value, (object) => {
      deleteAttribute(interpreter, object, name);
      return NONE;
    });
    return;
  }
  const cls = interpreter.classOf(value);
  if (isUnknownValue(cls)) return;
  const member = value.kind === 'class' || value.kind === 'module' ? undefined : cls.lookup(name);
  if (member?.kind === 'property') {
    if (member.deleter === null) {
      interpreter.raise('AttributeError', `property '${name}' of '${cls.name}' object has no deleter`);
    }
    interpreter.call(member.deleter, args([value]));
    return;
  }
  if (member?.kind === 'instance') {
    const remove = member.cls.lookup('__delete__');
    if (remove) {
      interpreter.call(remove, args([member, value]));
      return;
    }
    if (isDataDescriptor(member)) interpreter.raise('AttributeError', '__delete__');
  }
  const own =
    value.kind === 'class'
      ? value.members
      : value.kind === 'module'
        ? value.namespace
        : ownAttributes(interpreter, value);
  if (own?.delete(interpreter.heap, name)) return;
  missing(interpreter, value, name);
}

/** A member of the type that operators and protocols look up: not in the instance. */
export function typeMember(interpreter: Interpreter, value: Value, name: string): Value | UnknownValue | undefined {
  const cls = interpreter.classOf(value);
  return isUnknownValue(cls) ? cls : cls.lookup(name);
}
