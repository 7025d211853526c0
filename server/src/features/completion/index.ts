/** What may be written inside a call of a layer: arguments not yet given, and the values that one may have. */
import type { Analysis } from '../../analysis/analysis';
import { type Callee, calleeNamed } from '../../analysis/callee';
import type { Choice } from '../../analysis/choices';
import { type OpenCall, openCalls, type WrittenArgument } from '../../analysis/open-call';
import type { Edit } from '../../text/edit';
import { code, escapeMarkdown } from '../markdown';
import type { Settings } from '../settings';
import { commentCompletions } from './comment';
import { type CallOutcome, callOutcome, isQuickToTry } from './outcome';
import { type ParameterText, parametersOf } from './parameters';

export interface Completion {
  readonly kind: 'argument' | 'value' | 'comment';
  readonly label: string;
  /** Behind the label: the default of an argument, the shape that a value leads to. */
  readonly description: string | null;
  readonly edit: Edit;
  /** What is typed to choose it. */
  readonly filter: string;
  /** Whether its values are to be offered next. */
  readonly hasChoices: boolean;
  /** What `completionPage` is asked with. */
  readonly at: CompletionPlace;
}

/** Names a completion while the typing goes on: the argument stays where it begins. */
export interface CompletionPlace {
  readonly offset: number;
  readonly parameter: string;
  /** Null for the argument itself. */
  readonly value: string | null;
}

export function completions(analysis: Analysis, offset: number, settings: Settings): Completion[] {
  if (!settings.completion.enabled) return [];
  const comment = analysis.module.comments.find((one) => one.start < offset && offset <= one.end);
  if (comment) return commentCompletions(analysis, comment, offset, settings);
  const found = callAround(analysis, offset);
  if (!found?.call.isInnermost) return [];
  const { call, callee } = found;
  const argument = call.args[call.active];
  if (!argument) return [];
  const parameters = parametersOf(callee, analysis.trace.generation);
  const before = analysis.text.slice(argument.start, Math.max(argument.start, offset));
  if (argument.keyword !== null) {
    const parameter = parameters.find((one) => one.name === argument.keyword);
    return parameter ? values(analysis, call, parameter, argument, offset) : [];
  }
  if (!call.string && !/^(?:[A-Za-z_]\w*)?$/.test(before)) return [];
  const isAfterKeyword = call.args.slice(0, call.active).some((one) => one.keyword !== null);
  const here = isAfterKeyword ? undefined : parameters.find((one) => one.position === call.active);
  const own = here ? values(analysis, call, here, argument, offset) : [];
  return call.string ? own : [...names(call, parameters, argument, offset), ...own];
}

/** The call of something declared that the cursor is in, the nearest one. */
export function callAround(analysis: Analysis, offset: number): { call: OpenCall; callee: Callee } | null {
  const item = analysis.module.items.findLast((one) => one.start <= offset);
  if (!item) return null;
  for (const call of openCalls(analysis.text, item.start, offset)) {
    const callee = calleeNamed(analysis, call.callee);
    if (callee) return { call, callee };
  }
  return null;
}

function names(
  call: OpenCall,
  parameters: readonly ParameterText[],
  argument: WrittenArgument,
  offset: number,
): Completion[] {
  const others = call.args.filter((one) => one !== argument && one.end > one.start);
  const keywords = new Set(others.map((one) => one.keyword));
  const byPosition = call.args
    .slice(0, call.active)
    .filter((one) => one.keyword === null && one.end > one.start).length;
  const edit = { start: Math.min(argument.start, offset), end: Math.max(offset, Math.min(argument.start, offset)) };
  return parameters
    .filter(({ name, position }) => !keywords.has(name) && (position === null || position >= byPosition))
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map((parameter) => ({
      kind: 'argument',
      label: `${parameter.name}=`,
      description: parameter.default,
      edit: { ...edit, newText: `${parameter.name}=` },
      filter: parameter.name,
      hasChoices: parameter.choices.length > 0,
      at: { offset: edit.start, parameter: parameter.name, value: null },
    }));
}

function values(
  analysis: Analysis,
  call: OpenCall,
  parameter: ParameterText,
  argument: WrittenArgument,
  offset: number,
): Completion[] {
  const { string } = call;
  const written = analysis.text.slice(argument.valueStart, offset);
  if (!string && !/^(?:[A-Za-z_]\w*)?$/.test(written)) return [];
  const isSmall = isQuickToTry(analysis);
  return parameter.choices
    .filter(({ isString }) => isString || !string)
    .map((choice) => {
      const outcome =
        choice.matters && isSmall ? callOutcome(analysis, call, valueEdit(argument, pythonOf(choice, '"'))) : null;
      return {
        kind: 'value',
        label: choice.isString && !string ? `"${choice.text}"` : choice.text,
        description: outcome && (outcome.output ?? 'refused'),
        edit: string
          ? { start: string.start, end: string.end, newText: choice.text + (string.closed ? '' : string.quote) }
          : {
              start: Math.min(argument.valueStart, offset),
              end: Math.max(argument.valueStart, offset),
              newText: pythonOf(choice, quoteIn(analysis.text)),
            },
        filter: choice.isString && !string ? pythonOf(choice, quoteIn(analysis.text)) : choice.text,
        hasChoices: false,
        at: { offset: argument.start, parameter: parameter.name, value: pythonOf(choice, '"') },
      };
    });
}

function valueEdit(argument: WrittenArgument, value: string): Edit {
  return { start: argument.valueStart, end: Math.max(argument.end, argument.valueStart), newText: value };
}

function pythonOf({ text, isString }: Choice, quote: string): string {
  return isString ? quote + text + quote : text;
}

/** The quotes that a program mostly has. */
function quoteIn(text: string): string {
  return text.split("'").length > text.split('"').length ? "'" : '"';
}

/** More on a completion, when it is looked at. Markdown. */
export function completionPage(analysis: Analysis, { offset, parameter, value }: CompletionPlace): string | null {
  const found = callAround(analysis, offset);
  const described =
    found && parametersOf(found.callee, analysis.trace.generation).find((one) => one.name === parameter);
  if (!found || !described) return null;
  const blocks = [parameterPage(found.callee, described)];
  const argument = found.call.args[found.call.active];
  const shown = described.choices.filter(({ matters }) => matters);
  if (argument && shown.length > 0) {
    const rows = shown.map((choice) => {
      const text = pythonOf(choice, '"');
      const edit =
        argument.keyword === parameter || value !== null
          ? valueEdit(argument, text)
          : { start: argument.start, end: Math.max(argument.start, argument.end), newText: `${parameter}=${text}` };
      const outcome = callOutcome(analysis, found.call, edit);
      return outcome && `- ${code(text)}: ${outcomeText(outcome)}`;
    });
    const kept = rows.filter((row) => row !== null);
    if (kept.length > 0) blocks.push(kept.join('\n'));
  }
  return blocks.join('\n\n');
}

/** What a parameter is, without what it would do here. */
export function parameterPage(callee: Callee, parameter: ParameterText): string {
  const facts: string[] = [];
  const { choices } = parameter;
  if (choices.length > 0 && choices.length <= 12 && choices.some(({ isString }) => isString)) {
    facts.push(`one of ${choices.map((choice) => code(pythonOf(choice, '"'))).join(', ')}`);
  }
  facts.push(parameter.default === null ? 'required' : `${code(parameter.default)} where it is left out`);
  const blocks = parameter.words ? [parameter.words] : [];
  blocks.push(`${facts.join('; ')} · **${escapeMarkdown(callee.name)}**`);
  return blocks.join('\n\n');
}

export function outcomeText({ input, output, refused, on }: CallOutcome): string {
  const from = input ? `${code(input)} → ` : '';
  const told = output === null ? `refused: ${escapeMarkdown(refused ?? '')}` : from + code(output);
  return on === null ? told : `${told} on ${code(on)}`;
}
