/** Random arrays: `np.random`, and the generators that it makes. */
import { axisOf } from '../../shapes/axes';
import { type Dimension, isKnown, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';
import { hasRank, type Shape } from '../../shapes/shape';
import { NONE } from '../../values/value';
import { type OpDefinition, tensorOf } from '../ops/define-op';
import { Operand } from '../ops/operand';
import type { OpParam } from '../ops/params';
import { anything } from '../params';
import { array, asArray, integer, numpyOp, shape, sizeOrNone, type } from './define';
import { contentOf } from './elements';
import { meet } from './elementwise';
import { fitsInto } from './making';
import { ARRAY_LITERALS } from './types';

/** Distributions: their parameters broadcast, where no size is given. */
interface Distribution {
  readonly names: string;
  /** Parameters before `size`, as Python shows them. */
  readonly parameters: string;
  readonly type?: DType;
  /** Behind the parameters of each draw: an axis of its own. */
  readonly vector?: string;
}

const distributions: readonly Distribution[] = [
  { names: 'normal', parameters: 'loc=0.0, scale=1.0' },
  { names: 'uniform', parameters: 'low=0.0, high=1.0' },
  { names: 'laplace', parameters: 'loc=0.0, scale=1.0' },
  { names: 'logistic', parameters: 'loc=0.0, scale=1.0' },
  { names: 'gumbel', parameters: 'loc=0.0, scale=1.0' },
  { names: 'lognormal', parameters: 'mean=0.0, sigma=1.0' },
  { names: 'exponential', parameters: 'scale=1.0' },
  { names: 'rayleigh', parameters: 'scale=1.0' },
  { names: 'beta', parameters: 'a, b' },
  { names: 'gamma', parameters: 'shape, scale=1.0' },
  { names: 'standard_gamma', parameters: 'shape' },
  { names: 'chisquare', parameters: 'df' },
  { names: 'f', parameters: 'dfnum, dfden' },
  { names: 'noncentral_chisquare', parameters: 'df, nonc' },
  { names: 'noncentral_f', parameters: 'dfnum, dfden, nonc' },
  { names: 'pareto', parameters: 'a' },
  { names: 'power', parameters: 'a' },
  { names: 'weibull', parameters: 'a' },
  { names: 'standard_t', parameters: 'df' },
  { names: 'triangular', parameters: 'left, mode, right' },
  { names: 'vonmises', parameters: 'mu, kappa' },
  { names: 'wald', parameters: 'mean, scale' },
  { names: 'binomial', parameters: 'n, p', type: 'int64' },
  { names: 'negative_binomial', parameters: 'n, p', type: 'int64' },
  { names: 'poisson', parameters: 'lam=1.0', type: 'int64' },
  { names: 'geometric', parameters: 'p', type: 'int64' },
  { names: 'hypergeometric', parameters: 'ngood, nbad, nsample', type: 'int64' },
  { names: 'logseries', parameters: 'p', type: 'int64' },
  { names: 'zipf', parameters: 'a', type: 'int64' },
  { names: 'standard_cauchy', parameters: '' },
  { names: 'multinomial', parameters: 'n, pvals', type: 'int64', vector: 'pvals' },
  { names: 'dirichlet', parameters: 'alpha', vector: 'alpha' },
  { names: 'multivariate_normal', parameters: 'mean, cov', vector: 'mean' },
];

function distribution({ names, parameters, type: made = 'float64', vector }: Distribution): OpDefinition {
  const [name = ''] = names.split(' ');
  const own = parameters === '' ? [] : parameters.split(', ').map((one) => one.replace(/=.*/, ''));
  const more = name === 'multivariate_normal' ? ', check_valid="warn", tol=1e-8, *, method="svd"' : '';
  const read = Object.fromEntries(own.map((one) => [one, array()])) as Record<string, OpParam<Operand>>;
  return numpyOp(`random.${name}(${own.length > 0 ? `${parameters}, ` : ''}size=None${more})`, {
    summary: `Random numbers: \`${name}\`.`,
    read: { ...read, size: sizeOrNone() } as { readonly size: OpParam<Shape | null> },
    output: ({ args }) => {
      const { size } = args;
      const operands = own.map((one) => (args as unknown as Record<string, Operand>)[one] as Operand);
      const scalars = operands.filter((_, i) => own[i] !== vector && !(vector === 'mean' && own[i] === 'cov'));
      const vectors = vector ? (operands[own.indexOf(vector)] as Operand) : null;
      const behind = vectors ? vectors.shape.slice(-1) : [];
      // A Generator's multinomial takes rows of probabilities, which meet the counts.
      const rows =
        vector === 'pvals' && vectors ? [new Operand(NONE, vectors.shape.slice(0, -1), '?', ARRAY_LITERALS)] : [];
      const met = meet([...scalars, ...rows]);
      if (size === null) return tensorOf(hasRank(met) ? [...met, ...behind] : met, made);
      if (hasRank(size) && hasRank(met)) fitsInto(met, size);
      return tensorOf(hasRank(size) ? [...size, ...behind] : size, made);
    },
  });
}

/** `rand`, `randn`: sizes as single arguments. */
function sized(name: string): OpDefinition {
  return numpyOp(`random.${name}(*args)`, {
    summary: `Random numbers of ${name === 'rand' ? 'the unit interval' : 'the normal distribution'}.`,
    read: { args: sizes() },
    output: ({ args: { args } }) => tensorOf(args, 'float64'),
  });
}

function sizes(): OpParam<readonly Dimension[]> {
  return shape() as unknown as OpParam<readonly Dimension[]>;
}

function plain(names: string, generator: boolean): OpDefinition {
  const [name = '', ...aliases] = names.split(' ');
  const more = generator ? ', dtype=None, out=None' : '';
  return numpyOp(`random.${name}(size=None${more})`, {
    aliases: aliases.map((one) => `random.${one}`),
    summary: 'Random numbers.',
    read: { size: sizeOrNone(), ...(generator ? { dtype: type() } : {}) },
    output: ({ args }) => tensorOf(args.size ?? [], (args as { dtype?: DType | null }).dtype ?? 'float64'),
  });
}

function integersOf(declaration: string): OpDefinition {
  return numpyOp(declaration, {
    summary: 'Random ints.',
    read: { low: array(), high: optionalOther(), size: sizeOrNone(), dtype: type() },
    output: ({ args: { low, high, size, dtype } }) => {
      const bounds = high ? [low, high] : [low];
      if (size === null) return tensorOf(meet(bounds), dtype ?? 'int64');
      const met = meet(bounds);
      if (hasRank(size) && hasRank(met)) fitsInto(met, size);
      const [from, to] = high ? [low, high] : [null, low];
      const least = from ? Number(contentOf(from)?.items[0]) : 0;
      const most = Number(contentOf(to as Operand)?.items[0]);
      const inclusive = /endpoint/.test(declaration);
      if (
        !inclusive &&
        Array.isArray(met) &&
        met.length === 0 &&
        most <= least &&
        Number.isFinite(least) &&
        Number.isFinite(most)
      ) {
        refuse('invalid-argument', `there are no ints from ${least} below ${most}`, { parameter: 'low' });
      }
      return tensorOf(size, dtype ?? 'int64');
    },
  });
}

function optionalOther(): OpParam<Operand | null> {
  return {
    ...array(),
    read: (value, context) => ({ value: value.kind === 'None' ? null : asArray(value, context) }),
  } as OpParam<Operand | null>;
}

/** Drawn from an array, or from the ints below a number. */
function choosing(generator: boolean): OpDefinition {
  const more = generator ? 'replace=True, p=None, axis=0, shuffle=True' : 'replace=True, p=None';
  return numpyOp(`random.choice(a, size=None, ${more})`, {
    summary: 'Elements drawn at random.',
    read: {
      a: array(),
      size: sizeOrNone(),
      replace: anything(),
      p: anything(),
      ...(generator ? { axis: integer() } : {}),
    },
    output: ({ args, callee }) => {
      const { a, size, replace, p } = args;
      if (a.rank > 1 && !generator) refuse('wrong-rank', '`a` of choice must be a vector', { parameter: 'a' });
      const along = generator && a.rank > 0 ? axisOf((args as { axis?: number }).axis ?? 0, a.rank) : 0;
      const length = a.rank === 0 ? contentOf(a)?.items[0] : a.shape[along];
      const count = typeof length === 'number' ? length : null;
      if (replace.kind === 'bool' && !replace.value && count !== null && size && hasRank(size) && size.every(isKnown)) {
        const wanted = (size as number[]).reduce((x, y) => x * y, 1);
        if (wanted > count) {
          refuse('invalid-argument', `${wanted} of ${count} cannot be drawn without taking one twice`, {
            parameter: 'size',
          });
        }
      }
      if (p.kind !== 'None') {
        const weights = asArray(p, { callee, parameter: 'p' });
        const own = hasRank(weights.anyShape) ? weights.shape[0] : undefined;
        if (own !== undefined && isKnown(own) && count !== null && own !== count) {
          refuse('incompatible-shapes', `${own} probabilities are given for ${count} elements`, { parameter: 'p' });
        }
      }
      const drawn = size ?? [];
      if (!hasRank(drawn)) return tensorOf(drawn, a.rank === 0 ? 'int64' : a.dtype);
      const shape = a.rank > 1 ? [...a.shape.slice(0, along), ...drawn, ...a.shape.slice(along + 1)] : drawn;
      return tensorOf(shape, a.rank === 0 ? 'int64' : a.dtype);
    },
  });
}

/** A permutation of an array's rows, or of the ints below a number. */
const permutation = numpyOp('random.permutation(x, axis=0)', {
  summary: 'Rows in random order.',
  read: { x: array() },
  output: ({ args: { x } }) => {
    if (x.rank > 0) return tensorOf(x.shape, x.dtype);
    const count = contentOf(x)?.items[0];
    return tensorOf([typeof count === 'number' ? count : unknownLength()], 'int64');
  },
});

function unknownLength(): Dimension {
  return unknownDimension({ text: 'a number is not known' });
}

const permuted = numpyOp('random.permuted(x, *, axis=None, out=None)', {
  summary: 'Elements in random order.',
  read: { x: array() },
  output: ({ args: { x } }) => tensorOf(x.anyShape, x.dtype),
});

/** `np.random.…` and the methods of a `RandomState`. */
export const random: readonly OpDefinition[] = [
  ...distributions.map(distribution),
  sized('rand'),
  sized('randn'),
  plain('random random_sample ranf sample', false),
  plain('standard_normal', false),
  plain('standard_exponential', false),
  integersOf('random.randint(low, high=None, size=None, dtype=None)'),
  integersOf('random.random_integers(low, high=None, size=None, dtype=None)'),
  choosing(false),
  permutation,
];

/** Methods of `np.random.default_rng()`. */
export const generator: readonly OpDefinition[] = [
  ...distributions.map(distribution),
  plain('random', true),
  plain('standard_normal', true),
  plain('standard_exponential', true),
  integersOf('random.integers(low, high=None, size=None, dtype=None, endpoint=False)'),
  choosing(true),
  permutation,
  permuted,
];
