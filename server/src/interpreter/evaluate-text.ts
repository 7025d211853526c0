/** `eval` and `exec` of a text that is known. What stands in it is told of at the call, as of a library's code. */
import type { ParsedModule, Scope } from '../python/ast';
import { reason } from '../shapes/reason';
import { type DictValue, ModuleValue, NONE, str, type UnknownValue, unknown, type Value } from '../values/value';
import { DictNamespace } from './builtins/attribute-dict';
import { dictGet, dictSet } from './builtins/dict-access';
import { Environment, ModuleScope } from './environment';
import { evaluate } from './expressions';
import { Frame } from './frame';
import type { Interpreter } from './interpreter';
import { NORMAL } from './paths';
import { execute } from './statements';

/** Where a text finds and binds its names. Both are one dict where only globals are given. */
export interface TextNames {
  readonly globals: DictValue;
  readonly locals: DictValue;
}

/** Longer texts are not looked at. */
const LONGEST = 20_000;

export function evaluateText(interpreter: Interpreter, text: string, names: TextNames | null): Value {
  const module = parsed(interpreter, text);
  const [item, ...more] = module?.items ?? [];
  if (!module || !item || more.length > 0 || item.statement.kind !== 'Expr') return unread(interpreter, 'eval');
  const { value } = item.statement;
  return inFrame(interpreter, module, names, () => evaluate(interpreter, value));
}

/** In a function, what `exec` binds is not seen by the function: only modules are followed. */
export function executeText(interpreter: Interpreter, text: string, names: TextNames | null): Value {
  const module = parsed(interpreter, text);
  if (!module || (!names && interpreter.frame.environment.kind !== 'module')) return unread(interpreter, 'exec');
  return inFrame(interpreter, module, names, () => {
    for (const { statement } of module.items) if (execute(interpreter, statement) !== NORMAL) break;
    return NONE;
  });
}

function parsed(interpreter: Interpreter, text: string): ParsedModule | null {
  if (text.length > LONGEST) return null;
  const module = interpreter.modules.parse(text.trim());
  return module && module.problems.length === 0 ? module : null;
}

/** Nothing is declared in the block of a text: it binds its names among the locals. */
const OPEN_SCOPE: Scope = { locals: new Set(), globals: new Set(), nonlocals: new Set(), isGenerator: false };

/** A block with names of its own. Like a class body's, its locals are not seen by functions that it defines. */
function environmentOf(interpreter: Interpreter, { globals, locals }: TextNames): Environment {
  const key = str('__builtins__');
  if (dictGet(globals, key, interpreter) === undefined) {
    dictSet(globals, key, unknown(reason('the built-in names are not followed as a dict')), interpreter);
  }
  const value = new ModuleValue('builtins', new DictNamespace(globals), null);
  const around = new Environment(
    'module',
    null,
    null,
    new ModuleScope('python-text:', value, '', true),
    value.namespace,
  );
  if (locals === globals) return around;
  return new Environment('class', OPEN_SCOPE, around, around.module, new DictNamespace(locals));
}

function inFrame(interpreter: Interpreter, module: ParsedModule, names: TextNames | null, run: () => Value): Value {
  const { frame, node, overrides } = interpreter;
  const [item] = module.items;
  if (!item) return NONE;
  const environment = names ? environmentOf(interpreter, names) : frame.environment;
  interpreter.frame = new Frame(environment, { uri: 'python-text:', item, isLibrary: true }, frame, null, node);
  interpreter.overrides = null;
  try {
    return run();
  } finally {
    interpreter.frame = frame;
    interpreter.node = node;
    interpreter.overrides = overrides;
  }
}

function unread(interpreter: Interpreter, name: string): UnknownValue {
  return interpreter.unknown(`the text that \`${name}\` is given is not followed`);
}
