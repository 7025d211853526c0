/** Words that tell what a line is. Each is to be matched where the line begins. */

/** Begins a line that ends with a colon and owns the block behind it. */
export const HEADER = /^(?:async|case|class|def|elif|else|except|finally|for|if|match|try|while|with)\b/;

/** Goes on with the compound statement before it. */
export const CLAUSE = /^(?:elif|else|except|finally)\b/;

/** Begins a statement with a body, decorators included. */
export const COMPOUND = /^(?:@|(?:async|class|def|for|if|match|try|while|with)\b)/;

/** Begins a statement and cannot stand in an expression: in an open bracket it shows that the bracket was left open. */
export const STATEMENT =
  /^(?:assert|break|class|continue|def|del|except|finally|global|import|nonlocal|pass|raise|return|try|while|with)\b/;

/** Is a word that may begin the second line of an expression. */
export const INFIX = /^(?:and|async|else|for|if|in|is|not|or)$/;

/** The longest of them, with the character behind it. */
export const LONGEST = 'continue'.length + 1;
