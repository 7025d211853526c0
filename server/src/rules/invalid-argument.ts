/** An argument: missing, unknown, of a wrong type, out of its range, not among the choices. */
import type { Analysis } from '../analysis/analysis';
import { type CallSite, callAt, setArgument, writtenArgument } from '../analysis/arguments';
import { definitionOf } from '../analysis/observed';
import { replaced } from '../analysis/training';
import { RENAMED } from '../catalogue/keras/keras1';
import type { RefusalRecord } from '../interpreter/trace';
import type { Expression } from '../python/ast';
import { meantBy, nearest } from '../text/similar';
import { argumentsCall, boundArguments, refusalRule } from './refused';
import type { FixIdea } from './rule';

export const invalidArgument = refusalRule({
  code: 'invalid-argument',
  title: 'An argument that Keras refuses',
  page: {
    what: 'A required argument is missing, an argument is unknown, or its value is none that Keras takes.',
    why: 'Keras checks arguments when the layer is made, or when it is first called.',
    next: 'Look at the name and the value; the message says what is taken.',
    wrong: 'y = layers.Conv2D(8, 3, padding="sames")(x)',
    right: 'y = layers.Conv2D(8, 3, padding="same")(x)',
  },
  tell(refusal, analysis) {
    const { choices, names, whole } = refusal.facts ?? {};
    // A model's method is called where it raises, and made elsewhere.
    const found = refusal.phase === 'fit' ? callAt(refusal.site) : argumentsCall(refusal);
    const { number } = refusal.facts ?? {};
    if (typeof number === 'number' && refusal.parameter === 'input_shape') {
      const made = callAt(refusal.constructed) ?? callAt(refusal.site);
      const edit = made && setArgument(analysis, made, 'input_shape', `(${number},)`, boundArguments(refusal));
      return { fixes: edit ? [{ title: `Make it a tuple: \`(${number},)\``, edits: [edit] }] : [] };
    }
    if (typeof whole === 'string') return { fixes: wholeIdeas(refusal, whole, analysis) };
    const given = strings(choices);
    if (given.length > 0) {
      const fixes = found ? choiceIdeas(refusal, found, given, analysis) : [];
      // Of many choices the message names none.
      const isTold = given.some((choice) => refusal.message.includes(`'${choice}'`));
      return { next: fixes.length > 0 || !isTold ? undefined : 'choose one of these', fixes };
    }
    const known = parametersOf(refusal);
    const wrong = strings(names)[0];
    if (wrong !== undefined && refusal.facts?.problem === 'missing') {
      return {
        fixes: found ? oldNameIdeas(found, strings(names), analysis) : [],
        next: `give ${strings(names)
          .map((name) => `\`${name}\``)
          .join(' and ')} too`,
      };
    }
    if (found && refusal.facts?.problem === 'multiple') return { fixes: pairIdeas(found, analysis) };
    const meant = wrong !== undefined && isUnexpected(refusal) ? nearest(wrong, known) : undefined;
    const renamed = found && isUnexpected(refusal) ? oldNameIdeas(found, known, analysis) : [];
    const isPlain = meant !== undefined && renamed.every(({ edits }) => edits.length < 2);
    return {
      next: meant && `did you mean \`${meant}\`?`,
      fixes: [
        ...(isPlain ? [] : renamed),
        ...(found && wrong !== undefined && isUnexpected(refusal) ? nameIdeas(found, wrong, meant, analysis) : []),
      ],
    };
  },
});

function isUnexpected({ facts }: RefusalRecord): boolean {
  return facts?.problem === 'unexpected';
}

function strings(fact: unknown): string[] {
  return Array.isArray(fact) ? fact.filter((item): item is string => typeof item === 'string') : [];
}

function parametersOf(refusal: RefusalRecord): string[] {
  const definition = definitionOf(refusal.call?.instance);
  return definition ? [...Object.keys(definition.params), 'name', 'dtype', 'trainable'] : [];
}

/** The choices that may be meant by the one given. */
function choiceIdeas(
  refusal: RefusalRecord,
  found: CallSite,
  choices: readonly string[],
  analysis: Analysis,
): FixIdea[] {
  const parameter = refusal.parameter ?? '';
  const bound = boundArguments(refusal);
  const written = writtenArgument(found.call, parameter, bound);
  const node = written && 'arg' in written ? written.value : written;
  if (node?.kind !== 'Constant' || node.value.type !== 'str') return [];
  return meantBy(node.value.value.toLowerCase(), choices).flatMap((meant) => {
    const edit = setArgument(analysis, found, parameter, `"${meant}"`, bound);
    return edit ? [{ title: `Use \`${parameter}="${meant}"\``, edits: [edit] }] : [];
  });
}

/** A division without rest, or `int(…)`, where a whole number is wanted. */
function wholeIdeas({ site }: RefusalRecord, parameter: string, analysis: Analysis): FixIdea[] {
  const found = callAt(site);
  const node = found?.call.keywords.find(({ arg }) => arg === parameter)?.value;
  if (!found || !node) return [];
  if (node.kind === 'BinOp') {
    const span = analysis.span({ ...site.place, start: node.left.end, end: node.right.start });
    const text = span && analysis.text.slice(span.start, span.end);
    if (span && text?.trim() === '/')
      return [{ title: 'Divide without rest: `//`', edits: [{ ...span, newText: text.replace('/', '//') }] }];
  }
  const edit = replaced(analysis, site, node, (text) => `int(${text})`);
  return edit ? [{ title: 'Make it a whole number: `int(…)`', edits: [edit] }] : [];
}

/** Keywords of older generations, all by the names that they have now. */
function oldNameIdeas({ site, call }: CallSite, known: readonly string[], analysis: Analysis): FixIdea[] {
  const edits = call.keywords.flatMap((keyword) => {
    const now = keyword.arg === null ? undefined : RENAMED[keyword.arg];
    const span = analysis.span({ ...site.place, start: keyword.start, end: keyword.end });
    const isThere = now !== undefined && (known.length === 0 || known.includes(now));
    if (!span || !isThere || keyword.arg === null || call.keywords.some(({ arg }) => arg === now)) return [];
    return [{ start: span.start, end: span.start + keyword.arg.length, newText: now }];
  });
  return edits.length > 0 ? [{ title: 'Use the names that arguments have now', edits }] : [];
}

/** `Conv2D(32, 3, 3)`: the sizes of the window as one argument. */
function pairIdeas({ site, call }: CallSite, analysis: Analysis): FixIdea[] {
  const whole = call.args.findIndex(
    (arg, i) => i > 0 && isInt(arg) && call.args[i + 1] !== undefined && isInt(call.args[i + 1]),
  );
  const [first, second] = [call.args[whole], call.args[whole + 1]];
  if (whole < 0 || !first || !second) return [];
  const span = analysis.span({ ...site.place, start: first.start, end: second.end });
  return span
    ? [
        {
          title: 'Give both sizes in one tuple',
          edits: [{ ...span, newText: `(${analysis.text.slice(span.start, span.end)})` }],
        },
      ]
    : [];
}

function isInt(node: Expression | undefined): boolean {
  return node?.kind === 'Constant' && node.value.type === 'int';
}

/** The parameter that was meant in place of an unknown name, or none at all. */
function nameIdeas({ site, call }: CallSite, wrong: string, meant: string | undefined, analysis: Analysis): FixIdea[] {
  const keyword = call.keywords.find((one) => one.arg === wrong);
  const whole = keyword && analysis.span({ ...site.place, start: keyword.start, end: keyword.end });
  if (!keyword || !whole) return [];
  const ideas: FixIdea[] = [];
  if (meant !== undefined && !call.keywords.some((one) => one.arg === meant)) {
    const name = { start: whole.start, end: whole.start + wrong.length, newText: meant };
    ideas.push({ title: `Rename \`${wrong}\` to \`${meant}\``, edits: [name] });
  }
  // With the comma in front of it, or, for the first argument, the one behind it.
  const before = /,\s*$/.exec(analysis.text.slice(0, whole.start));
  const after = /^\s*,\s*/.exec(analysis.text.slice(whole.end));
  const edit = before
    ? { start: whole.start - before[0].length, end: whole.end, newText: '' }
    : { start: whole.start, end: whole.end + (after?.[0].length ?? 0), newText: '' };
  ideas.push({ title: `Remove \`${wrong}\``, edits: [edit] });
  return ideas;
}
