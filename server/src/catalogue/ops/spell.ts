/** One op under another library's name: other parameter names, orders and defaults, the same rule. */

import type { Value } from '../../values/value';
import type { Output } from '../define-layer';
import { isShape } from '../layer-call';
import type { OpDefinition, OpQuestion } from './define-op';
import type { GraphLayers } from './graph-layers';
import type { OpParam, OpParams } from './params';

/** A parameter of the op under its new name, or one that the op does not have. */
export type SpelledParameter =
  | string
  | { readonly of: string; readonly default: Value | null }
  | { readonly own: OpParam<unknown> };

export type SpelledQuestion = OpQuestion<Readonly<Record<string, unknown>>>;

export interface Spelling {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary?: string;
  readonly module?: OpDefinition['module'];
  readonly owner?: OpDefinition['owner'];
  /** In order. */
  readonly parameters: Readonly<Record<string, SpelledParameter>>;
  /** Readings of parameters of the op that this spelling has not, where their defaults do not do. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** What becomes of the reading of one of the op's parameters. */
  readonly changed?: Readonly<Record<string, (reading: unknown, question: SpelledQuestion) => unknown>>;
  /** The element type of the result, where it is another. */
  readonly type?: (type: string, question: SpelledQuestion) => string;
  /** Checks in front of the op's own, by throwing. */
  readonly check?: (question: SpelledQuestion) => void;
  /** What Keras 2 makes of it in a graph: the same as of the op where left out. */
  readonly layers?: GraphLayers;
}

export function spelled(op: OpDefinition, spelling: Spelling): OpDefinition {
  const params: Record<string, OpParam<unknown>> = {};
  const source = new Map<string, string>();
  for (const [name, parameter] of Object.entries(spelling.parameters)) {
    if (typeof parameter === 'object' && 'own' in parameter) {
      params[name] = parameter.own;
      continue;
    }
    const of = typeof parameter === 'string' ? parameter : parameter.of;
    const original = op.params[of];
    if (!original) throw new Error(`${op.name} has no parameter ${of}`);
    params[name] = typeof parameter === 'string' ? original : { ...original, default: parameter.default };
    source.set(of, name);
  }
  const asked = (question: SpelledQuestion): never =>
    ({ ...question, args: argumentsOf(op.params, source, spelling, question) }) as never;
  const rule = (of: (question: never) => Output) => (question: SpelledQuestion) => {
    spelling.check?.(question);
    const output = of(asked(question));
    return spelling.type ? retyped(output, (type) => spelling.type?.(type, question) ?? type) : output;
  };
  const { run, explain, elements, evaluate } = op;
  return {
    ...op,
    name: spelling.name,
    aliases: spelling.aliases ?? [],
    summary: spelling.summary ?? op.summary,
    module: spelling.module ?? op.module,
    ...(spelling.owner ? { owner: spelling.owner } : {}),
    layers: spelling.layers ?? op.layers ?? op.name,
    params: params as OpParams,
    ...(op.symbolicBy ? { symbolicBy: op.symbolicBy.map((name) => source.get(name) ?? name) } : {}),
    output: rule(op.output),
    ...(run ? { run: rule(run) } : {}),
    ...(explain ? { explain: (question) => explain(asked(question)) } : {}),
    ...(elements ? { elements: (question) => elements(asked(question)) } : {}),
    ...(evaluate ? { evaluate: (call) => evaluate(asked(call)) } : {}),
  };
}

/** The arguments under the op's own names. */
function argumentsOf(
  params: OpParams,
  source: ReadonlyMap<string, string>,
  spelling: Spelling,
  question: SpelledQuestion,
): Readonly<Record<string, unknown>> {
  const args = {};
  for (const [name, param] of Object.entries(params)) {
    const own = source.get(name);
    Object.defineProperty(args, name, {
      enumerable: true,
      get: () => {
        const change = spelling.changed?.[name];
        if (own !== undefined) return change ? change(question.args[own], question) : question.args[own];
        if (spelling.fixed && name in spelling.fixed) return spelling.fixed[name];
        return defaultReading(name, param, question);
      },
    });
  }
  return args;
}

function defaultReading(name: string, param: OpParam<unknown>, { callee, generation }: OpQuestion<unknown>): unknown {
  if (param.default === null) throw new Error(`the spelling ${callee} leaves \`${name}\` out`);
  const read = param.read(param.default, {
    callee,
    parameter: name,
    earlier: {},
    imageDataFormat: 'channels_last',
    generation,
    customObjects: false,
  });
  return 'value' in read ? read.value : null;
}

function retyped(output: Output, type: (type: string) => string): Output {
  if (isShape(output)) return output;
  if ('shape' in output) return { ...output, dtype: type(output.dtype) };
  if (output.type === 'dict') {
    return {
      ...output,
      items: Object.fromEntries(Object.entries(output.items).map(([k, v]) => [k, retyped(v, type)])),
    };
  }
  return { ...output, items: output.items.map((item) => retyped(item, type)) };
}
