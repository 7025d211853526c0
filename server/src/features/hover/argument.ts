/** The page of an argument of a layer: what it is, what it may be, and what it does here. */
import type { Analysis } from '../../analysis/analysis';
import { argumentsOf, certainOf, definitionOf, explanationOf, outputText } from '../../analysis/observed';
import { parameterWords } from '../../catalogue/keras/parameter-words';
import { describe } from '../../catalogue/params';
import type { Observation } from '../../interpreter/trace';
import type { Call, Expression, Keyword } from '../../python/ast';
import { formatShape } from '../../shapes/shape';
import { code, escapeMarkdown } from '../markdown';
import { docsLink } from './docs';

/** The parameter that an argument of a call is bound to. */
export function parameterOf(argument: Expression | Keyword, call: Call, observation: Observation): string | null {
  if ('arg' in argument) return argument.arg;
  const index = call.args.indexOf(argument);
  for (const [name, { source }] of argumentsOf(observation.instance) ?? []) {
    if (source.from === 'positional' && source.index === index) return name;
  }
  return null;
}

export function argumentPage(_analysis: Analysis, all: readonly Observation[], parameter: string): string | null {
  const observation = certainOf(all)[0] as Observation;
  const definition = definitionOf(observation.instance);
  const param = definition?.params[parameter];
  const value = argumentsOf(observation.instance)?.get(parameter)?.value;
  if (!definition || !param) return null;
  const blocks = [
    `${code(parameter)} of **${escapeMarkdown(observation.callee)}**${value ? ` is ${code(describe(value))}` : ''}`,
  ];
  const words = parameterWords(definition.name, parameter);
  if (words) blocks.push(words);
  const facts: string[] = [];
  const choices = (param.possible ?? []).filter((one): one is string => typeof one === 'string');
  if (choices.length > 0) facts.push(`one of ${choices.map((choice) => code(`"${choice}"`)).join(', ')}`);
  if (param.default) facts.push(`${code(param.defaultText ?? describe(param.default))} where it is left out`);
  else facts.push('required');
  blocks.push(facts.join('; '));
  const shapes = observation.inputs.map(({ shape }) => code(formatShape(shape))).join(', ');
  if (shapes) blocks.push(`${shapes} → ${code(outputText(observation.output) ?? '?')}`);
  const { formulas = [] } = explanationOf(observation);
  if (formulas.length > 0) blocks.push([...new Set(formulas)].map(code).join('  \n'));
  blocks.push(docsLink(definition.name, definition.docs));
  return blocks.join('\n\n');
}
