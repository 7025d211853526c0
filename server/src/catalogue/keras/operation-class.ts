/** `keras.Operation` of Keras 3: a function of tensors as an object, which is a node of a graph where Keras tensors go in. */
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import { ClassValue, type InstanceValue, NONE, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';
import { kerasTensorsIn, leavesOf } from './calling/tensors';
import { enterOperation, opOperation } from './op-layer';

/** Classes of the program inherit it, and say by `compute_output_spec` what a symbolic call gives. */
export const OPERATION = new ClassValue(
  declaredIdentity(),
  'Operation',
  'keras.src.ops.operation',
  [],
  named(
    pythonFunction('__init__(self, name=None)', (context, self: Value, name: Value) => {
      if (self.kind === 'instance' && name.kind === 'str') context.setAttribute(self, 'name', name);
      return NONE;
    }),
    nativeFunction('__call__', null, ({ positional: [self, ...positional], keywords, uncertain }, context) =>
      self?.kind === 'instance'
        ? callOperation(self, { positional, keywords, uncertain }, context)
        : context.unknown('it is no operation'),
    ),
  ),
);

function callOperation(self: InstanceValue, given: Arguments, context: Context): Value {
  const leaves = leavesOf(given);
  const symbolic = kerasTensorsIn(leaves);
  const spec = symbolic.length > 0 ? self.cls.lookup('compute_output_spec') : undefined;
  if (symbolic.length > 0 && !spec) return context.unknown(`what ${self.cls.name} gives is not followed`);
  const output = run(self, spec ? 'compute_output_spec' : 'call', given, context);
  if (symbolic.length === 0 || output.kind === 'unknown') return output;
  const again = (handed: Arguments, there: Context): Value => run(self, 'call', handed, there);
  const operation = opOperation(self.cls.name, '', again, symbolic, context);
  const open = leaves.find((leaf) => leaf.kind === 'unknown');
  const why = open?.kind === 'unknown' ? open.reason : given.uncertain;
  return enterOperation(operation, given, symbolic, output, why, context).output;
}

function run(self: InstanceValue, name: string, given: Arguments, context: Context): Value {
  const method = context.attribute(self, name);
  return method ? context.call(method, given) : context.unknown(`${self.cls.name} has no \`${name}\``);
}
