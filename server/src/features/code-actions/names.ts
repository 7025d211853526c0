/** Names for layers: written out, so that they stay when layers come and go. */
import type { Analysis } from '../../analysis/analysis';
import { layerCall, setArgument } from '../../analysis/arguments';
import { statementAt } from '../../analysis/nodes';
import { argumentsOf, definitionOf } from '../../analysis/observed';
import { layerState } from '../../graph/layer';
import type { Observation } from '../../interpreter/trace';
import type { Edit } from '../../text/edit';
import { overlaps, type Span } from '../../text/span';
import type { InstanceValue } from '../../values/value';
import { keepsModels } from '../outcomes';
import { type CodeAction, lazyAction } from './action';

interface Unnamed {
  readonly observation: Observation;
  readonly span: Span;
  /** What Keras calls it. */
  readonly automatic: string;
}

export function namingActions(analysis: Analysis, range: Span): CodeAction[] {
  const unnamed = unnamedLayers(analysis);
  const line = (offset: number) => analysis.lines.position(offset).line;
  const here =
    unnamed.find(({ span }) => overlaps(span, range)) ??
    unnamed.find(({ span }) => line(span.start) === line(range.start));
  if (!here) return [];
  const actions: CodeAction[] = [];
  const own = ownName(analysis, here);
  const edit = own && nameEdit(analysis, here, own);
  if (edit) actions.push(lazyAction(`Name the layer "${own}"`, () => [edit]));
  const all = unnamed.flatMap((one) => nameEdit(analysis, one, one.automatic) ?? []);
  if (all.length > 1 && isEveryOne(analysis, unnamed) && keepsModels(analysis, all)) {
    actions.push(lazyAction('Write out the names that Keras gives the layers of this file', () => all));
  }
  return actions;
}

/**
 * Whether no other layer of their classes is made in the file: Keras numbers those without a name, and would number what
 * is left anew. A layer with a name, or one that is never called, counts as another one.
 */
function isEveryOne({ text }: Analysis, unnamed: readonly Unnamed[]): boolean {
  const places = new Map<string, number>();
  for (const { observation } of unnamed) places.set(observation.callee, (places.get(observation.callee) ?? 0) + 1);
  return [...places].every(([callee, count]) => text.split(`${callee}(`).length - 1 === count);
}

/** Layers that one expression makes once, that Keras takes, and that have no name of their own. */
function unnamedLayers(analysis: Analysis): Unnamed[] {
  const refused = new Set(analysis.trace.refusals.map(({ call }) => call?.instance));
  const made = new Map<string, { first: Unnamed; instances: Set<InstanceValue> }>();
  for (const observation of analysis.sites.spots.flatMap((spot) => spot.observations)) {
    const { instance, constructed } = observation;
    const found = layerCall(observation);
    const span = constructed && analysis.span(constructed.place);
    const automatic = instance && layerState(instance)?.name.value;
    if (!instance || !found || !span || !automatic || observation.assumed) continue;
    if (refused.has(instance)) continue;
    const isNamed = found.call.keywords.some(({ arg }) => arg === 'name');
    if (isNamed || definitionOf(instance)?.takesBaseKeywords === false) continue;
    const key = `${span.start}:${span.end}`;
    const entry = made.get(key) ?? { first: { observation, span, automatic }, instances: new Set() };
    entry.instances.add(instance);
    made.set(key, entry);
  }
  return [...made.values()]
    .filter(({ instances }) => instances.size === 1)
    .map(({ first }) => first)
    .sort((a, b) => a.span.start - b.span.start);
}

function nameEdit(analysis: Analysis, { observation }: Unnamed, name: string): Edit | null {
  const found = layerCall(observation);
  return found && setArgument(analysis, found, 'name', `"${name}"`, argumentsOf(observation.instance));
}

/** Names that say nothing of a layer. */
const GENERIC = /^(?:[a-z]|[a-z]\d+|in(?:put)?s?|out(?:put)?s?|res|tmp|net|model|layer)$/;

/** The name that the program gives to what it makes; else its class with a letter, which Keras never gives. */
function ownName(analysis: Analysis, { observation, automatic }: Unnamed): string | null {
  const { item, place } = observation.throughModel ? (observation.constructed ?? observation.site) : observation.site;
  const statement = statementAt(item.statement, place.start, place.end);
  const target = statement?.kind === 'Assign' && statement.targets.length === 1 ? statement.targets[0] : undefined;
  const taken = new Set(
    analysis.sites.spots.flatMap((spot) =>
      spot.observations.map(({ instance }) => (instance ? layerState(instance)?.name.value : null)),
    ),
  );
  const isDirect = !observation.throughModel && target?.kind === 'Name' && !GENERIC.test(target.id);
  if (isDirect && !taken.has(target.id)) return target.id;
  const base = automatic.replace(/_\d+$/, '');
  return [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${base}_${letter}`).find((one) => !taken.has(one)) ?? null;
}
