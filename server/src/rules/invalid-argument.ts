/** An argument: missing, unknown, of a wrong type, out of its range, not among the choices. */
import type { Analysis } from '../analysis/analysis';
import { type CallSite, setArgument, writtenArgument } from '../analysis/arguments';
import { definitionOf } from '../analysis/observed';
import type { RefusalRecord } from '../interpreter/trace';
import { nearest } from '../text/similar';
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
    const { choices, names } = refusal.facts ?? {};
    const found = argumentsCall(refusal);
    const given = strings(choices);
    if (given.length > 0) {
      const fixes = found ? choiceIdeas(refusal, found, given, analysis) : [];
      return { next: fixes.length > 0 ? undefined : 'choose one of these', fixes };
    }
    const known = parametersOf(refusal);
    const wrong = strings(names)[0];
    if (wrong !== undefined && refusal.facts?.problem === 'missing') {
      return {
        next: `give ${strings(names)
          .map((name) => `\`${name}\``)
          .join(' and ')} too`,
      };
    }
    const meant = wrong !== undefined && isUnexpected(refusal) ? nearest(wrong, known) : undefined;
    return {
      next: meant && `did you mean \`${meant}\`?`,
      fixes: found && wrong !== undefined && isUnexpected(refusal) ? nameIdeas(found, wrong, meant, analysis) : [],
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

/** The choice that is spelled most like the one given. */
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
  const meant = nearest(node.value.value.toLowerCase(), choices);
  const edit = meant === undefined ? null : setArgument(analysis, found, parameter, `"${meant}"`, bound);
  return edit ? [{ title: `Use \`${parameter}="${meant}"\``, edits: [edit] }] : [];
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
