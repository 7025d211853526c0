/** Modules whose answers depend on chance, the clock or the machine: everything they give is unknown. */
import { isUnknownValue, type ModuleValue, type NativeFunction, NONE, type Value } from '../../values/value';
import { native } from '../builtins/define';
import { interpreterOf } from '../context';
import { nothing } from './harmless';
import { declareModule } from './module';

/**
 * By module, calls that give None, and those that a module written in Python (`_time` for `time`) answers where they are
 * given all that they need; the rest is unknown for the module's reason.
 */
const MODULES: Readonly<
  Record<string, { readonly why: string; readonly silent?: readonly string[]; readonly followed?: readonly string[] }>
> = {
  secrets: { why: 'is random' },
  time: {
    why: 'depends on the clock',
    silent: ['sleep'],
    followed: ['asctime', 'gmtime', 'strftime', 'strptime', 'struct_time'],
  },
  timeit: { why: 'depends on the clock' },
  glob: { why: 'depends on the files of the machine where it runs' },
  shutil: { why: 'depends on the files of the machine where it runs', silent: ['rmtree', 'copy', 'copyfile', 'move'] },
  tempfile: { why: 'depends on the machine where it runs' },
  platform: { why: 'depends on the machine where it runs' },
  socket: { why: 'depends on the machine where it runs' },
  subprocess: { why: 'depends on the machine where it runs' },
  multiprocessing: { why: 'depends on the machine where it runs' },
  urllib: { why: 'depends on the network' },
};

export function chanceModule(name: string): ModuleValue | undefined {
  const found = MODULES[name];
  if (!found) return undefined;
  const members = (found.silent ?? []).map((member) => [member, nothing(member) as Value] as const);
  for (const member of found.followed ?? []) members.push([member, delegating(name, member, found.why)]);
  return declareModule(name, members, { otherwise: found.why });
}

function delegating(module: string, member: string, why: string): NativeFunction {
  const needed = member.startsWith('strf') || member.startsWith('strp') ? 2 : 1;
  return {
    ...native(`${member}(*args)`, () => NONE),
    call: (given, context) => {
      const known = interpreterOf(context).importModule(`_${module}`);
      const callee = isUnknownValue(known) ? known : context.attribute(known, member);
      if (!callee || given.positional.length < needed) return context.unknown(`\`${module}.${member}\` ${why}`);
      return context.call(callee, given);
    },
  };
}
