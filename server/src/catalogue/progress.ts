/** `tqdm`: goes through what it is given, and shows how far it is. */
import { args } from '../values/arguments';
import { ClassValue, type IteratorValue, NONE, type Payload, unknown, type Value } from '../values/value';
import { declaredIdentity, named, nativeFunction, pythonFunction } from './native';

class ProgressPayload implements Payload {
  readonly type = 'progress';
  constructor(readonly iterable: Value) {}
}

function ask(self: Value | undefined, method: string, context: Parameters<IteratorValue['next']>[0]): Value {
  const inner =
    self?.kind === 'instance' && self.payload instanceof ProgressPayload ? self.payload.iterable : undefined;
  if (!inner) return context.unknown('what is gone through is not known');
  if (inner.kind === 'unknown') return inner;
  const found = context.attribute(inner, method);
  return found ? context.call(found, args([])) : context.unknown('what is gone through is not known');
}

const PROGRESS = new ClassValue(
  declaredIdentity(),
  'tqdm',
  'tqdm',
  [],
  named(
    nativeFunction('__init__', null, ({ positional: [self, given], keywords }, context) => {
      const iterable = given ?? keywords.get('iterable') ?? NONE;
      if (self?.kind === 'instance') self.setPayload(context.heap, new ProgressPayload(iterable));
      return NONE;
    }),
    nativeFunction('__iter__', null, ({ positional: [self] }, context) => ask(self, '__iter__', context)),
    nativeFunction('__len__', null, ({ positional: [self] }, context) => ask(self, '__len__', context)),
    nativeFunction('__enter__', null, ({ positional: [self] }) => self ?? NONE),
    nativeFunction('__exit__', null, () => NONE),
    ...['update', 'close', 'set_description', 'set_postfix', 'write', 'refresh', 'set_description_str', 'reset'].map(
      (name) => nativeFunction(name, null, () => NONE),
    ),
    pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
      const text = name.kind === 'str' ? name.value : '';
      if (text.startsWith('__')) return context.raise('AttributeError', text);
      return context.unknown(`\`${text}\` of a progress bar is not followed`);
    }),
  ),
);

const trange = nativeFunction('trange', null, ({ positional, uncertain }, context) => {
  if (uncertain) return unknown(uncertain);
  const range = context.call(context.builtin('range'), args(positional));
  return context.instantiate(PROGRESS, args([range]));
});

export const progress: readonly (readonly [string, Value])[] = [
  'tqdm',
  'tqdm.auto',
  'tqdm.notebook',
  'tqdm.std',
].flatMap((module) => [
  [`${module}.tqdm`, PROGRESS] as const,
  [`${module}.trange`, trange] as const,
  [`${module}.tqdm_notebook`, PROGRESS] as const,
]);
