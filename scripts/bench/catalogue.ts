/** How much is known of the libraries. */
import { LAYER_FAMILIES } from '../../server/src/catalogue/keras/layers';
import { ops } from '../../server/src/catalogue/ops';

export function catalogueSizes(): { readonly layers: number; readonly ops: number } {
  return { layers: LAYER_FAMILIES.reduce((sum, { layers }) => sum + layers.length, 0), ops: ops.length };
}
