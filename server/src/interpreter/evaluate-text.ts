/** `eval` and `exec` of a text that is known. What stands in it is told of at the call, as of a library's code. */
import type { ParsedModule } from '../python/ast';
import type { UnknownValue, Value } from '../values/value';
import { NONE } from '../values/value';
import { evaluate } from './expressions';
import { Frame } from './frame';
import type { Interpreter } from './interpreter';
import { NORMAL } from './paths';
import { execute } from './statements';

/** Longer texts are not looked at. */
const LONGEST = 20_000;

export function evaluateText(interpreter: Interpreter, text: string): Value {
  const module = parsed(interpreter, text);
  const [item, ...more] = module?.items ?? [];
  if (!module || !item || more.length > 0 || item.statement.kind !== 'Expr') return unread(interpreter, 'eval');
  const { value } = item.statement;
  return inFrame(interpreter, module, () => evaluate(interpreter, value));
}

/** In a function, what `exec` binds is not seen by the function: only modules are followed. */
export function executeText(interpreter: Interpreter, text: string): Value {
  const module = parsed(interpreter, text);
  if (!module || interpreter.frame.environment.kind !== 'module') return unread(interpreter, 'exec');
  return inFrame(interpreter, module, () => {
    for (const { statement } of module.items) if (execute(interpreter, statement) !== NORMAL) break;
    return NONE;
  });
}

function parsed(interpreter: Interpreter, text: string): ParsedModule | null {
  if (text.length > LONGEST) return null;
  const module = interpreter.modules.parse(text.trim());
  return module && module.problems.length === 0 ? module : null;
}

function inFrame(interpreter: Interpreter, module: ParsedModule, run: () => Value): Value {
  const { frame, node, overrides } = interpreter;
  const [item] = module.items;
  if (!item) return NONE;
  interpreter.frame = new Frame(frame.environment, { uri: 'python-text:', item, isLibrary: true }, frame, null, node);
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
