/** Modules whose answers depend on chance, the clock or the machine: everything they give is unknown. */
import type { ModuleValue, Value } from '../../values/value';
import { nothing } from './harmless';
import { declareModule } from './module';

/** Calls that give None, by module; the rest is unknown for the module's reason. */
const MODULES: Readonly<Record<string, { readonly why: string; readonly silent?: readonly string[] }>> = {
  secrets: { why: 'is random' },
  uuid: { why: 'is random' },
  time: { why: 'depends on the clock', silent: ['sleep'] },
  datetime: { why: 'depends on the clock' },
  calendar: { why: 'is not followed' },
  timeit: { why: 'depends on the clock' },
  glob: { why: 'depends on the files of the machine where it runs' },
  shutil: { why: 'depends on the files of the machine where it runs', silent: ['rmtree', 'copy', 'copyfile', 'move'] },
  tempfile: { why: 'depends on the machine where it runs' },
  platform: { why: 'depends on the machine where it runs' },
  socket: { why: 'depends on the machine where it runs' },
  subprocess: { why: 'depends on the machine where it runs' },
  multiprocessing: { why: 'depends on the machine where it runs' },
  csv: { why: 'reads a file that is not known' },
  urllib: { why: 'depends on the network' },
};

export function chanceModule(name: string): ModuleValue | undefined {
  const found = MODULES[name];
  if (!found) return undefined;
  const members = (found.silent ?? []).map((member) => [member, nothing(member) as Value] as const);
  return declareModule(name, members, { otherwise: found.why });
}
