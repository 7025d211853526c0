/** The outline: models, the layers and tensors that are bound to names, functions and classes. */
import type { Analysis } from '../analysis/analysis';
import { outputText, tensorsOf } from '../analysis/observed';
import { isLayer } from '../graph/layer';
import { isModel } from '../graph/model';
import type { Expression, Item, Name, Statement } from '../python/ast';
import { contains, type Span } from '../text/span';
import type { Value } from '../values/value';

export type SymbolKind = 'model' | 'layer' | 'tensor' | 'function' | 'class';

export interface DocumentSymbol {
  readonly name: string;
  /** Beside the name: a shape, a class. */
  readonly detail: string;
  readonly kind: SymbolKind;
  /** The whole statement. */
  readonly span: Span;
  /** The name in it. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  const bindings = new Map<string, Value>();
  for (const { site, value } of analysis.trace.bindings) {
    const span = analysis.span(site.place);
    if (span && !bindings.has(`${span.start}`)) bindings.set(`${span.start}`, value);
  }
  const inner = stackedLayers(analysis);
  return analysis.module.items.flatMap((item) => symbolsOf(item.statement, item, bindings, inner));
}

/** The names that a target binds: `a` and `b` in `a, b = …`. */
function namesIn(target: Expression): Name[] {
  if (target.kind === 'Name') return [target];
  return target.kind === 'Tuple' || target.kind === 'List' ? target.elements.flatMap(namesIn) : [];
}

/** The layers that stand in the list of a Sequential. */
function stackedLayers(analysis: Analysis): DocumentSymbol[] {
  return analysis.sites.spots.flatMap(({ span, observations }) => {
    const [first] = observations;
    if (!first?.throughModel) return [];
    const detail = outputText(first.output) ?? '';
    return [{ name: first.callee, detail, kind: 'layer', span, nameSpan: span, children: [] }];
  });
}

function symbolsOf(
  statement: Statement,
  item: Item,
  bindings: ReadonlyMap<string, Value>,
  inner: readonly DocumentSymbol[],
): DocumentSymbol[] {
  const whole = { start: item.start + statement.start, end: item.start + statement.end };
  switch (statement.kind) {
    case 'FunctionDef':
    case 'ClassDef': {
      const start = item.start + statement.nameStart;
      return [
        {
          name: statement.name,
          detail: '',
          kind: statement.kind === 'ClassDef' ? 'class' : 'function',
          span: whole,
          nameSpan: { start, end: start + statement.name.length },
          children: statement.body.flatMap((part) => symbolsOf(part, item, bindings, inner)),
        },
      ];
    }
    case 'Assign':
      return statement.targets.flatMap(namesIn).flatMap((target) => {
        const nameSpan = { start: item.start + target.start, end: item.start + target.end };
        const value = bindings.get(`${nameSpan.start}`);
        const told = value && described(value);
        const children = told?.kind === 'model' ? inner.filter(({ span }) => contains(whole, span)) : [];
        return told ? [{ name: target.id, ...told, span: whole, nameSpan, children }] : [];
      });
    case 'If':
    case 'For':
    case 'While':
    case 'With':
    case 'Try':
      return statement.body.flatMap((part) => symbolsOf(part, item, bindings, inner));
    default:
      return [];
  }
}

function described(value: Value): { detail: string; kind: SymbolKind } | null {
  if (isLayer(value)) return { detail: value.cls.name, kind: isModel(value) ? 'model' : 'layer' };
  if (tensorsOf(value).length === 0) return null;
  return { detail: outputText(value) ?? '', kind: 'tensor' };
}
