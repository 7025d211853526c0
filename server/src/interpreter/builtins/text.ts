/** `repr(value)` and `str(value)`, as CPython prints them. */
import type { Context } from '../../values/context';
import {
  type ClassValue,
  isUnknownValue,
  type ListValue,
  type SetValue,
  type TupleValue,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { nativeText } from './define';
import { floatRepr } from './float-text';
import { setOrder } from './set-order';
import { callMethod, typeName } from './special';
import { bytesRepr, stringRepr } from './string-text';

type Text = string | UnknownValue;

/** Values whose `repr` is being made: a container inside itself prints as `[...]`. */
const active = new Set<Value>();
/** Deeper nesting than this is not printed: CPython would be near its recursion limit. */
const MAX_DEPTH = 150;

/** `repr(value)` by Python's protocol. */
export function reprOf(value: Value, context: Context): Text {
  const text = plainRepr(value, context);
  if (text !== undefined) return text;
  const result = callMethod(value, '__repr__', [], context);
  if (result === undefined) return context.unknown(`the \`repr\` of \`${typeName(value, context)}\` is not known`);
  return textOf(result, '__repr__', context);
}

/** `str(value)` by Python's protocol. */
export function strOf(value: Value, context: Context): Text {
  if (value.kind === 'str') return value.value;
  const text = plainRepr(value, context);
  if (text !== undefined) return text;
  const result = callMethod(value, '__str__', [], context);
  if (result === undefined) return reprOf(value, context);
  return textOf(result, '__str__', context);
}

function textOf(result: Value, method: string, context: Context): Text {
  if (result.kind === 'str') return result.value;
  if (isUnknownValue(result)) return result;
  if (result.kind === 'instance') return strOf(result, context);
  return context.raise('TypeError', `${method} returned non-string (type ${typeName(result, context)})`);
}

/** The `repr` of values of built-in types themselves; undefined for instances of classes. */
export function plainRepr(value: Value, context: Context): Text | undefined {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'None':
    case 'Ellipsis':
    case 'NotImplemented':
      return value.kind;
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return intText(value.value, context);
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real, value.imaginary);
    case 'str':
      context.spend(value.value.length >> 6);
      return stringRepr(value.value);
    case 'bytes':
      return bytesRepr(value.value);
    case 'list':
      return value.cls ? undefined : listRepr(value, context);
    case 'tuple':
      return value.cls ? undefined : tupleRepr(value, context);
    case 'dict':
      return value.cls ? undefined : dictRepr(value, context);
    case 'set':
      return setRepr(value, value.frozen ? 'frozenset' : null, context);
    case 'range':
      return `range(${value.start}, ${value.stop}${value.step === 1 ? '' : `, ${value.step}`})`;
    case 'slice':
      return joined([value.start, value.stop, value.step], 'slice(', ')', context);
    case 'iterator':
      return value.text?.(context);
    case 'native':
      return nativeText(value);
    case 'class':
      return value.metaclass ? undefined : classRepr(value);
    default:
      return undefined;
  }
}

/** `<class 'module.Name'>` */
export function classRepr(cls: ClassValue): string {
  return `<class '${qualifiedName(cls)}'>`;
}

/** The class' name with its module, but for built-in ones. */
export function qualifiedName(cls: ClassValue): string {
  const qualname = cls.members.get('__qualname__');
  const name = qualname?.kind === 'str' ? qualname.value : cls.name;
  const module = cls.members.get('__module__');
  const home = module?.kind === 'str' ? module.value : cls.module;
  return home === 'builtins' ? name : `${home}.${name}`;
}

/** Digits of an int; CPython refuses more than 4300 of them. */
export function intText(value: number | bigint, context: Context): string {
  if (typeof value === 'number') return String(value);
  const text = value.toString();
  context.spend(text.length >> 4);
  if (text.length > 4301 || (text.length === 4301 && value > 0n)) {
    context.raise(
      'ValueError',
      'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    );
  }
  return text;
}

export function complexRepr(real: number, imaginary: number): string {
  const part = (x: number) => floatRepr(x).replace(/\.0$/, '');
  if (real === 0 && !Object.is(real, -0)) return `${part(imaginary)}j`;
  const sign = imaginary < 0 || Object.is(imaginary, -0) ? '' : '+';
  return `(${part(real)}${sign}${part(imaginary)}j)`;
}

/** Runs what prints a container's inside, unless that is going on already. */
export function guarded(value: Value, whenInside: string, print: () => Text, context: Context): Text {
  if (active.has(value)) return whenInside;
  if (active.size >= MAX_DEPTH) return context.unknown('it is nested too deeply to print');
  active.add(value);
  try {
    return print();
  } finally {
    active.delete(value);
  }
}

/** The `repr`s of items with commas between them. */
export function joined(items: readonly Value[], open: string, close: string, context: Context): Text {
  const parts: string[] = [];
  context.spend(items.length);
  for (const item of items) {
    const text = reprOf(item, context);
    if (typeof text !== 'string') return text;
    parts.push(text);
  }
  return open + parts.join(', ') + close;
}

export function listRepr(list: ListValue, context: Context): Text {
  if (list.uncertain) return unknown(list.uncertain);
  return guarded(list, '[...]', () => joined(list.items, '[', ']', context), context);
}

export function tupleRepr(value: TupleValue, context: Context): Text {
  const close = value.items.length === 1 ? ',)' : ')';
  return guarded(value, '(...)', () => joined(value.items, '(', close, context), context);
}

export function dictRepr(dict: Extract<Value, { kind: 'dict' }>, context: Context): Text {
  if (dict.uncertain) return unknown(dict.uncertain);
  return guarded(dict, '{...}', () => entriesRepr(dict, context), context);
}

function entriesRepr(dict: Extract<Value, { kind: 'dict' }>, context: Context): Text {
  const parts: string[] = [];
  context.spend(dict.entries.size);
  for (const { key, value } of dict.entries.values()) {
    const keyText = reprOf(key, context);
    if (typeof keyText !== 'string') return keyText;
    const valueText = reprOf(value, context);
    if (typeof valueText !== 'string') return valueText;
    parts.push(`${keyText}: ${valueText}`);
  }
  return `{${parts.join(', ')}}`;
}

/** `{1, 2}`, `set()`; with the class' name around it for frozensets and subclasses. */
export function setRepr(set: SetValue, name: string | null, context: Context): Text {
  if (set.uncertain) return unknown(set.uncertain);
  if (set.items.size === 0) return `${name ?? 'set'}()`;
  const order = setOrder(set, context);
  if (isUnknownOrder(order)) return order;
  const inside = name ?? 'set';
  return guarded(
    set,
    `${inside}(...)`,
    () => joined(order, name ? `${name}({` : '{', name ? '})' : '}', context),
    context,
  );
}

function isUnknownOrder(order: readonly Value[] | UnknownValue): order is UnknownValue {
  return 'kind' in order;
}
