/** The parameters of a callee as a person reads them: words, defaults, what may be given. */
import type { Callee } from '../../analysis/callee';
import { parameterWords } from '../../catalogue/keras/parameter-words';
import { describe } from '../../catalogue/params';
import type { Generation } from '../../values/context';
import { str } from '../../values/value';

export interface ParameterText {
  readonly name: string;
  /** Index among those that can be given by position; null for keywords. */
  readonly position: number | null;
  readonly required: boolean;
  /** Python text; null where there is none. */
  readonly default: string | null;
  /** Markdown. */
  readonly words: string | null;
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** The string's content, or a name such as `True`. */
  readonly text: string;
  readonly isString: boolean;
  /** Whether it may change a shape. */
  readonly matters: boolean;
}

/** Keywords of the base class that are worth offering. */
const BASE = ['name', 'dtype', 'trainable'];

/** In the order of the signature; the base class' last. */
export function parametersOf(callee: Callee, generation: Generation): ParameterText[] {
  let position = 0;
  const own = callee.signature.parameters
    .filter(({ kind }) => kind !== 'var-positional' && kind !== 'var-keyword')
    .map((parameter): ParameterText => {
      const byPosition = parameter.kind !== 'keyword-only';
      const text = callee.definition?.params[parameter.name]?.defaultText;
      return {
        name: parameter.name,
        position: byPosition ? position++ : null,
        required: parameter.default === null,
        default: parameter.default && (text ?? pythonText(describe(parameter.default))),
        words: parameterWords(callee.name, parameter.name) ?? null,
        choices: choicesOf(callee, parameter.name, generation),
      };
    });
  const takesBase = callee.definition && callee.definition.takesBaseKeywords !== false;
  const base = takesBase ? BASE.filter((name) => !own.some((one) => one.name === name)) : [];
  return [
    ...own,
    ...base.map(
      (name): ParameterText => ({
        name,
        position: null,
        required: false,
        default: name === 'trainable' ? 'True' : 'None',
        words: parameterWords(callee.name, name) ?? null,
        choices: name === 'trainable' ? flags(false) : [],
      }),
    ),
  ];
}

/** What may be given, where that is a few names. */
function choicesOf(callee: Callee, parameter: string, generation: Generation): Choice[] {
  const param = callee.definition?.params[parameter];
  if (!param) return [];
  const possible = param.possible ?? [];
  if (possible.some((one) => typeof one === 'string')) {
    return possible.flatMap((one) => (typeof one === 'string' ? [{ text: one, isString: true, matters: true }] : []));
  }
  if (possible.some((one) => typeof one === 'boolean')) return flags(true);
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

function flags(matters: boolean): Choice[] {
  return ['True', 'False'].map((text) => ({ text, isString: false, matters }));
}

/** As a signature prints it: strings in double quotes. */
function pythonText(text: string): string {
  return text.replace(/^'(.*)'$/, '"$1"');
}
