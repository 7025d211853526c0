/** Which Keras a program is written for that only uses others' code for it: what the files that it imports say. */
import { inKeras } from '../catalogue/keras/modules';
import { type GenerationFacts, generationFacts } from '../interpreter/facts';
import { type ModuleResolver, resolveAbsolute } from '../interpreter/imports';
import type { ParsedModule } from '../python/ast';

/** So many files are looked at; the nearest come first. */
const MOST_FILES = 24;

export function mentionsKeras({ imports, fallbacks, attributes }: GenerationFacts): boolean {
  const names = [...imports, ...fallbacks, ...attributes];
  return names.some((name) => name.startsWith('tensorflow.') || inKeras(name) !== undefined);
}

/**
 * The facts of the imported files that mention Keras, the nearest first.
 * @param ownOnly leaves out packages that were found in extra paths
 */
export function* importedFacts(
  module: ParsedModule,
  uri: string,
  resolver: ModuleResolver | undefined,
  ownOnly = false,
): Generator<GenerationFacts> {
  const seen = new Set([uri]);
  const queue = [{ module, uri }];
  for (let next = queue.shift(); resolver && next; next = queue.shift()) {
    for (const { name, level } of importsOf(next.module)) {
      const found =
        level === 0 ? resolveAbsolute(resolver, name, uri, next.uri) : resolver.resolve(name, level, next.uri);
      if (!found || seen.has(found.uri) || seen.size > MOST_FILES || (ownOnly && found.isLibrary)) continue;
      seen.add(found.uri);
      const facts = generationFacts(found.module);
      if (mentionsKeras(facts)) yield facts;
      queue.push(found);
    }
  }
}

/** What the statements of a file's outermost block import, as names and their levels. */
function* importsOf({ items }: ParsedModule): Generator<{ readonly name: string; readonly level: number }> {
  for (const { statement } of items) {
    if (statement.kind === 'Import') for (const { name } of statement.names) yield { name, level: 0 };
    else if (statement.kind === 'ImportFrom') {
      const { level } = statement;
      const own = statement.module ?? '';
      for (const { name } of statement.names) yield { name: own === '' ? name : `${own}.${name}`, level };
      yield { name: own, level };
    }
  }
}
