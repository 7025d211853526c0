/** Writing another layer before one that is there. */
import type { Analysis } from '../analysis/analysis';
import type { CallSite } from '../analysis/arguments';
import { replaced } from '../analysis/training';
import type { Site } from '../interpreter/trace';
import type { Edit } from '../text/edit';

/** A name for a class, and the edits that import it where it is not there yet. */
export interface NamedClass {
  readonly text: string;
  readonly imports: readonly Edit[];
}

/** How the program would name a layer class, by how it names another one: `layers.Flatten`; null where it cannot. */
export function layerLike({ site, call }: CallSite, wanted: string, analysis: Analysis): NamedClass | null {
  const span = analysis.span({ ...site.place, start: call.func.start, end: call.func.end });
  if (!span) return null;
  const name = analysis.text.slice(span.start, span.end);
  if (call.func.kind === 'Attribute') {
    return { text: `${name.slice(0, -call.func.attr.length)}${wanted}`, imports: [] };
  }
  for (const [known, value] of analysis.trace.values()) {
    if (value.kind === 'class' && value.name === wanted) return { text: known, imports: [] };
  }
  const added = importBeside(name, wanted, analysis);
  return added && { text: wanted, imports: [added] };
}

/** The edit that imports a name from where another one is imported from. */
function importBeside(known: string, wanted: string, analysis: Analysis): Edit | null {
  for (const found of analysis.text.matchAll(/^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)/gm)) {
    const names = found[1] ?? '';
    if (!names.match(/\w+/g)?.includes(known)) continue;
    const at = found.index + found[0].length - names.length;
    const isOpen = names.startsWith('(');
    const offset = isOpen ? at + 1 : at;
    return { start: offset, end: offset, newText: `${wanted}, ` };
  }
  return null;
}

/** In a list, on a line of its own where the layer stands on one; in `model.add(…)`, as a statement before. */
export function elementBefore(made: CallSite, added: string, analysis: Analysis): Edit[] | null {
  const span = analysis.span(made.site.place);
  if (!span) return null;
  const { lines, text } = analysis;
  const lineStart = lines.lineStart(lines.position(span.start).line);
  const before = text.slice(lineStart, span.start);
  if (before.trim() === '') return [{ start: span.start, end: span.start, newText: `${added},\n${before}` }];
  const statement = /^(\s*)([\w.]+)\.add\(\s*$/.exec(before);
  if (statement)
    return [{ start: lineStart, end: lineStart, newText: `${statement[1]}${statement[2]}.add(${added})\n` }];
  return /[[,]\s*$/.test(before) ? [{ start: span.start, end: span.start, newText: `${added}, ` }] : null;
}

/** `Dense(…)(x)` as `Dense(…)(Flatten()(x))`; `layer` is the text of a layer. */
export function wrapInput(site: Site | undefined, layer: string, analysis: Analysis): Edit[] | null {
  if (site?.node.kind !== 'Call' || site.node.args.length !== 1) return null;
  const [argument] = site.node.args;
  const edit = argument && replaced(analysis, site, argument, (text) => `${layer}(${text})`);
  return edit ? [edit] : null;
}
