/** The parameters of a callee as a person reads them: words, defaults, what may be given. */
import type { Callee } from '../../analysis/callee';
import { type Choice, choicesOf, FLAGS } from '../../analysis/choices';
import { parameterWords } from '../../catalogue/keras/parameter-words';
import { describe } from '../../catalogue/params';
import type { Generation } from '../../values/context';

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
        choices: name === 'trainable' ? FLAGS : [],
      }),
    ),
  ];
}

/** As a signature prints it: strings in double quotes. */
function pythonText(text: string): string {
  return text.replace(/^'(.*)'$/, '"$1"');
}
