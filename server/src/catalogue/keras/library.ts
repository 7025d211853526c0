/** What `import keras` gives, in all its spellings: modules whose names are found when they are asked for. */
import type { Generation } from '../../values/context';
import { Namespace } from '../../values/heap';
import { type ClassValue, type LibraryModule, ModuleValue, unknown, type Value } from '../../values/value';
import { inGeneration, type LayerDefinition } from '../define-layer';
import { versionOf } from '../released';
import { ADDONS } from './addons';
import { type KerasClasses, ownedBy } from './classes';
import { kerasFunctions } from './functions';
import {
  getFunction,
  INERT_ALIASES,
  INERT_MODULES,
  INERT_NAMES,
  inertClass,
  inertFunction,
  withInertOrigin,
} from './inert';
import { initializerClass } from './initializer-class';
import { inputFunction, inputLayerClass } from './input';
import { declaredClass, layerClass } from './layer-class';
import { LAYERS } from './layers';
import { mergingFunction } from './merging-functions';
import { functionalClass, modelClass, sequentialClass } from './model-class';
import { inKeras, isInterpreted, isSubmodule, lookedForIn, OTHER_MODULES, sameAs } from './modules';
import { OPERATION } from './operation-class';
import { KERAS_2, KERAS_3, type PublicNames } from './public-names';
import { trackedContainers } from './tracking';
import { calledFunction, calledMembers } from './training/called';

/** Values that others give to modules of Keras: ops, classes of tensors. By full name, `keras.ops.add`. */
export type Linked = (name: string) => Value | undefined;

/** Modules whose functions `compile` takes. */
const WITH_ORIGIN: ReadonlySet<string> = new Set(['keras.losses', 'keras.metrics']);

export class KerasLibrary implements KerasClasses {
  readonly layer: ClassValue;
  readonly inputLayer: ClassValue;
  readonly model: ClassValue;
  readonly functional: ClassValue;
  readonly sequential: ClassValue;
  private readonly publicNames: PublicNames;
  private readonly modules = new Map<string, ModuleValue>();
  private readonly declared = new Map<string, Value | undefined>();
  private readonly layers = new Map<LayerDefinition, ClassValue>();
  private readonly definitions = new Map<string, LayerDefinition>();

  constructor(
    readonly generation: Generation,
    private readonly linked: Linked,
  ) {
    this.publicNames = generation === 'keras3' ? KERAS_3 : KERAS_2;
    this.layer = ownedBy(layerClass(trackedContainers()), this);
    this.inputLayer = ownedBy(inputLayerClass(this.layer, generation), this);
    this.model = ownedBy(modelClass(this.layer), this);
    this.functional = ownedBy(functionalClass(this.model), this);
    this.sequential = ownedBy(sequentialClass(this.model, generation), this);
    for (const definition of LAYERS) {
      if (definition.onlyIn && (definition.onlyIn === 'keras3') !== (generation === 'keras3')) continue;
      const module = definition.module ? `keras.layers.${definition.module}` : 'keras.layers';
      for (const name of [definition.name, ...(definition.aliases ?? [])]) {
        this.definitions.set(`${module}.${name}`, definition);
      }
    }
    this.declare();
  }

  private declare(): void {
    const entries: readonly (readonly [string, Value])[] = [
      ['keras.layers.Layer', this.layer],
      ['keras.layers.InputLayer', this.inputLayer],
      ['keras.layers.Input', inputFunction(this)],
      ['keras.models.Model', this.model],
      ['keras.models.Functional', this.functional],
      ['keras.models.Sequential', this.sequential],
      ...(this.generation === 'keras3' ? [['keras.Operation', OPERATION] as const] : []),
      ...kerasFunctions(this.generation),
    ];
    for (const [name, value] of entries) this.declared.set(name, value);
  }

  of(definition: LayerDefinition): ClassValue {
    let cls = this.layers.get(definition);
    if (!cls) {
      cls = ownedBy(declaredClass(inGeneration(definition, this.generation), this.layer), this);
      this.layers.set(definition, cls);
    }
    return cls;
  }

  layerNamed(name: string): ClassValue | undefined {
    const definition = this.definitions.get(`keras.layers.${name}`);
    return definition && this.of(definition);
  }

  /** A layer of TensorFlow Addons, by its full name. */
  addon(name: string): ClassValue | undefined {
    const definition = ADDONS.get(name);
    return definition && this.of(definition);
  }

  /** A module by any spelling of its name; undefined for what is not Keras'. */
  module(name: string): ModuleValue | undefined {
    const known = this.modules.get(name);
    if (known) return known;
    const own = inKeras(name);
    if (own === undefined || isInterpreted(own)) return undefined;
    const module = new ModuleValue(name, new Namespace<Value>(undefined, true), this.members(name, own));
    this.modules.set(name, module);
    return module;
  }

  private members(spelling: string, own: string): LibraryModule {
    const modules = lookedForIn(own);
    return {
      complete: false,
      isFile: (name) => isInterpreted(`${own}.${name}`),
      member: (name) => this.member(spelling, own, modules, name),
      names: () => [...new Set(modules.flatMap((module) => this.publicNames.get(module) ?? []))],
    };
  }

  private member(spelling: string, own: string, modules: readonly string[], name: string): Value | undefined {
    if (isInterpreted(`${own}.${name}`)) return undefined;
    for (const module of modules) {
      const found = this.find(`${module}.${name}`);
      if (found) return found;
    }
    const inside = `${own}.${name}`;
    const isPublic = modules.some((module) => this.publicNames.get(module)?.includes(name));
    const isModule = this.publicNames.has(inside) || OTHER_MODULES.has(inside) || isSubmodule(own, name);
    if (!isPublic && isModule) {
      const inner = this.module(`${spelling}.${name}`) as Value;
      const [own_, other] = this.generation === 'keras3' ? [KERAS_3, KERAS_2] : [KERAS_2, KERAS_3];
      if (own_.has(inside) || !other.has(inside)) return inner;
      return { ...unknown({ text: `\`${inside}\` is a module of another Keras` }), present: inner };
    }
    if (isPublic) return unknown({ text: `\`${modules[0]}.${name}\` is not in the catalogue yet` });
    const open = unknown({ text: `\`${modules[0]}.${name}\` is not in the catalogue` });
    return { ...open, present: open };
  }

  /** What is declared under a full name. */
  private find(name: string): Value | undefined {
    if (this.declared.has(name)) return this.declared.get(name);
    const other = sameAs(name);
    const value = this.make(name) ?? (other === undefined ? undefined : this.find(other));
    this.declared.set(name, value);
    return value;
  }

  private make(name: string): Value | undefined {
    const dot = name.lastIndexOf('.');
    const [module, last] = [name.slice(0, dot), name.slice(dot + 1)];
    const definition = this.definitions.get(name);
    if (definition) return this.of(definition);
    if (module === 'keras.layers') {
      const merging = mergingFunction(last, (layer) => this.definitions.get(`keras.layers.${layer}`), this);
      if (merging) return merging;
    }
    if (name === 'keras.__version__') return versionOf('keras', this.generation);
    if (last === 'get') {
      const get = getFunction(module, (one) => this.find(one));
      if (get) return get;
    }
    const linked = this.linked(name);
    if (linked) return WITH_ORIGIN.has(module) ? withInertOrigin(linked, module, last) : linked;
    const inert = INERT_NAMES.has(name) || (INERT_MODULES.has(module) && this.publicNames.get(module)?.includes(last));
    if (!inert) return undefined;
    const named = INERT_ALIASES.get(name);
    if (named !== undefined) return this.find(named);
    const initializer = initializerClass(last, module);
    if (initializer) return initializer;
    return /^[A-Z]/.test(last)
      ? inertClass(last, module, calledMembers(module))
      : inertFunction(last, module, calledFunction(last, module));
  }
}
