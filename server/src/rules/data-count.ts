/** Inputs and labels that are not as many. */
import type { Analysis } from '../analysis/analysis';
import { callAt, setArgument } from '../analysis/arguments';
import { dataCalls, writtenData } from '../analysis/training';
import type { RefusalRecord, Site } from '../interpreter/trace';
import { hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import type { InstanceValue, Value } from '../values/value';
import { withoutArgument } from './leave-out';
import { partIdeas, stackIdeas } from './part-ideas';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';
import { dataPlaces, trainingOf } from './training';

export const dataCount = refusalRule({
  code: 'data-count',
  title: 'Different numbers of samples',
  page: {
    what: 'Inputs, labels or weights that belong together hold different numbers of samples.',
    why: 'The first axis of each array counts the samples. `train_test_split` gives both parts of the first array, then both parts of the second.',
    next: 'Pass arrays that belong together.',
    wrong: 'x_train, y_train, x_test, y_test = train_test_split(x, y)\nmodel.fit(x_train, y_train)',
    right: 'x_train, x_test, y_train, y_test = train_test_split(x, y)\nmodel.fit(x_train, y_train)',
  },
  tell(refusal, analysis) {
    const { model, arrays } = trainingOf(refusal);
    return {
      why: 'the first axis of each array counts its samples',
      next: 'pass arrays that belong together',
      related: dataPlaces(analysis, arrays),
      fixes: model
        ? [
            ...statefulIdeas(refusal, analysis, model),
            ...splitIdeas(analysis),
            ...weightIdeas(refusal, analysis),
            ...partnerIdeas(analysis, model),
            ...(arrays.length > 0 ? stackIdeas(analysis, model) : []),
            ...partIdeas(analysis, model),
          ]
        : [],
    };
  },
});

/** Whole batches only, for layers that keep their states. */
function statefulIdeas({ facts }: RefusalRecord, analysis: Analysis, model: InstanceValue): FixIdea[] {
  const { batch, counts } = facts ?? {};
  const [count, whole] = Array.isArray(counts) ? counts.map(Number) : [];
  if (typeof batch !== 'number' || !whole) return [];
  const edits = writtenData(analysis, model).flatMap(({ site, expression, value }): Edit[] => {
    const edit = countOf(value) === count ? editOf(analysis, site, expression, null, `[:${whole}]`) : null;
    return edit ? [edit] : [];
  });
  const calls = dataCalls(analysis, model).map(({ found }) => found);
  const sized = calls.flatMap((found) => setArgument(analysis, found, 'batch_size', `${batch}`, null) ?? []);
  const cut = { title: `Take the first ${whole} samples only`, edits };
  return [
    cut,
    { title: `Use \`batch_size=${batch}\``, edits: sized },
    { title: `${cut.title}, in batches of ${batch}`, edits: [...edits, ...sized] },
  ].filter(({ edits: some }) => some.length > 0);
}

/** Four names in the order that `train_test_split` does not give them. */
function splitIdeas(analysis: Analysis): FixIdea[] {
  const pattern = /^([ \t]*\(?)((\w+), *(\w+), *(\w+), *(\w+))\)?[ \t]*=[ \t]*(?:[\w.]+\.)?train_test_split\(/gm;
  return [...analysis.text.matchAll(pattern)].flatMap((found): FixIdea[] => {
    const [, before = '', old = '', a = '', b = '', c = '', d = ''] = found;
    const start = found.index + before.length;
    const names = `${a}, ${c}, ${b}, ${d}`;
    return [
      {
        title: `Take the parts in their order: \`${names}\``,
        edits: [{ start, end: start + old.length, newText: names }],
      },
    ];
  });
}

/** Another name of the program with as many samples as the inputs: `y_train` where `y_test` was passed. */
function partnerIdeas(analysis: Analysis, model: InstanceValue): FixIdea[] {
  const ideas: FixIdea[] = [];
  const data = writtenData(analysis, model);
  for (const [i, x] of data.entries()) {
    const y = data[i + 1];
    const [count, other] = [countOf(x.value), countOf(y?.value)];
    if (x.role !== 'x' || y?.role !== 'y' || count === null || other === null || count === other) continue;
    for (const [name, value] of analysis.trace.values()) {
      if (countOf(value) !== count || !isLike(value, y.value) || value === x.value) continue;
      const edit = editOf(analysis, y.site, y.expression, name);
      if (edit) ideas.push({ title: `Pass \`${name}\` as the labels`, edits: [edit] });
      if (ideas.length === 3) return ideas;
    }
    const least = Math.min(count, other);
    const longer = count > other ? x : y;
    const edit = editOf(analysis, longer.site, longer.expression, null, `[:${least}]`);
    if (edit) ideas.push({ title: `Take the first ${least} only`, edits: [edit] });
  }
  return ideas;
}

function countOf(value: Value | undefined): number | null {
  if (value?.kind !== 'tensor' || !hasRank(value.shape)) return null;
  const [count] = value.shape;
  return typeof count === 'number' ? count : null;
}

function isLike(a: Value, b: Value): boolean {
  if (a.kind !== 'tensor' || b.kind !== 'tensor' || !hasRank(a.shape) || !hasRank(b.shape)) return false;
  const other = b.shape;
  return a.shape.length === other.length && a.shape.every((size, i) => i === 0 || size === other[i]);
}

function editOf(
  analysis: Analysis,
  site: Site,
  node: { readonly start: number; readonly end: number },
  text: string | null,
  after = '',
  before = '',
): Edit | null {
  const span = analysis.span({ ...site.place, start: node.start, end: node.end });
  return span && { ...span, newText: text ?? `${before}${analysis.text.slice(span.start, span.end)}${after}` };
}

/** The first of the weights only, where there are more of them than samples. */
function weightIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const { roles, counts } = refusal.facts ?? {};
  const found = callAt(refusal.site);
  const written = found?.call.keywords.find(({ arg }) => arg === 'sample_weight');
  if (!found || !written || !Array.isArray(roles) || !Array.isArray(counts) || roles[1] !== 'sample_weight') return [];
  const [count, weights] = counts.map(Number) as [number, number];
  if (weights < count) return [withoutArgument(found, 'sample_weight', analysis)].flatMap((idea) => idea ?? []);
  const edit = editOf(analysis, found.site, written.value, null, `[:${count}]`);
  return edit ? [{ title: `Take the first ${count} weights only`, edits: [edit] }] : [];
}
