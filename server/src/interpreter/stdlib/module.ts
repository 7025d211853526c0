/** How a module of the standard library is declared. */
import { reason } from '../../shapes/reason';
import { Namespace } from '../../values/heap';
import { type LibraryModule, ModuleValue, unknown, type Value } from '../../values/value';
import { settle } from '../builtins/define';

export interface ModuleOptions {
  /**
   * Why a member that is not declared is unknown: a clause behind "`os.listdir` ". By default it
   * "is not followed".
   */
  readonly otherwise?: string;
  /** Every public name is declared: another one is an AttributeError. */
  readonly complete?: boolean;
  /** Public names that the module has beside those that are declared; with them it is complete. */
  readonly others?: string;
  /** See `settle`. */
  readonly home?: string;
}

/** A module with its members; what is not among them is unknown, for a reason that names it. */
export function declareModule(
  name: string,
  members: Iterable<readonly [string, Value]>,
  options: ModuleOptions = {},
): ModuleValue {
  const declared = new Map(members);
  if (options.home) settle(declared.values(), options.home);
  const others = options.others === undefined ? null : new Set(options.others.split(/\s+/));
  const complete = options.complete ?? others !== null;
  const library: LibraryModule = {
    member: (member) => {
      const found = declared.get(member);
      if (found !== undefined || (complete && !others?.has(member)) || member.startsWith('__')) return found;
      return unknown(reason(`\`${name}.${member}\` ${options.otherwise ?? 'is not followed'}`));
    },
    names: () => declared.keys(),
    complete,
  };
  return new ModuleValue(name, new Namespace<Value>(undefined, true), library);
}
