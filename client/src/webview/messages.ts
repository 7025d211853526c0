/** What the extension and the panel's page say to each other. */
import type { Location, WireGraph } from '../../../server/src/protocol/messages';
import type { Strings } from './strings';

/** To the page. */
export type ToPage =
  | { readonly type: 'strings'; readonly strings: Strings }
  /** The graph as it is now; null where the document is not open any more. */
  | { readonly type: 'graph'; readonly graph: WireGraph | null; readonly view: ViewName }
  /** Where the cursor of the document is. */
  | { readonly type: 'cursor'; readonly uri: string; readonly line: number; readonly character: number }
  | { readonly type: 'show'; readonly view: ViewName };

/** From the page. */
export type FromPage =
  | { readonly type: 'ready' }
  /** The person turned to another view. */
  | { readonly type: 'view'; readonly view: ViewName }
  | { readonly type: 'open'; readonly at: Location; readonly focus: boolean }
  | { readonly type: 'model'; readonly index: number }
  | { readonly type: 'save'; readonly format: 'svg' | 'png'; readonly name: string; readonly data: string };

export type ViewName = 'graph' | 'sizes';
