/** What a search looks at. */
import type { PageNode } from './scene';

/** All that is written of a box, in small letters. */
export function searchText({ class: name, name: own, arguments: written, outputs }: PageNode): string {
  return [name, own ?? '', written, ...outputs].join(' ').toLowerCase();
}
