/** How methods of tables are declared. */
import type { Context } from '../../values/context';
import { InstanceValue, type NativeFunction, NONE, type Value } from '../../values/value';
import { nativeFunction, pythonFunction } from '../native';
import { integerOf } from '../params';
import { open, TablePayload, tableOf } from './table';

export type Method = (table: TablePayload, context: Context, values: readonly Value[], self: InstanceValue) => Value;

/** What other versions of pandas take, too, is not refused. */
export function method(declaration: string, run: Method): NativeFunction {
  const isOpen = declaration.includes('**');
  return pythonFunction(
    isOpen ? declaration : declaration.replace(')', ', **others)'),
    (context, self: Value, ...values: Value[]) => {
      const table = tableOf(self);
      if (!table || self.kind !== 'instance') return context.unknown('the table is not known');
      const others = isOpen ? undefined : values.at(-1);
      if (others?.kind === 'dict' && others.entries.size > 0)
        return context.unknown('what the arguments mean is not known');
      return run(table, context, values, self);
    },
  );
}

/** A method whose arguments decide nothing. */
export function plain(name: string, run: Method): NativeFunction {
  return nativeFunction(name, null, ({ positional: [self, ...rest], uncertain }, context) => {
    const table = tableOf(self);
    if (!table || self?.kind !== 'instance' || uncertain) return context.unknown('the table is not known');
    return run(table, context, rest, self);
  });
}

/** Gives a table, or writes it to the one that it is called on (`inplace=True`). */
export function given(result: TablePayload, inplace: Value | undefined, self: InstanceValue, context: Context): Value {
  const truth = inplace ? context.truth(inplace) : false;
  if (truth === false) return new InstanceValue(context.heap.identity(), self.cls, result);
  const why = 'it is not known whether the table is changed';
  self.setPayload(
    context.heap,
    truth === true
      ? result
      : new TablePayload(
          result.shape.map(() => open(why)),
          '?',
        ),
  );
  return truth === true ? NONE : context.unknown('`inplace` is not known');
}

export type Options = ReadonlyMap<string, Value>;

/** A method of which keyword arguments decide. */
export function changing(
  name: string,
  result: (table: TablePayload, options: Options) => TablePayload,
): NativeFunction {
  return nativeFunction(name, null, ({ positional: [self], keywords, uncertain }, context) => {
    const table = tableOf(self);
    if (!table || self?.kind !== 'instance' || uncertain) return context.unknown('the table is not known');
    return given(result(table, keywords), keywords.get('inplace'), self, context);
  });
}

/** The number of an axis, which may be given by its name; undefined where it is not known. */
export function alongOf(axis: Value): number | undefined {
  return axis.kind === 'str' ? (axis.value === 'columns' ? 1 : 0) : integerOf(axis);
}

/** Whether `axis=` says that columns are meant. */
export function isAlongColumns(axis: Value | undefined): boolean {
  return axis !== undefined && alongOf(axis) === 1;
}
