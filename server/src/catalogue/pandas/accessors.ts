/** What is asked of each value of a Series: `.str`, `.dt`, `.cat`. */
import type { Context } from '../../values/context';
import { ClassValue, InstanceValue, type Payload, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, property, pythonFunction } from '../native';
import { SERIES, series, type TablePayload, tableOf } from './table';

class AccessorPayload implements Payload {
  readonly type = 'accessor';
  constructor(readonly table: TablePayload) {}
}

/** What gives one value for each, as a method or as an attribute. */
interface Accessor {
  readonly methods: string;
  readonly attributes: string;
}

const ACCESSORS: Readonly<Record<string, Accessor>> = {
  str: {
    methods:
      'lower upper title capitalize swapcase casefold strip lstrip rstrip removeprefix removesuffix replace contains ' +
      'startswith endswith match fullmatch len slice get count find rfind join zfill pad center ljust rjust repeat ' +
      'normalize translate wrap encode decode isalpha isdigit isalnum isspace islower isupper isnumeric',
    attributes: '',
  },
  dt: {
    methods: 'strftime round floor ceil normalize day_name month_name total_seconds tz_localize tz_convert',
    attributes:
      'year month day hour minute second microsecond nanosecond dayofweek day_of_week weekday dayofyear day_of_year ' +
      'quarter date time days_in_month daysinmonth is_month_start is_month_end is_quarter_start is_quarter_end ' +
      'is_year_start is_year_end is_leap_year days seconds',
  },
  cat: { methods: '', attributes: 'codes' },
};

function asked(self: Value | undefined, context: Context): Value {
  return self?.kind === 'instance' && self.payload instanceof AccessorPayload
    ? series(self.payload.table.rows, '?', self.payload.table.labels)
    : context.unknown('the values are not known');
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

for (const [name, { methods, attributes }] of Object.entries(ACCESSORS)) {
  const accessor = new ClassValue(
    declaredIdentity(),
    `${name} accessor`,
    'pandas',
    [],
    [
      ...words(attributes).map((one) => [one, property((context, self) => asked(self, context))] as const),
      ...named(
        ...words(methods).map((one) =>
          nativeFunction(one, null, ({ positional: [self] }, context) => asked(self, context)),
        ),
        ...(name === 'str'
          ? [pythonFunction('__getitem__(self, key)', (context, self: Value) => asked(self, context))]
          : []),
        pythonFunction('__getattr__(self, name)', (context, _self: Value, asked: Value) => {
          const text = asked.kind === 'str' ? asked.value : '';
          if (text.startsWith('__')) return context.raise('AttributeError', text);
          return context.unknown(`\`${text}\` of \`.${name}\` is not followed`);
        }),
      ),
    ],
  );
  SERIES.members.declare(
    name,
    property((context, self) => {
      const table = tableOf(self);
      if (!table) return context.unknown('the table is not known');
      return new InstanceValue(context.heap.identity(), accessor, new AccessorPayload(table));
    }),
  );
}
