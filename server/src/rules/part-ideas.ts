/** Taking apart what is given to a model of several inputs as one array, and the reverse. */
import type { Analysis } from '../analysis/analysis';
import { asPrimary, replaced, writtenData } from '../analysis/training';
import { modelState } from '../graph/model';
import type { Dimension } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import type { InstanceValue } from '../values/value';
import type { FixIdea } from './rule';

/** One array for several inputs, taken apart: along its first or second axis, or by its columns. */
export function partIdeas(analysis: Analysis, model: InstanceValue): FixIdea[] {
  const inputs = modelState(model)?.network.value?.inputs.map(({ shape }) => (hasRank(shape) ? shape : null)) ?? [];
  if (inputs.length < 2 || inputs.includes(null)) return [];
  const shapes = inputs as (readonly Dimension[])[];
  const fits = (sizes: readonly Dimension[]) =>
    shapes.every((shape) => shape.length === sizes.length + 1 && sizes.every((size, i) => size === shape[i + 1]));
  const widths = shapes.map((shape) => (shape.length === 2 ? (shape[1] as Dimension) : null));
  const parts = (shape: readonly Dimension[]): ((text: string) => string) | null => {
    const count = shapes.length;
    if (shape[0] === count && fits(shape.slice(2))) return (text) => `list(${text})`;
    if (shape[1] === count && fits(shape.slice(2)))
      return (text) => `[${shapes.map((_, i) => `${text}[:, ${i}]`).join(', ')}]`;
    if (shape.length !== 2 || !widths.every((width): width is number => typeof width === 'number')) return null;
    const ends = widths.map((_, i) => widths.slice(0, i + 1).reduce((all, width) => all + width, 0));
    if (ends.at(-1) !== shape[1]) return null;
    return (text) => `[${ends.map((end, i) => `${text}[:, ${i === 0 ? '' : ends[i - 1]}:${end}]`).join(', ')}]`;
  };
  const edits = writtenData(analysis, model).flatMap(({ role, value, site, expression }): Edit[] => {
    if (role !== 'x' || value.kind !== 'tensor' || !hasRank(value.shape)) return [];
    const make = parts(value.shape);
    const edit = make && replaced(analysis, site, expression, (text) => make(asPrimary(expression, text)));
    return edit ? [edit] : [];
  });
  return edits.length > 0 ? [{ title: 'Take the array apart: one for each input', edits }] : [];
}

/** A list of arrays is several inputs: one array of them is what is meant. */
export function stackIdeas(analysis: Analysis, model: InstanceValue): FixIdea[] {
  const numpy = [...analysis.trace.values()].find(
    ([, value]) => value.kind === 'module' && value.name === 'numpy',
  )?.[0];
  if (!numpy) return [];
  const edits = writtenData(analysis, model).flatMap((data): Edit[] => {
    if (data.value.kind !== 'list' || data.value.uncertain) return [];
    const edit = replaced(analysis, data.site, data.expression, (text) => `${numpy}.array(${text})`);
    return edit ? [edit] : [];
  });
  return edits.length > 0 ? [{ title: 'Make one array of the list', edits }] : [];
}
