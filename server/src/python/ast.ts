/**
 * The syntax tree of a Python module, in the terms of CPython's `ast`.
 *
 * Offsets in nodes are relative to the top-level statement (the `Item`) they stand in, so that an
 * edit above a statement leaves its nodes as they are: only the item's own `start` moves. A node's
 * place in the file is `item.start + node.start`. Trees are immutable, but for `Item.start`, and for
 * where nodes stand when their statement is laid out anew (see `relaid`).
 */

/** A top-level statement: the unit of re-parsing and of running again. */
export interface Item {
  /** Offset in the file of the first character of the statement (its decorators included). */
  start: number;
  /** Length of the statement's text; without the comments and blank lines behind it. */
  readonly length: number;
  /** The statement's own text, as it is laid out now. Two items with equal text have equal trees. */
  readonly text: string;
  readonly statement: Statement;
  /** Number of the notebook cell it stands in; 0 in a plain file. */
  readonly cell: number;
}

/** A comment and its place in the file. `text` begins with `#`. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What parsing gives: never a failure. Broken parts are `ErrorStatement`s and `ErrorExpression`s. */
export interface ParsedModule {
  readonly text: string;
  readonly items: readonly Item[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

interface Located {
  /** Offsets relative to the item's start. */
  readonly start: number;
  readonly end: number;
}

// ---------------------------------------------------------------- expressions

export type Expression =
  | Constant
  | Name
  | Attribute
  | Subscript
  | Slice
  | Call
  | BinOp
  | UnaryOp
  | BoolOp
  | Compare
  | IfExp
  | NamedExpr
  | Lambda
  | TupleExpression
  | ListExpression
  | SetExpression
  | DictExpression
  | Comprehension
  | Starred
  | JoinedStr
  | Yield
  | Await
  | ErrorExpression;

/** A literal. Adjacent string literals without an f-string among them are one constant. */
export interface Constant extends Located {
  readonly kind: 'Constant';
  readonly value: ConstantValue;
}

export type ConstantValue =
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' }
  | { readonly type: 'bool'; readonly value: boolean }
  /** A `number` when it is a safe integer, else a `bigint`. */
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imaginary: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array };

export interface Name extends Located {
  readonly kind: 'Name';
  readonly id: string;
}

export interface Attribute extends Located {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly attr: string;
  /** Where the attribute's own name stands. */
  readonly attrStart: number;
}

export interface Subscript extends Located {
  readonly kind: 'Subscript';
  readonly value: Expression;
  /** `a[1, 2]` has a tuple here, `a[1:2]` a slice. */
  readonly slice: Expression;
}

export interface Slice extends Located {
  readonly kind: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export interface Call extends Located {
  readonly kind: 'Call';
  readonly func: Expression;
  /** In the order written; a `Starred` for `*args`. */
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
  /** Offset of the closing parenthesis; of the call's end where it is missing. */
  readonly closing: number;
}

/** `name=value`, or `**value` where `arg` is null. */
export interface Keyword extends Located {
  readonly arg: string | null;
  readonly value: Expression;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '&' | '|' | '^' | '<<' | '>>';

export interface BinOp extends Located {
  readonly kind: 'BinOp';
  readonly op: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryOp extends Located {
  readonly kind: 'UnaryOp';
  readonly op: '-' | '+' | '~' | 'not';
  readonly operand: Expression;
}

export interface BoolOp extends Located {
  readonly kind: 'BoolOp';
  readonly op: 'and' | 'or';
  readonly values: readonly Expression[];
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';

export interface Compare extends Located {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}

export interface IfExp extends Located {
  readonly kind: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

/** `(target := value)` */
export interface NamedExpr extends Located {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}

export interface Lambda extends Located {
  readonly kind: 'Lambda';
  readonly parameters: Parameters;
  readonly body: Expression;
  readonly scope: Scope;
}

export interface TupleExpression extends Located {
  readonly kind: 'Tuple';
  readonly elements: readonly Expression[];
}

export interface ListExpression extends Located {
  readonly kind: 'List';
  readonly elements: readonly Expression[];
}

export interface SetExpression extends Located {
  readonly kind: 'Set';
  readonly elements: readonly Expression[];
}

/** An item with a null key is `**value`. */
export interface DictExpression extends Located {
  readonly kind: 'Dict';
  readonly items: readonly { readonly key: Expression | null; readonly value: Expression }[];
}

/** A list, set or dict comprehension or a generator expression: a scope of its own. */
export interface Comprehension extends Located {
  readonly kind: 'Comprehension';
  readonly type: 'list' | 'set' | 'dict' | 'generator';
  /** The element, or the key of a dict comprehension. */
  readonly element: Expression;
  /** Value of a dict comprehension, else null. */
  readonly value: Expression | null;
  readonly generators: readonly Generator[];
  readonly scope: Scope;
}

export interface Generator {
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly isAsync: boolean;
}

export interface Starred extends Located {
  readonly kind: 'Starred';
  readonly value: Expression;
}

/** An f-string (with the plain strings beside it). */
export interface JoinedStr extends Located {
  readonly kind: 'JoinedStr';
  readonly parts: readonly (string | FormattedValue)[];
}

export interface FormattedValue extends Located {
  readonly value: Expression;
  readonly conversion: 'r' | 's' | 'a' | null;
  /** The format spec may hold replacement fields itself. */
  readonly spec: readonly (string | FormattedValue)[];
  /** `{x=}`: the text to print before the value, else null. */
  readonly debug: string | null;
}

export interface Yield extends Located {
  readonly kind: 'Yield';
  readonly value: Expression | null;
  /** `yield from value` */
  readonly from: boolean;
}

export interface Await extends Located {
  readonly kind: 'Await';
  readonly value: Expression;
}

/** What could not be read. Evaluates to unknown; the parts that could be read are kept for their hints. */
export interface ErrorExpression extends Located {
  readonly kind: 'ErrorExpression';
  readonly parts: readonly Expression[];
}

// ---------------------------------------------------------------- statements

export type Statement =
  | ExpressionStatement
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Try
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Raise
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Pass
  | Break
  | Continue
  | TypeAlias
  | ErrorStatement;

export interface ExpressionStatement extends Located {
  readonly kind: 'Expr';
  readonly value: Expression;
}

/** `a = b = value`: several targets, assigned from left to right. */
export interface Assign extends Located {
  readonly kind: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AugAssign extends Located {
  readonly kind: 'AugAssign';
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}

export interface AnnAssign extends Located {
  readonly kind: 'AnnAssign';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
}

export interface For extends Located {
  readonly kind: 'For';
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
  readonly isAsync: boolean;
}

export interface While extends Located {
  readonly kind: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

/** `elif` is an `If` alone in `orelse`. */
export interface If extends Located {
  readonly kind: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface With extends Located {
  readonly kind: 'With';
  readonly items: readonly { readonly context: Expression; readonly target: Expression | null }[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
}

export interface Match extends Located {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface MatchCase extends Located {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

export type Pattern =
  /** Compared by `==`. */
  | ({ readonly kind: 'MatchValue'; readonly value: Expression } & Located)
  /** `None`, `True`, `False`: compared by `is`. */
  | ({ readonly kind: 'MatchSingleton'; readonly value: Constant } & Located)
  | ({ readonly kind: 'MatchSequence'; readonly patterns: readonly Pattern[] } & Located)
  | ({
      readonly kind: 'MatchMapping';
      readonly keys: readonly Expression[];
      readonly patterns: readonly Pattern[];
      readonly rest: string | null;
    } & Located)
  | ({
      readonly kind: 'MatchClass';
      readonly cls: Expression;
      readonly patterns: readonly Pattern[];
      readonly keywords: readonly { readonly name: string; readonly pattern: Pattern }[];
    } & Located)
  /** `*rest` in a sequence; `name` is null for `*_`. */
  | ({ readonly kind: 'MatchStar'; readonly name: string | null } & Located)
  /** `pattern as name`; a capture has no pattern, the wildcard `_` neither. */
  | ({ readonly kind: 'MatchAs'; readonly pattern: Pattern | null; readonly name: string | null } & Located)
  | ({ readonly kind: 'MatchOr'; readonly patterns: readonly Pattern[] } & Located);

export interface Try extends Located {
  readonly kind: 'Try';
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
  /** `except*` */
  readonly isStar: boolean;
}

export interface ExceptHandler extends Located {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

export interface FunctionDef extends Located {
  readonly kind: 'FunctionDef';
  readonly name: string;
  /** Where the function's own name stands. */
  readonly nameStart: number;
  readonly parameters: Parameters;
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
  readonly returns: Expression | null;
  readonly isAsync: boolean;
  readonly scope: Scope;
  /** Names of the type parameters (PEP 695), when it has any: bound to types in all of the definition. */
  readonly typeParameters?: readonly string[];
}

export interface Parameters {
  readonly posonly: readonly Parameter[];
  readonly args: readonly Parameter[];
  readonly vararg: Parameter | null;
  readonly kwonly: readonly Parameter[];
  readonly kwarg: Parameter | null;
}

export interface Parameter extends Located {
  readonly name: string;
  readonly annotation: Expression | null;
  readonly default: Expression | null;
  /** What Python 2 takes its value apart to: `lambda (a, b): a + b`. */
  readonly target?: Expression;
}

export interface ClassDef extends Located {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly nameStart: number;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
  readonly scope: Scope;
  readonly typeParameters?: readonly string[];
}

/**
 * What a function's, class' or comprehension's own block binds (CPython's `symtable`).
 * Nested blocks have scopes of their own.
 */
export interface Scope {
  /** Names bound here (parameters included), less those declared global or nonlocal. */
  readonly locals: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  /** Whether a `yield` stands in the block itself. */
  readonly isGenerator: boolean;
}

export interface Return extends Located {
  readonly kind: 'Return';
  readonly value: Expression | null;
}

export interface Delete extends Located {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}

export interface Raise extends Located {
  readonly kind: 'Raise';
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}

export interface Assert extends Located {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly msg: Expression | null;
}

export interface ImportAlias extends Located {
  /** The dotted name, or `*`. */
  readonly name: string;
  readonly asname: string | null;
}

export interface Import extends Located {
  readonly kind: 'Import';
  readonly names: readonly ImportAlias[];
}

export interface ImportFrom extends Located {
  readonly kind: 'ImportFrom';
  /** Dotted name, empty for `from . import x`. */
  readonly module: string;
  readonly names: readonly ImportAlias[];
  /** How many dots stand before the module. */
  readonly level: number;
}

export interface Global extends Located {
  readonly kind: 'Global';
  readonly names: readonly string[];
}

export interface Nonlocal extends Located {
  readonly kind: 'Nonlocal';
  readonly names: readonly string[];
}

export interface Pass extends Located {
  readonly kind: 'Pass';
}

export interface Break extends Located {
  readonly kind: 'Break';
}

export interface Continue extends Located {
  readonly kind: 'Continue';
}

/** `type Name = value` */
export interface TypeAlias extends Located {
  readonly kind: 'TypeAlias';
  readonly name: string;
  readonly value: Expression;
  readonly typeParameters?: readonly string[];
}

/**
 * A statement that could not be read. The names that it seems to bind become unknown; expressions
 * and statements that could be read in it are run for their hints.
 */
export interface ErrorStatement extends Located {
  readonly kind: 'ErrorStatement';
  readonly targets: readonly Expression[];
  readonly expressions: readonly Expression[];
  readonly body: readonly Statement[];
}

/** Every statement and expression. */
export type Node = Statement | Expression;
