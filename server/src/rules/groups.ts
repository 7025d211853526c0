/** Channels that do not divide into the groups. */
import { setArgument } from '../analysis/arguments';
import { argumentsCall, boundArguments, refusalRule } from './refused';

export const groups = refusalRule({
  code: 'groups',
  blames: ['groups'],
  title: 'Channels that do not divide into groups',
  page: {
    what: 'The channels of the input, or the filters, are not a multiple of `groups`.',
    why: 'A grouped convolution (or a group normalization) splits its channels into `groups` equal parts.',
    next: 'Choose a number of groups that divides both.',
    wrong: 'x = keras.Input(shape=(28, 28, 6))\ny = layers.Conv2D(8, 3, groups=4)(x)',
    right: 'x = keras.Input(shape=(28, 28, 6))\ny = layers.Conv2D(8, 3, groups=2)(x)',
  },
  tell(refusal, analysis) {
    const bound = boundArguments(refusal);
    const found = argumentsCall(refusal);
    const written = bound?.get('groups')?.value;
    const channels = Object.values(refusal.facts ?? {}).filter((fact): fact is number => typeof fact === 'number');
    const given = written?.kind === 'int' ? Number(written.value) : 0;
    const sizes = [...channels, ...intsOf(bound?.get('filters')?.value)].filter((size) => size !== given);
    const best = sizes.length > 0 ? divisorBelow(sizes, given) : 0;
    const edit = found && best > 0 ? setArgument(analysis, found, 'groups', String(best), bound) : null;
    return {
      why: 'each group takes an equal part of the channels',
      next: 'choose `groups` so that it divides the input channels and the filters',
      fixes: edit ? [{ title: `Use \`groups=${best}\``, edits: [edit] }] : [],
    };
  },
});

function intsOf(value: { readonly kind: string } | undefined): number[] {
  return value?.kind === 'int' && 'value' in value ? [Number(value.value)] : [];
}

/** The largest number below `given` that divides all sizes. */
function divisorBelow(sizes: readonly number[], given: number): number {
  for (let divisor = given - 1; divisor >= 1; divisor--) {
    if (sizes.every((size) => size % divisor === 0)) return divisor;
  }
  return 0;
}
