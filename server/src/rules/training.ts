/** What the rules about training share: places of data and layers, and doubts. */
import type { Analysis } from '../analysis/analysis';
import { boundAt, callOfLayer } from '../analysis/training';
import type { Failure } from '../catalogue/failure';
import { modelState } from '../graph/model';
import type { EventRecord, RefusalRecord } from '../interpreter/trace';
import { formatShape } from '../shapes/shape';
import type { InstanceValue, Value } from '../values/value';
import type { FixIdea, Problem, RelatedPlace, Rule, RulePage, Severity } from './rule';

/** Where the arrays come from that a refusal is about, if names hold them. */
export function dataPlaces(analysis: Analysis, arrays: readonly Value[]): RelatedPlace[] {
  return arrays.slice(0, 2).flatMap((array) => {
    const bound = boundAt(analysis, array);
    const shape = array.kind === 'tensor' ? ` has shape \`${formatShape(array.shape)}\`` : ' is given its value';
    return bound ? [{ span: bound.span, message: `\`${bound.name}\`${shape} here` }] : [];
  });
}

/** The layer that gives an output of a model. */
export function outputPlace(analysis: Analysis, model: InstanceValue, index: number): RelatedPlace[] {
  const output = modelState(model)?.network.value?.outputs[index];
  const operation = output?.producer?.operation;
  const made = operation?.kind === 'instance' ? callOfLayer(analysis, operation) : undefined;
  const span = made && analysis.span((made.constructed ?? made.site).place);
  return output && span ? [{ span, message: `this layer gives \`${formatShape(output.shape)}\`` }] : [];
}

/** The model and the arrays of a refusal in `fit` and its like. */
export function trainingOf(refusal: RefusalRecord): {
  readonly model: InstanceValue | null;
  readonly arrays: readonly Value[];
} {
  return { model: refusal.call?.instance ?? null, arrays: refusal.call?.inputs ?? [] };
}

/** Something that runs and cannot learn, as the catalogue tells it. */
export interface Doubt {
  readonly model: InstanceValue;
  readonly failure: Failure;
  readonly about: readonly Value[];
  readonly event: EventRecord;
}

export interface DoubtRule {
  readonly code: string;
  readonly level: Severity;
  readonly title: string;
  readonly page: RulePage;
  readonly tell: (
    doubt: Doubt,
    analysis: Analysis,
  ) => { readonly why?: string; readonly next?: string; readonly fixes: readonly FixIdea[] };
}

/** A rule that warns of doubts of its code, once for each place. */
export function doubtRule(rule: DoubtRule): Rule {
  return {
    code: rule.code,
    level: rule.level,
    title: rule.title,
    page: rule.page,
    check: (analysis) => {
      const seen = new Set<number>();
      return analysis.trace.events.flatMap((event): Problem[] => {
        if (event.type !== 'doubt' || event.assumed || analysis.isStale(event.site.item)) return [];
        const doubt = { ...(event.facts as unknown as Omit<Doubt, 'event'>), event };
        const span = analysis.span(event.site.place);
        if (doubt.failure.code !== rule.code || !span || seen.has(span.start)) return [];
        seen.add(span.start);
        const { why, next, fixes } = rule.tell(doubt, analysis);
        return [
          {
            code: rule.code,
            severity: rule.level,
            span,
            what: doubt.failure.message,
            why,
            next,
            related: [
              ...outputPlace(analysis, doubt.model, Number(doubt.failure.facts?.index ?? 0)),
              ...dataPlaces(analysis, doubt.about),
            ],
            fixes,
          },
        ];
      });
    },
  };
}
