/** The graph of a document's model, with what is wrong in it. */
import type { Analysis } from '../../analysis/analysis';
import type { ModelHere } from '../../analysis/models';
import { modelParameters } from '../../graph/summary';
import { messageOf, type Problem } from '../../rules';
import { contains } from '../../text/span';
import { diagnostics } from '../diagnostics';
import { withoutCodeSpans } from '../markdown';
import type { Settings } from '../settings';
import { modelAt, shownModels } from '../summary';
import { graphOf, looseGraph } from './build';
import type { Graph, GraphNode, ModelGraph } from './graph';

export type { Graph, GraphEdge, GraphModel, GraphNode, GraphProblem, ModelGraph } from './graph';

/**
 * The graph of the model at an offset (see `modelAt`). Where the program makes no model, the graph of all layers that it
 * calls.
 */
export function modelGraph(analysis: Analysis, offset: number | null, settings: Settings): ModelGraph {
  const models = shownModels(analysis);
  const model = models.length > 0 ? modelAt(models, analysis, offset ?? analysis.text.length) : null;
  const totals = model && modelParameters(model.record.instance, analysis.trace.generation);
  const problems = diagnostics(analysis, settings);
  return {
    models: models.map((one) => ({ label: labelOf(one), class: one.record.instance.cls.name, span: one.span })),
    shown: model ? models.indexOf(model) : -1,
    graph: withProblems(model ? graphOf(analysis, model.record.instance) : looseGraph(analysis), problems),
    parameters: totals?.total ?? null,
    trainable: totals?.trainable ?? null,
    generation: analysis.trace.generation,
  };
}

/** How a person knows a model: by the variable that holds it, else by Keras' name. */
export function labelOf({ variables, name, record }: ModelHere): string {
  return variables[0] ?? name ?? record.instance.cls.name;
}

/** Puts each problem at the smallest boxes that it stands in. */
function withProblems(graph: Graph, problems: readonly Problem[]): Graph {
  const all = flat(graph);
  const found = new Map<string, GraphNode['problems'][number][]>();
  for (const problem of problems) {
    const around = all.filter(({ span }) => span && contains(span, problem.span));
    const smallest = Math.min(...around.map(({ span }) => (span ? span.end - span.start : Infinity)));
    const message = withoutCodeSpans(messageOf(problem));
    for (const { id, span } of around) {
      if (!span || span.end - span.start > smallest) continue;
      found.set(id, [...(found.get(id) ?? []), { severity: problem.severity, message }]);
    }
  }
  return found.size === 0 ? graph : marked(graph, found);
}

function marked(graph: Graph, problems: ReadonlyMap<string, GraphNode['problems']>): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      problems: problems.get(node.id) ?? [],
      inner: node.inner && marked(node.inner, problems),
    })),
  };
}

function flat(graph: Graph): GraphNode[] {
  return graph.nodes.flatMap((node) => [node, ...(node.inner ? flat(node.inner) : [])]);
}
