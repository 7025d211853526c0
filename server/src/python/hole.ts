/**
 * Stands in the parsed text where an expression is missing, or where something that is no Python (a notebook's
 * `!ls`) gives a value: a letter that is a legal identifier and that nobody uses. Lowered to an `ErrorExpression`.
 */
export const HOLE = 'ꙮ';
