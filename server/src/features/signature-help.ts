/** The signature of the layer or function whose call is being written, and what the call gives so far. */
import type { Analysis } from '../analysis/analysis';
import type { OpenCall } from '../analysis/open-call';
import { callAround, outcomeText, parameterPage } from './completion';
import { callOutcome, isQuickToTry } from './completion/outcome';
import { type ParameterText, parametersOf } from './completion/parameters';
import type { Settings } from './settings';

export interface SignatureHelp {
  /** `Conv2D(filters, kernel_size, strides=(1, 1), …)` */
  readonly label: string;
  /** Markdown. */
  readonly documentation: string | null;
  readonly parameters: readonly {
    /** Where in the label it stands. */
    readonly start: number;
    readonly end: number;
    readonly documentation: string;
  }[];
  /** The parameter at the cursor; null where it is none of them. */
  readonly active: number | null;
}

export function signatureHelp(analysis: Analysis, offset: number, settings: Settings): SignatureHelp | null {
  if (!settings.completion.enabled) return null;
  const found = callAround(analysis, offset);
  if (!found) return null;
  const { call, callee } = found;
  const parameters = parametersOf(callee, analysis.trace.generation);
  let label = `${callee.name}(`;
  const placed = parameters.map((parameter, i) => {
    if (i > 0) label += ', ';
    const start = label.length;
    label += parameter.default === null ? parameter.name : `${parameter.name}=${parameter.default}`;
    return { start, end: label.length, documentation: parameterPage(callee, parameter) };
  });
  const outcome = isQuickToTry(analysis) ? callOutcome(analysis, call, null) : null;
  const documentation = [callee.definition?.summary, outcome && outcomeText(outcome)].filter((text) => text);
  return {
    label: `${label})`,
    documentation: documentation.length > 0 ? documentation.join('\n\n') : null,
    parameters: placed,
    active: activeParameter(analysis, call, parameters),
  };
}

function activeParameter(analysis: Analysis, call: OpenCall, parameters: readonly ParameterText[]): number | null {
  const argument = call.args[call.active];
  if (!argument) return null;
  const index = (test: (parameter: ParameterText) => boolean): number | null => {
    const at = parameters.findIndex(test);
    return at < 0 ? null : at;
  };
  if (argument.keyword !== null) return index(({ name }) => name === argument.keyword);
  // A name that has only begun may become any keyword.
  const word = analysis.text.slice(argument.start, argument.end);
  if (/^[A-Za-z_]\w*$/.test(word)) {
    const begun = index(({ name }) => name === word);
    if (begun !== null) return begun;
  }
  const isAfterKeyword = call.args.slice(0, call.active).some(({ keyword }) => keyword !== null);
  return isAfterKeyword ? null : index(({ position }) => position === call.active);
}
