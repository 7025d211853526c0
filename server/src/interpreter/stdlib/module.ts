/** How a module of the standard library is declared. */
import { reason } from '../../shapes/reason';
import { Namespace } from '../../values/heap';
import { type LibraryModule, ModuleValue, unknown, type Value } from '../../values/value';

export interface ModuleOptions {
  /**
   * Why a member that is not declared is unknown: a clause behind "`os.listdir` ". By default it
   * "is not followed".
   */
  readonly otherwise?: string;
  /** Every public name is declared: another one is an AttributeError. */
  readonly complete?: boolean;
}

/** A module with its members; what is not among them is unknown, for a reason that names it. */
export function declareModule(
  name: string,
  members: Iterable<readonly [string, Value]>,
  options: ModuleOptions = {},
): ModuleValue {
  const declared = new Map(members);
  const library: LibraryModule = {
    member: (member) => {
      const found = declared.get(member);
      if (found !== undefined || options.complete || member.startsWith('__')) return found;
      return unknown(reason(`\`${name}.${member}\` ${options.otherwise ?? 'is not followed'}`));
    },
    names: () => declared.keys(),
    complete: options.complete ?? false,
  };
  return new ModuleValue(name, new Namespace<Value>(undefined, true), library);
}
