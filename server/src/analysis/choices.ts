/** The few names that an argument of a layer may be. */
import type { Generation } from '../values/context';
import { str } from '../values/value';
import type { Callee } from './callee';

export interface Choice {
  /** The string's content, or a name such as `True`. */
  readonly text: string;
  readonly isString: boolean;
  /** Whether it may change a shape. */
  readonly matters: boolean;
}

export const FLAGS: readonly Choice[] = ['True', 'False'].map((text) => ({ text, isString: false, matters: false }));

/** What may be given, where that is a few names. */
export function choicesOf(callee: Callee, parameter: string, generation: Generation): Choice[] {
  const param = callee.definition?.params[parameter];
  if (!param) return [];
  const possible = param.possible ?? [];
  if (possible.some((one) => typeof one === 'string')) {
    return possible.flatMap((one) => (typeof one === 'string' ? [{ text: one, isString: true, matters: true }] : []));
  }
  if (possible.some((one) => typeof one === 'boolean')) return FLAGS.map((flag) => ({ ...flag, matters: true }));
  // Names that only pass: those are told by what refuses another one.
  const read = param.read(str('?'), {
    callee: callee.name,
    parameter,
    earlier: {},
    imageDataFormat: 'channels_last',
    generation,
    customObjects: false,
  });
  const named = 'failure' in read ? read.failure.facts?.choices : undefined;
  if (!Array.isArray(named)) return [];
  return named.flatMap((one) => (typeof one === 'string' ? [{ text: one, isString: true, matters: false }] : []));
}
