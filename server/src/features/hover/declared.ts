/** What is declared of a layer or an op, whether or not it is called: signature, the rule of its shapes in words. */
import type { Analysis } from '../../analysis/analysis';
import { calleeNamed, valueOfName } from '../../analysis/callee';
import type { LayerDefinition } from '../../catalogue/define-layer';
import { signatureOfOp } from '../../catalogue/ops/call-op';
import type { OpDefinition } from '../../catalogue/ops/define-op';
import { opNamed } from '../../catalogue/ops/index';
import { OP_SHAPE_RULES } from '../../catalogue/ops/shape-rules';
import type { Observation } from '../../interpreter/trace';
import { code, escapeMarkdown, pythonBlock } from '../markdown';
import { signatureText } from '../signature-text';
import { docsLink } from './docs';

/** Python's operators, by the ops that they are. */
const OPERATORS: Readonly<Record<string, string>> = {
  sub: 'subtract',
  mul: 'multiply',
  truediv: 'divide',
  floordiv: 'floor_divide',
  pow: 'power',
  neg: 'negative',
};

/** Keras' own modules of ops: what other libraries call by the same name may do something else. */
const MODULES = /^keras(?:\.src|\._tf_keras\.keras)?\.(?:ops|random|activations|losses)\b/;

/** The op behind a call of one, as Keras declares it; undefined for those of other libraries. */
export function opOf(analysis: Analysis, { kind, callee, site }: Observation): OpDefinition | undefined {
  if (kind !== 'op') return undefined;
  if (site.node.kind === 'BinOp' || site.node.kind === 'UnaryOp') return opNamed(OPERATORS[callee] ?? callee);
  if (site.node.kind !== 'Call') return undefined;
  const { func } = site.node;
  return opOfName(analysis, analysis.textAt({ ...site.place, start: func.start, end: func.end }));
}

/** The op that a name of the program is, by the module that it is taken from. */
function opOfName(analysis: Analysis, dotted: string): OpDefinition | undefined {
  const value = valueOfName(analysis, dotted);
  const module = valueOfName(analysis, dotted.split('.').slice(0, -1).join('.'));
  if (value?.kind !== 'native' || module?.kind !== 'module' || !MODULES.test(module.name)) return undefined;
  return opNamed(value.name);
}

/** The rule that an op's shapes follow, in words. */
export function opRuleText(op: OpDefinition): string | null {
  const rule = OP_SHAPE_RULES.find(({ ops }) => op.name in ops);
  return rule ? `${rule.words}  \n${code(rule.formula)}` : null;
}

/** The rule that a layer's shapes follow, in words. */
export function layerRuleText({ rule }: LayerDefinition): string | null {
  if (!rule) return null;
  return rule.formula === undefined ? rule.words : `${rule.words}  \n${code(rule.formula)}`;
}

/** The page of a layer's class, or of an op, by its name in the program; null for everything else. */
export function declaredPage(analysis: Analysis, dotted: string): string | null {
  const callee = calleeNamed(analysis, dotted);
  if (!callee) return null;
  const { name, definition, signature } = callee;
  const op = definition ? undefined : opOfName(analysis, dotted);
  if (!definition && !op) return null;
  const summary = definition?.summary ?? op?.summary;
  const blocks = [`**${escapeMarkdown(name)}** — ${summary}`];
  blocks.push(pythonBlock(`${name}(${signatureText(op ? signatureOfOp(op) : signature)})`));
  const rule = definition ? layerRuleText(definition) : op && opRuleText(op);
  if (rule) blocks.push(rule);
  if (definition) blocks.push(docsLink(definition.name, definition.docs));
  return blocks.join('\n\n');
}
