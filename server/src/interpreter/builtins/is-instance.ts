/** `isinstance` and `issubclass` */
import type { Context } from '../../values/context';
import { type ClassValue, isUnknownValue, type UnknownValue, unknown, type Value } from '../../values/value';
import { interpreterOf } from '../context';
import { unionMembers } from './generic-alias';
import { callMember, callMethod } from './special';
import { typeClass } from './type';

type Decision = boolean | UnknownValue;

/** Asks each of the classes of a tuple or union; true wins over what is not known. */
function any(classes: readonly Value[], ask: (cls: Value) => Decision): Decision {
  let doubt: UnknownValue | null = null;
  for (const cls of classes) {
    const answer = ask(cls);
    if (answer === true) return true;
    if (answer !== false) doubt ??= answer;
  }
  return doubt ?? false;
}

/** `isinstance(value, given)` */
export function isInstance(value: Value, given: Value, context: Context): Decision {
  if (isUnknownValue(given)) return given;
  if (given.kind === 'tuple') return any(given.items, (one) => isInstance(value, one, context));
  const union = unionMembers(given);
  if (union) return any(union, (one) => isInstance(value, one, context));
  if (given.kind === 'class') {
    const isOfClass = isOf(value, given, context);
    const asScalar = interpreterOf(context).isScalarOf(value, given);
    if (asScalar === undefined || asScalar === isOfClass) return isOfClass;
    return unknown(context.because('whether it is an array or a single number is not followed'));
  }
  refuseParameters(given, 'isinstance', context);
  const checked = callMethod(given, '__instancecheck__', [value], context);
  if (checked !== undefined) return context.truth(checked);
  return context.raise('TypeError', 'isinstance() arg 2 must be a type, a tuple of types, or a union');
}

function isOf(value: Value, cls: ClassValue, context: Context): Decision {
  const hook = hookOf(cls, '__instancecheck__');
  // What is of the very class is not asked about.
  if (hook && !isUnknownValue(value) && context.classOf(value) === cls) return true;
  if (hook) return context.truth(callMember(hook, cls, [value], context));
  return plainlyInstance(value, cls, context);
}

/** `list[int]` is no class. */
function refuseParameters(given: Value, callee: string, context: Context): void {
  if (given.kind !== 'instance' || given.cls.name !== 'GenericAlias') return;
  context.raise('TypeError', `${callee}() argument 2 cannot be a parameterized generic`);
}

/** By the class of the value alone. */
export function plainlyInstance(value: Value, cls: ClassValue, context: Context): Decision {
  if (isUnknownValue(value)) return value;
  const own = context.classOf(value);
  return isUnknownValue(own) ? own : derives(own, cls);
}

function derives(cls: ClassValue, base: ClassValue): Decision {
  if (cls.derivesFrom(base)) return true;
  return cls.unknownBase ? unknown(cls.unknownBase) : false;
}

/** A metaclass' own check, where it has one. */
function hookOf(cls: ClassValue, name: string): Value | undefined {
  const hook = cls.metaclass?.lookup(name);
  return hook === typeClass.members.get(name) ? undefined : hook;
}

/** `issubclass(cls, given)` */
export function isSubclass(value: Value, given: Value, context: Context): Decision {
  if (isUnknownValue(value)) return value;
  if (isUnknownValue(given)) return given;
  if (given.kind === 'tuple') return any(given.items, (one) => isSubclass(value, one, context));
  const union = unionMembers(given);
  if (union) return any(union, (one) => isSubclass(value, one, context));
  refuseParameters(given, 'issubclass', context);
  if (value.kind !== 'class') return context.raise('TypeError', 'issubclass() arg 1 must be a class');
  if (given.kind === 'class') {
    const hook = hookOf(given, '__subclasscheck__');
    if (hook) return context.truth(callMember(hook, given, [value], context));
    return derives(value, given);
  }
  return context.raise('TypeError', 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
}
