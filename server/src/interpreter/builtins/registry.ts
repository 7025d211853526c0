/** What built-in names mean, and the class of every value. */
import {
  type ClassValue,
  ELLIPSIS,
  type NativeFunction,
  NOT_IMPLEMENTED,
  OBJECT,
  TRUE,
  type Value,
} from '../../values/value';
import { bytearrayClass } from './bytearray';
import { bytesClass } from './bytes';
import { builtinFunctions } from './define';
import { dictClass, dictViewClasses, mappingProxyClass } from './dict';
import { exceptionClasses } from './exceptions';
import {
  classmethodClass,
  descriptorClasses,
  functionClass,
  methodClass,
  moduleClass,
  nativeClassOf,
  nativeFunctionClass,
  staticmethodClass,
  superClass,
} from './functions';
import { aliasClasses } from './generic-alias';
import {
  enumerateClass,
  filterClass,
  generatorClass,
  iteratorClass,
  mapClass,
  reversedClass,
  zipClass,
} from './iterator-classes';
import { listClass } from './list';
import {
  boolClass,
  complexClass,
  ellipsisClass,
  floatClass,
  intClass,
  noneClass,
  notImplementedClass,
} from './numbers';
import { numericFunctions } from './numeric-functions';
import { propertyClass } from './property';
import './object';
import { objectFunctions } from './object-functions';
import { rangeClass, sliceClass } from './range';
import { sequenceFunctions } from './sequence-functions';
import { frozensetClass, setClass } from './set';
import { strClass } from './str';
import { tupleClass } from './tuple';
import { typeClass } from './type';

export { attributesOf, plain } from './boxed';
export { isBuiltinClass } from './define';
export { equalValues } from './equality';
export { makeException } from './exception-state';
export { formatOf } from './format-spec';
export { hashKey } from './hashing';
export { indexOf, itemsOf, iteratorOf, lengthOf, truthOf } from './protocols';
export { displayedSet } from './set-order';
export { reprOf, strOf } from './text';

/** Classes with a name among the built-ins. */
const NAMED: readonly ClassValue[] = [
  OBJECT,
  typeClass,
  intClass,
  boolClass,
  floatClass,
  complexClass,
  strClass,
  bytesClass,
  bytearrayClass,
  listClass,
  tupleClass,
  dictClass,
  setClass,
  frozensetClass,
  rangeClass,
  sliceClass,
  zipClass,
  mapClass,
  filterClass,
  enumerateClass,
  reversedClass,
  propertyClass,
  staticmethodClass,
  classmethodClass,
  superClass,
];

/** Classes that values have, and no built-in name. */
const UNNAMED: readonly ClassValue[] = [
  noneClass,
  notImplementedClass,
  ellipsisClass,
  functionClass,
  nativeFunctionClass,
  methodClass,
  moduleClass,
  generatorClass,
  mappingProxyClass,
  ...aliasClasses,
  ...dictViewClasses,
];

const functions: readonly NativeFunction[] = builtinFunctions([
  ...numericFunctions,
  ...sequenceFunctions,
  ...objectFunctions,
]);

/** The module `builtins`. */
export const builtinNames: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...NAMED.map((cls) => [cls.name, cls] as const),
  ...exceptionClasses,
  ['IOError', exceptionClasses.get('OSError') as ClassValue],
  ['EnvironmentError', exceptionClasses.get('OSError') as ClassValue],
  ...functions.map((f) => [f.name, f] as const),
  ['NotImplemented', NOT_IMPLEMENTED],
  ['Ellipsis', ELLIPSIS],
  ['__debug__', TRUE],
]);

const classes = new Map<string, ClassValue>([
  ...UNNAMED.map((cls) => [cls.name, cls] as const),
  ...NAMED.map((cls) => [cls.name, cls] as const),
  ...exceptionClasses,
]);

/** A class that exists before any program runs, by its name: `int`, `ValueError`, `generator`. */
export function builtinClass(name: string): ClassValue {
  return classes.get(name) ?? iteratorClass(name);
}

/** The class of a value that the catalogue does not decide (tensors) and that is known. */
export function classOfBuiltin(value: Value): ClassValue {
  switch (value.kind) {
    case 'None':
      return noneClass;
    case 'Ellipsis':
      return ellipsisClass;
    case 'NotImplemented':
      return notImplementedClass;
    case 'bool':
      return boolClass;
    case 'int':
      return intClass;
    case 'float':
      return floatClass;
    case 'complex':
      return complexClass;
    case 'str':
      return strClass;
    case 'bytes':
      return bytesClass;
    case 'list':
      return value.cls ?? listClass;
    case 'tuple':
      return value.cls ?? tupleClass;
    case 'dict':
      return value.cls ?? dictClass;
    case 'set':
      return value.frozen ? frozensetClass : setClass;
    case 'range':
      return rangeClass;
    case 'slice':
      return sliceClass;
    case 'function':
      return functionClass;
    case 'native':
      return nativeClassOf(value);
    case 'method':
      return value.function.kind === 'native' ? nativeClassOf(value) : methodClass;
    case 'property':
      return value.descriptor ? descriptorClasses[value.descriptor] : propertyClass;
    case 'staticmethod':
      return staticmethodClass;
    case 'classmethod':
      return classmethodClass;
    case 'class':
      return value.metaclass ?? typeClass;
    case 'instance':
      return value.cls;
    case 'super':
      return superClass;
    case 'module':
      return moduleClass;
    case 'iterator':
      return iteratorClass(value.type);
    case 'tensor':
    case 'unknown':
      return OBJECT;
  }
}
