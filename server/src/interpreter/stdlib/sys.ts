/** `sys`, as a program that is run as a script without arguments sees it, under Python 3.11. */

import { reason } from '../../shapes/reason';
import type { Context } from '../../values/context';
import {
  type ClassValue,
  DictValue,
  float,
  InstanceValue,
  int,
  ListValue,
  type ModuleValue,
  NONE,
  OBJECT,
  str,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { ofCommandLine } from '../builtins/command-line';
import { builtinClass, builtinFunctions, builtinIdentity, named, native } from '../builtins/define';
import { raiseWith } from '../builtins/exception-state';
import { builtinClass as builtinClassNamed } from '../builtins/registry';
import { nothing } from './harmless';
import { declareModule } from './module';

const MACHINE = 'depends on the machine where it runs';

/** A tuple with names for its places, as `sys.version_info` is one. */
function structure(name: string, fields: readonly (readonly [string, Value])[]): Value {
  const members = fields.map(
    ([field], index) =>
      [
        field,
        {
          kind: 'property',
          getter: native(
            'get(self, /)',
            (_context, self: Value): Value => (self.kind === 'tuple' ? (self.items[index] ?? NONE) : NONE),
          ),
          setter: null,
          deleter: null,
        },
      ] as const,
  );
  const repr = native('__repr__(self, /)', (context, self: Value): Value => {
    const parts = fields.map(([field], index) => {
      const text = self.kind === 'tuple' ? context.repr(self.items[index] ?? NONE) : null;
      return text === null ? null : `${field}=${text}`;
    });
    return parts.includes(null) ? context.unknown(`\`${name}\` ${MACHINE}`) : str(`${name}(${parts.join(', ')})`);
  });
  const cls = builtinClass(name, [builtinClassNamed('tuple')], [...members, ['__repr__', repr]], { module: 'sys' });
  return { ...tuple(fields.map(([, value]) => value)), cls };
}

/**
 * `sys.path`: what it holds at first is not known, what the program adds is. So nothing is read from
 * it, and everything can be added.
 */
function searchPath(): ListValue {
  const why = reason('`sys.path` depends on the machine where it runs');
  const unread = [
    '__len__',
    '__iter__',
    '__getitem__',
    '__contains__',
    '__repr__',
    '__eq__',
    'index',
    'count',
    'copy',
    'pop',
    '__add__',
  ];
  const cls: ClassValue = builtinClass(
    'list',
    [builtinClassNamed('list')],
    unread.map((name) => [name, native(`${name}(self, /, *args)`, () => unknown(why))] as const),
  );
  return new ListValue([], null, cls);
}

/** `sys.stdout`: what is written to it is not looked at. */
function stream(): Value {
  const cls = builtinClass(
    'TextIOWrapper',
    [OBJECT],
    named(...['write', 'flush', 'close', 'writelines'].map(nothing)),
    { module: '_io' },
  );
  return new InstanceValue(builtinIdentity(), cls);
}

function exit(context: Context, code: Value): Value {
  return raiseWith('SystemExit', code.kind === 'None' ? [] : [code], context);
}

export function sysModule(): ModuleValue {
  return declareModule(
    'sys',
    [
      ['argv', ofCommandLine(new ListValue([unknown(reason('`sys.argv[0]` is the path of the program'))]))],
      ['path', searchPath()],
      ['modules', new DictValue([], { uncertain: reason('`sys.modules` is not followed') })],
      ['maxsize', int(9223372036854775807n)],
      ['maxunicode', int(1114111)],
      ['byteorder', str('little')],
      [
        'version_info',
        structure('sys.version_info', [
          ['major', int(3)],
          ['minor', int(11)],
          ['micro', unknown(reason('the patch level of Python is not known'))],
          ['releaselevel', str('final')],
          ['serial', int(0)],
        ]),
      ],
      ['float_info', structure('sys.float_info', FLOAT_INFO)],
      ['stdout', stream()],
      ['stderr', stream()],
      ...named(
        ...builtinFunctions([
          native('getrecursionlimit()', () => int(1000)),
          nothing('setrecursionlimit'),
          native('intern(string, /)', (_context, text: Value) => text),
          native('exit(status=None, /)', exit),
        ]),
      ),
    ],
    { otherwise: MACHINE },
  );
}

const FLOAT_INFO: readonly (readonly [string, Value])[] = [
  ['max', float(Number.MAX_VALUE)],
  ['max_exp', int(1024)],
  ['max_10_exp', int(308)],
  ['min', float(2.2250738585072014e-308)],
  ['min_exp', int(-1021)],
  ['min_10_exp', int(-307)],
  ['dig', int(15)],
  ['mant_dig', int(53)],
  ['epsilon', float(Number.EPSILON)],
  ['radix', int(2)],
  ['rounds', int(1)],
];
