/** `copy` */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { DictValue, InstanceValue, ListValue, SetValue, tuple, type Value } from '../../values/value';
import { Boxed } from '../builtins/boxed';
import { native } from '../builtins/define';
import { callMethod } from '../builtins/special';
import { declareModule } from './module';

/** Copies made so far, by what they are copies of: things that hold themselves stay finite. */
type Memo = Map<Value, Value>;

function shallow(value: Value, context: Context): Value {
  switch (value.kind) {
    case 'list':
      return new ListValue([...value.items], value.uncertain, value.cls);
    case 'dict':
      return new DictValue(value.entries, { uncertain: value.uncertain, cls: value.cls, factory: value.factory });
    case 'set':
      return value.frozen ? value : new SetValue(value.items, false, value.uncertain);
    case 'instance': {
      const own = callMethod(value, '__copy__', [], context);
      if (own) return own;
      return emptyCopy(value, context, (content) => content);
    }
    default:
      return value;
  }
}

function deep(value: Value, memo: Memo, context: Context): Value {
  const known = memo.get(value);
  if (known) return known;
  context.spend(1);
  switch (value.kind) {
    case 'list': {
      if (value.uncertain) return new ListValue([], value.uncertain, value.cls);
      const copy = new ListValue([], null, value.cls);
      memo.set(value, copy);
      for (const item of value.items) copy.append(context.heap, deep(item, memo, context));
      return copy;
    }
    case 'tuple': {
      const items = value.items.map((item) => deep(item, memo, context));
      if (items.every((item, i) => item === value.items[i])) return value;
      return value.cls ? { ...tuple(items), cls: value.cls } : tuple(items);
    }
    case 'dict': {
      const copy = new DictValue([], { uncertain: value.uncertain, cls: value.cls, factory: value.factory });
      memo.set(value, copy);
      for (const [hash, entry] of value.entries) {
        copy.set(context.heap, hash, deep(entry.key, memo, context), deep(entry.value, memo, context));
      }
      return copy;
    }
    case 'set':
      return value.frozen ? value : new SetValue(value.items, false, value.uncertain);
    case 'instance': {
      const own = callMethod(value, '__deepcopy__', [new DictValue()], context);
      if (own) return own;
      return emptyCopy(
        value,
        context,
        (content) => deep(content, memo, context),
        (copy) => memo.set(value, copy),
      );
    }
    default:
      return value;
  }
}

/** An instance of the same class with the attributes that `of` gives for the old ones. */
function emptyCopy(
  value: InstanceValue,
  context: Context,
  of: (content: Value) => Value,
  made: (copy: Value) => void = () => undefined,
): Value {
  if (value.payload instanceof Boxed) return value;
  if (value.payload) return context.unknown(`copies of a ${value.cls.name} are not followed`);
  const copy = new InstanceValue(context.heap.identity(), value.cls);
  made(copy);
  for (const [name, content] of value.attributes.entries()) copy.attributes.set(context.heap, name, of(content));
  return copy;
}

export function copyModule() {
  return declareModule('copy', [
    ['copy', native('copy(x)', (context, x: Value) => shallow(x, context))],
    ['deepcopy', native('deepcopy(x, memo=None)', (context, x: Value) => deep(x, new Map(), context))],
    [
      'replace',
      native(
        'replace(obj, /, **changes)',
        (context, x: Value, changes: Map<string, Value>) => {
          const member = context.attribute(x, '__replace__');
          return member
            ? context.call(member, args([], changes))
            : context.raise('TypeError', 'replace() does not support it');
        },
        { unknowns: 'pass' },
      ),
    ],
  ]);
}
