/** Where ops are found in Keras 3: `keras.ops.reshape`, `keras.ops.numpy.reshape`, `keras.random.normal`. */
import type { Value } from '../../values/value';
import { opFunction } from './call-op';
import type { OpDefinition } from './define-op';
import { checkComputed } from './elementwise/unary';
import { opNamed } from './index';
import type { Operand } from './operand';

/** Activations that are ops of other names. */
const ACTIVATIONS: Readonly<Record<string, string>> = { exponential: 'exp', hard_swish: 'activations.hard_silu' };

/** The function of an op by its full name in Keras; undefined for what is no op. */
export function kerasOp(name: string): Value | undefined {
  const [, module, ...rest] = name.split('.');
  if (module === 'random' && rest.length === 1) return functionOf(`random.${rest[0]}`);
  if (module === 'losses' && rest.length === 1) return functionOf(`losses.${rest[0]}`);
  if (module === 'activations' && rest.length === 1) return activation(rest[0] ?? '');
  if (module !== 'ops') return undefined;
  const [part = '', inner] = rest;
  if (inner === undefined) return functionOf(part);
  if (part === 'image') return functionOf(`image.${inner}`);
  const found = opNamed(inner);
  return found?.module === part ? functionOf(inner) : undefined;
}

function activation(name: string): Value | undefined {
  const key = opNamed(`activations.${name}`) ? `activations.${name}` : (ACTIVATIONS[name] ?? name);
  const definition = opNamed(key);
  const own =
    definition &&
    (definition.module === 'nn' || definition.module === 'activations' || name in ACTIVATIONS || name === 'tanh');
  return own ? opFunction(ofFloats(definition, name), name) : undefined;
}

/** Activations that take whole numbers in Keras 2, too. */
const OF_NUMBERS: ReadonlySet<string> = new Set(['linear', 'relu', 'relu6', 'leaky_relu']);

/** In Keras 2 the function of TensorFlow runs, and most take floats only. */
function ofFloats(definition: OpDefinition, name: string): OpDefinition {
  if (OF_NUMBERS.has(name)) return definition;
  return {
    ...definition,
    output: (question) => {
      const { x } = question.args as { readonly x?: Operand };
      if (question.generation !== 'keras3' && x) checkComputed(x.dtype, 'floats', question.callee);
      return definition.output(question);
    },
  };
}

function functionOf(key: string): Value | undefined {
  const definition = opNamed(key);
  return definition && opFunction(definition, key.slice(key.lastIndexOf('.') + 1));
}
