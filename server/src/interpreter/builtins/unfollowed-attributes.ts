/** Attributes of built-in classes that CPython has and that are not followed: to read one gives what is not known. */
import type { Context } from '../../values/context';
import type { ClassValue, UnknownValue } from '../../values/value';
import { isBuiltinClass } from './define';

const COMPARISONS = '__lt__ __le__ __gt__ __ge__';
const FUNCTION = '__get__ __text_signature__';

/** By class; what `object` has, all have. */
const UNFOLLOWED: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    object: `${COMPARISONS} __getstate__`,
    BaseException: '__setstate__',
    GenericAlias: '__unpacked__ __typing_unpacked_tuple_args__',
    Match: '__copy__ __deepcopy__ regs',
    Pattern: 'scanner __copy__ __deepcopy__',
    SyntaxError: 'end_lineno end_offset',
    UnionType: '__getitem__ __parameters__',
    builtin_function_or_method: `${FUNCTION} __self__ __objclass__`,
    bytearray: '__alloc__ __rmod__',
    bytes: '__rmod__',
    classmethod: '__get__ __qualname__ __dict__',
    code: `co_cellvars co_code co_exceptiontable co_lines co_linetable co_lnotab co_nlocals co_positions co_qualname
      co_stacksize replace`,
    complex: '__getnewargs__',
    dict_items: 'mapping',
    dict_keys: 'mapping',
    dict_values: 'mapping',
    float: '__getformat__',
    function: '__builtins__ __type_params__',
    generator: '__del__ gi_code gi_frame gi_suspended gi_yieldfrom',
    mappingproxy: '__ior__ __class_getitem__',
    module: '__loader__ __spec__ __package__ __path__ __file__ __cached__ __builtins__',
    partial: '__setstate__ __vectorcalloffset__ __class_getitem__',
    property: '__set__ __delete__ __set_name__',
    range: '__bool__',
    staticmethod: '__get__ __qualname__ __dict__',
    str: '__rmod__',
    super: '__get__ __self__ __self_class__ __thisclass__',
    type: `__abstractmethods__ __basicsize__ __dictoffset__ __flags__ __itemsize__ __text_signature__ __weakrefoffset__
      __weakref__`,
  }).map(([name, names]) => [name, new Set(names.split(/\s+/))]),
);

/** Iterators have these, one or the other. */
const OF_ITERATORS = new Set(['__length_hint__', '__setstate__', '__copy__', '__class_getitem__']);

/** Undefined where CPython has no such attribute either. */
export function unfollowedAttribute(context: Context, cls: ClassValue, name: string): UnknownValue | undefined {
  for (const one of cls.mro) {
    if (!isBuiltinClass(one)) {
      if (name === '__weakref__') return context.unknown('weak references are not followed');
      continue;
    }
    const isOne = UNFOLLOWED[one.name]?.has(name) || (OF_ITERATORS.has(name) && one.members.has('__next__'));
    if (isOne) return context.unknown(`\`${name}\` of \`${one.name}\` is not followed`);
  }
  return undefined;
}
