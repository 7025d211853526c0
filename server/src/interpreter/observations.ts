/** Tells the records what happened, and where. */
import type { Node } from '../python/ast';
import type { Place } from '../shapes/reason';
import type { ObservedCall, PythonError, Refusal } from '../values/context';
import type { InstanceValue, Value } from '../values/value';
import type { Source } from './environment';
import type { Interpreter } from './interpreter';
import type { Site } from './trace';

export function siteAt(source: Source, node: Node): Site {
  return { place: placeAt(source, node), item: source.item, node };
}

export function placeAt(source: Source, node: Node): Place {
  return new NodePlace(source.uri, source.item, node);
}

/** Where a node stands: also after its statement was laid out anew, which does not run it again. */
class NodePlace implements Place {
  constructor(
    readonly uri: string,
    readonly item: Place['item'],
    private readonly node: Node,
  ) {}

  get start(): number {
    return this.node.start;
  }

  get end(): number {
    return this.node.end;
  }
}

/** What a library calls inside of it is its own affair: only the program's lines show what they give. */
/** Steps that a call of a layer or an op is worth beside its arguments: what it takes to find its shapes. */
const STEPS_OF_CALL = 200;

export function recordObservation(interpreter: Interpreter, call: ObservedCall): void {
  interpreter.spend(STEPS_OF_CALL);
  if (interpreter.frame.source.isLibrary) return;
  interpreter.records.observations.push({
    kind: call.kind,
    callee: call.callee,
    instance: call.instance,
    output: call.output,
    inputs: call.inputs,
    producer: call.producer,
    parameters: call.parameters,
    throughModel: call.throughModel ?? false,
    details: call.details,
    site: siteAt(interpreter.frame.source, interpreter.node),
    constructed: call.instance ? (interpreter.constructions.get(call.instance) ?? null) : null,
    context: interpreter.frame.context,
    assumed: !interpreter.certain || call.assumed === true,
  });
}

/** What a library refuses, where nothing of the program's catches it. `call` says on what. */
export function recordRefusal(interpreter: Interpreter, refusal: Refusal, call: Partial<ObservedCall> | null): void {
  const site = interpreter.frame.ownSite(interpreter.node);
  if (!site) return;
  const instance = call?.instance ?? null;
  interpreter.records.refusals.push({
    ...refusal,
    site,
    context: interpreter.frame.context,
    assumed: !interpreter.certain,
    avoidable: interpreter.avoidable,
    constructed: instance ? (interpreter.constructions.get(instance) ?? null) : null,
    call,
  });
}

/** An exception of the program's that nothing caught, for those who want to know. */
export function recordUncaught(interpreter: Interpreter, error: PythonError, message: string | null): void {
  interpreter.event('exception', { exception: error.exception.cls.name, message, place: error.place });
}

/** Models that a library makes inside of it are its own affair until it gives one to the program. */
export function recordModel(interpreter: Interpreter, instance: InstanceValue): void {
  if (interpreter.frame.source.isLibrary) {
    interpreter.hiddenModels.add(instance);
    return;
  }
  const site = interpreter.constructions.get(instance) ?? siteAt(interpreter.frame.source, interpreter.node);
  interpreter.constructions.set(instance, site);
  interpreter.records.models.push({
    site,
    instance,
    assumed: !interpreter.certain,
    context: interpreter.frame.context,
  });
}

/** What a library's function gives the program: a model then stands at the program's call of it. */
export function recordBuilt(interpreter: Interpreter, result: Value): void {
  if (result.kind === 'instance' && interpreter.hiddenModels.delete(result)) recordModel(interpreter, result);
}

export function recordBinding(interpreter: Interpreter, node: Node, name: string, value: Value): void {
  // Names are hovered over in the program's own file; what other files bind nobody looks at.
  if (interpreter.frame.source.uri !== interpreter.main.module.uri) return;
  interpreter.records.bind({
    site: siteAt(interpreter.frame.source, node),
    name,
    value,
    context: interpreter.frame.context,
    assumed: !interpreter.certain,
  });
}
