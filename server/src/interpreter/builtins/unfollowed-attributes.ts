/** Attributes of built-in and standard classes that CPython has and that are not followed: to read one gives what is not known. */
import type { Context } from '../../values/context';
import type { ClassValue, UnknownValue } from '../../values/value';
import { isBuiltinClass } from './define';

const COMPARISONS = '__lt__ __le__ __gt__ __ge__';
const FUNCTION = '__get__ __text_signature__';
const DESCRIPTOR = '__qualname__ __objclass__ __set__ __delete__';

const FILE = `close closed detach fileno flush isatty read readable readline readlines seek seekable tell truncate writable
  write writelines`;

type Table = Readonly<Record<string, ReadonlySet<string>>>;

const tableOf = (names: Readonly<Record<string, string>>): Table =>
  Object.fromEntries(Object.entries(names).map(([owner, text]) => [owner, new Set(text.split(/\s+/))]));

/** By class; what `object` has, all have. */
const UNFOLLOWED: Table = tableOf({
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
  classmethod: '__get__ __qualname__ __dict__ __module__',
  code: `co_cellvars co_code co_exceptiontable co_lines co_linetable co_lnotab co_nlocals co_positions co_qualname
      co_stacksize replace`,
  complex: '__getnewargs__',
  dict_items: 'mapping',
  dict_keys: 'mapping',
  dict_values: 'mapping',
  float: '__getformat__',
  getset_descriptor: DESCRIPTOR,
  member_descriptor: DESCRIPTOR,
  function: '__builtins__ __type_params__',
  generator: '__del__ gi_code gi_frame gi_suspended gi_yieldfrom',
  mappingproxy: '__ior__ __class_getitem__',
  module: '__loader__ __spec__ __package__ __path__ __file__ __cached__ __builtins__',
  partial: '__setstate__ __vectorcalloffset__ __class_getitem__',
  property: '__set__ __delete__ __set_name__ overwrite_doc',
  range: '__bool__',
  staticmethod: '__get__ __qualname__ __dict__ __module__',
  str: '__rmod__',
  super: '__get__ __self__ __self_class__ __thisclass__',
  type: `__basicsize__ __dictoffset__ __flags__ __itemsize__ __text_signature__ __weakrefoffset__
      __weakref__`,
});

/** By class of a standard module that is written in Python: what its text here has not, too. */
const UNFOLLOWED_OF_MODULES: Table = tableOf({
  'argparse.ArgumentParser': 'convert_arg_line_to_args parse_intermixed_args parse_known_intermixed_args register',
  'argparse.Action': 'format_usage',
  'argparse.HelpFormatter': `add_argument add_arguments add_text add_usage end_section format_help start_section`,
  'collections.UserString': 'maketrans',
  'contextlib.AsyncExitStack': `aclose callback enter_async_context enter_context pop_all push push_async_callback
    push_async_exit`,
  'datetime.datetime': 'utctimetuple',
  'decimal.Context': `Emax Emin Etiny Etop abs canonical capitals clamp compare compare_signal compare_total
    compare_total_mag copy_abs copy_decimal copy_negate copy_sign create_decimal_from_float divide_int divmod exp flags fma
    is_canonical is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero ln log10 logb
    logical_and logical_invert logical_or logical_xor max max_mag min min_mag minus next_minus next_plus next_toward
    normalize number_class plus power radix remainder remainder_near rotate same_quantum scaleb shift subtract
    to_eng_string to_integral to_integral_exact to_integral_value to_sci_string`,
  'decimal.Decimal': `canonical compare_signal compare_total compare_total_mag is_canonical is_normal is_subnormal
    logical_and logical_invert logical_or logical_xor max_mag min_mag next_toward radix rotate shift`,
  'enum.Enum': '__objclass__ _new_member_ _unhashable_values_ _use_args_ _value_repr_',
  'enum.Flag': `_all_bits_ _boundary_ _flag_mask_ _inverted_ _iter_member_ _iter_member_by_def_ _iter_member_by_value_
    _numeric_repr_ _singles_mask_`,
  'fractions.Fraction': 'conjugate imag real',
  'io.BytesIO': 'detach fileno readinto readinto1',
  'io.IOBase': FILE,
  'io.StringIO': 'detach encoding errors fileno line_buffering newlines',
  'json.encoder.JSONEncoder': 'item_separator key_separator',
  'logging.Formatter': 'converter default_msec_format formatException formatMessage formatStack formatTime usesTime',
  'logging.Logger': 'findCaller makeRecord',
  'logging.LoggerAdapter': 'exception getEffectiveLevel hasHandlers isEnabledFor manager name setLevel warn',
  'numbers.Complex': 'conjugate imag real denominator numerator',
  'pathlib.Path': `chmod group hardlink_to is_block_device is_char_device is_fifo is_mount is_socket is_symlink lchmod link_to
    lstat owner readlink rename replace rmdir samefile symlink_to`,
  'pathlib.PurePath': 'is_reserved',
  'pprint.PrettyPrinter': 'format isreadable isrecursive',
  'string.Template': 'braceidpattern delimiter flags get_identifiers idpattern is_valid pattern',
  'struct.Struct': 'iter_unpack pack_into',
  'threading._Lock': 'acquire_lock locked locked_lock release_lock',
  'typing.IO': `${FILE} mode name buffer encoding errors line_buffering newlines`,
  'uuid.UUID': 'bytes_le clock_seq is_safe time',
});

/** Iterators have these, one or the other. */
const OF_ITERATORS = new Set(['__length_hint__', '__setstate__', '__copy__', '__class_getitem__']);

/** Undefined where CPython has no such attribute either. */
export function unfollowedAttribute(context: Context, cls: ClassValue, name: string): UnknownValue | undefined {
  for (const one of cls.mro) {
    if (!isBuiltinClass(one)) {
      if (name === '__weakref__') return context.unknown('weak references are not followed');
      const isOne = UNFOLLOWED_OF_MODULES[`${one.module}.${one.name}`]?.has(name);
      if (isOne) return context.unknown(`\`${name}\` of \`${one.name}\` is not followed`);
      continue;
    }
    const isOne = UNFOLLOWED[one.name]?.has(name) || (OF_ITERATORS.has(name) && one.members.has('__next__'));
    if (isOne) return context.unknown(`\`${name}\` of \`${one.name}\` is not followed`);
  }
  return undefined;
}
