/** The table of standard modules. */
import type { ModuleValue } from '../../values/value';
import { builtinNames } from '../builtins/registry';
import { chanceModule } from './chance';
import { copyModule } from './copy';
import { functoolsModule } from './functools';
import { gcModule, loggingModule, warningsModule } from './harmless';
import { itertoolsModule } from './itertools';
import { jsonModule } from './json';
import { mathModule } from './math';
import { declareModule } from './module';
import { operatorModule } from './operator';
import { osModule, osPathModule } from './os';
import { randomModule } from './random';
import { regexModule } from './regex/module';
import { sysModule } from './sys';
import { unknownModule } from './unknown';

const MAKERS: ReadonlyMap<string, () => ModuleValue> = new Map<string, () => ModuleValue>([
  ['_unknown', unknownModule],
  ['builtins', () => declareModule('builtins', builtinNames, { complete: true })],
  ['copy', copyModule],
  ['functools', functoolsModule],
  ['gc', gcModule],
  ['itertools', itertoolsModule],
  ['json', jsonModule],
  ['logging', loggingModule],
  ['math', mathModule],
  ['operator', operatorModule],
  ['os', osModule],
  ['os.path', osPathModule],
  ['random', randomModule],
  ['re', regexModule],
  ['sys', sysModule],
  ['warnings', warningsModule],
]);

export interface StandardLibrary {
  /** Undefined where no standard module of that name is followed. */
  module(name: string): ModuleValue | undefined;
}

/** The modules of one program, each made when it is first imported. */
export function createStandardLibrary(): StandardLibrary {
  const made = new Map<string, ModuleValue>();
  return {
    module: (name) => {
      const known = made.get(name);
      if (known) return known;
      const module = MAKERS.get(name)?.() ?? chanceModule(name);
      if (module) made.set(name, module);
      return module;
    },
  };
}
