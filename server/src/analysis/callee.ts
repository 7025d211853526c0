/** What a dotted name of the program means, and what can be called by it. */

import { inGeneration, type LayerDefinition } from '../catalogue/define-layer';
import { definitionOfClass } from '../catalogue/keras/layer-class';
import { signatureOf } from '../catalogue/layer-call';
import type { Signature } from '../values/arguments';
import type { Value } from '../values/value';
import type { Analysis } from './analysis';

/** Something that can be called, as it is declared. */
export interface Callee {
  readonly name: string;
  /** Set for layers of Keras: in the generation in force. */
  readonly definition: LayerDefinition | null;
  /** Without the instance. */
  readonly signature: Signature;
}

/** What a dotted name holds: through the program's modules, classes and objects. */
export function valueOfName(analysis: Analysis, dotted: string): Value | undefined {
  const [first, ...rest] = dotted.split('.');
  let value: Value | undefined;
  for (const [name, content] of analysis.trace.values()) if (name === first) value = content;
  for (const part of rest) value = value && memberOf(value, part);
  return value;
}

function memberOf(value: Value, name: string): Value | undefined {
  switch (value.kind) {
    case 'module':
      return value.namespace.get(name) ?? value.library?.member(name);
    case 'class':
      return value.lookup(name);
    case 'instance':
      return value.attributes.get(name) ?? value.cls.lookup(name);
    default:
      return undefined;
  }
}

/** A layer of Keras or a function of a library by its name in the program; null for everything else. */
export function calleeNamed(analysis: Analysis, dotted: string): Callee | null {
  const value = valueOfName(analysis, dotted);
  if (!value) return null;
  const declared = definitionOfClass(value);
  if (declared) {
    const definition = inGeneration(declared, analysis.trace.generation);
    return { name: declared.name, definition, signature: signatureOf(definition) };
  }
  if (value.kind === 'native' && value.signature) {
    return { name: value.name, definition: null, signature: value.signature };
  }
  return null;
}
