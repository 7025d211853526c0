/**
 * `typing`: annotations say nothing to a run. Every name is a harmless value that can be
 * subscripted, called and joined by `|`; `cast` gives its value back.
 */
import { reason } from '../../shapes/reason';
import { FALSE, InstanceValue, unknown, type Value } from '../../values/value';
import { builtinClass, builtinIdentity, native } from '../builtins/define';
import { builtinClass as builtinClassNamed } from '../builtins/registry';
import { passing } from './harmless';
import { declareModule } from './module';

const FORMS = [
  'Any',
  'Union',
  'Optional',
  'List',
  'Dict',
  'Tuple',
  'Set',
  'FrozenSet',
  'Callable',
  'Iterable',
  'Iterator',
  'Sequence',
  'Mapping',
  'MutableMapping',
  'MutableSequence',
  'Type',
  'ClassVar',
  'Final',
  'Literal',
  'Text',
  'AnyStr',
  'Generator',
  'Collection',
  'Container',
  'Hashable',
  'Sized',
  'NoReturn',
  'Never',
  'Self',
  'TypeAlias',
  'Annotated',
  'Concatenate',
  'ParamSpec',
  'TypeGuard',
  'Deque',
  'DefaultDict',
  'OrderedDict',
  'Counter',
  'Awaitable',
  'Coroutine',
  'AsyncIterator',
  'AsyncIterable',
  'IO',
  'TextIO',
  'BinaryIO',
  'Pattern',
  'Match',
  'Required',
  'NotRequired',
  'Unpack',
  'SupportsFloat',
  'SupportsInt',
  'SupportsIndex',
  'Reversible',
  'ItemsView',
  'KeysView',
  'ValuesView',
  'LiteralString',
] as const;

/** A special form: whatever is done with it is again one. */
function makeForms(): Map<string, Value> {
  const itself = (name: string) =>
    native(`${name}(self, *rest, **keywords)`, (_context, self: Value) => self, { unknowns: 'pass' });
  const cls = builtinClass(
    '_SpecialForm',
    [builtinClassNamed('object')],
    ['__getitem__', '__call__', '__or__', '__ror__'].map((name) => [name, itself(name)] as const),
    { module: 'typing' },
  );
  return new Map(FORMS.map((name) => [name, new InstanceValue(builtinIdentity(), cls)] as const));
}

export function typingModule(name = 'typing') {
  const forms = makeForms();
  const object = builtinClassNamed('object');
  const subscriptable = (className: string): Value =>
    builtinClass(
      className,
      [object],
      [
        [
          '__class_getitem__',
          { kind: 'classmethod', function: native('__class_getitem__(cls, item, /)', (_context, cls: Value) => cls) },
        ],
      ],
      { module: 'typing' },
    );
  const any = forms.get('Any') as Value;
  return declareModule(name, [
    ...forms,
    ['Generic', subscriptable('Generic')],
    ['Protocol', subscriptable('Protocol')],
    ['TYPE_CHECKING', FALSE],
    ['TypeVar', native('TypeVar(name, *constraints, **options)', () => any, { unknowns: 'pass' })],
    ['NewType', native('NewType(name, tp)', () => passing('new_type'))],
    ['cast', passing('cast', 1)],
    ['overload', passing('overload')],
    ['final', passing('final')],
    ['override', passing('override')],
    ['no_type_check', passing('no_type_check')],
    ['runtime_checkable', passing('runtime_checkable')],
    ['get_type_hints', unknown(reason('annotations are not followed'))],
    ['assert_type', passing('assert_type')],
    ['reveal_type', passing('reveal_type')],
    ['is_typeddict', native('is_typeddict(tp)', () => FALSE)],
  ]);
}
