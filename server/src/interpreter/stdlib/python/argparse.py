"""The standard module `argparse`, for the interpreter to run: what arguments that are known are parsed to."""
from _unknown import because as _because, is_command_line as _is_command_line

SUPPRESS = "==SUPPRESS=="
REMAINDER = "..."
PARSER = "A..."
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __contains__(self, key):
        return key in self.__dict__

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __repr__(self):
        shown = [f"{name}={value!r}" if name.isidentifier() else None for name, value in self.__dict__.items()]
        if None in shown:
            return _because("names that are no identifiers are not followed")
        return f"{type(self).__name__}({', '.join(shown)})"


class ArgumentTypeError(Exception):
    pass


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _shown_name(argument)
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


def _shown_name(action):
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    for name in (action.metavar, action.dest):
        if name not in (None, SUPPRESS):
            return name
    return "{" + ",".join(action.choices) + "}" if action.choices else None


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


class Action:
    def __init__(self, option_strings=(), dest=None, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Store(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _Fixed(Action):
    """Takes no values: stores what it is given for it."""

    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        Action.__init__(self, option_strings, dest, 0, const, default, None, None, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_Fixed):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        _Fixed.__init__(self, option_strings, dest, True, default, required, help)


class _StoreFalse(_Fixed):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        _Fixed.__init__(self, option_strings, dest, False, default, required, help)


class _Append(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        held = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, ([] if held is None else held[:]) + [values])


class _AppendConst(_Fixed):
    def __call__(self, parser, namespace, values, option_string=None):
        held = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, ([] if held is None else held[:]) + [self.const])


class _Extend(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        held = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, ([] if held is None else held[:]) + list(values))


class _Count(_Fixed):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        _Fixed.__init__(self, option_strings, dest, None, default, required, help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Exit(_Fixed):
    """`--help` and `--version`."""

    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, version=None):
        _Fixed.__init__(self, option_strings, dest, None, default, False, help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        flags = []
        for flag in option_strings:
            flags.append(flag)
            if flag.startswith("--"):
                flags.append("--no-" + flag[2:])
        Action.__init__(self, flags, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))


class _SubParsersAction(Action):
    def __init__(self, parser_class, dest, required, metavar=None, help=None):
        Action.__init__(self, [], dest, PARSER, None, None, None, {}, required, help, metavar)
        self._parser_class = parser_class

    def add_parser(self, name, *, help=None, aliases=(), **kwargs):
        parser = self._parser_class(**kwargs)
        for known in (name, *aliases):
            self.choices[known] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self.choices:
            parser.error(f"unknown parser {name!r}")
        inner, extras = self.choices[name].parse_known_args(rest, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if extras:
            namespace.__dict__.setdefault("_unrecognized_args", []).extend(extras)


_ACTIONS = {
    None: _Store,
    "store": _Store,
    "store_const": _Fixed,
    "store_true": _StoreTrue,
    "store_false": _StoreFalse,
    "append": _Append,
    "append_const": _AppendConst,
    "count": _Count,
    "help": _Exit,
    "version": _Exit,
    "extend": _Extend,
}


class _Container:
    def __init__(self, parser, title=None):
        self._parser = parser
        self.title = title

    def add_argument(self, *flags, **kwargs):
        parser = self._parser
        positional = not flags or len(flags) == 1 and not flags[0].startswith("-")
        if positional:
            if flags and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            dest = kwargs.pop("dest", None) if not flags else flags[0]
            if "required" in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            nargs = kwargs.get("nargs")
            if nargs not in ("?", "*", REMAINDER) and kwargs.get("action") not in _NO_VALUES:
                kwargs["required"] = True
            if nargs == "*" and "default" not in kwargs:
                kwargs["required"] = True
            flags = []
        else:
            for flag in flags:
                if not flag.startswith("-"):
                    raise ValueError(f"invalid option string {flag!r}: must start with a character '-'")
            dest = kwargs.pop("dest", None)
            if dest is None:
                long = [flag for flag in flags if flag.startswith("--")]
                dest = (long[0] if long else flags[0]).lstrip("-").replace("-", "_")
        if "default" not in kwargs:
            if dest in parser._defaults:
                kwargs["default"] = parser._defaults[dest]
            elif parser.argument_default is not None:
                kwargs["default"] = parser.argument_default
        chosen = kwargs.pop("action", None)
        cls = chosen if isinstance(chosen, type) else _ACTIONS.get(chosen)
        if cls is None:
            raise ValueError(f'unknown action "{chosen}"')
        if cls is _Exit:
            kwargs.pop("required", None)
        if "type" in kwargs and not (kwargs["type"] is None or callable(kwargs["type"])):
            raise ValueError(f"{kwargs['type']!r} is not callable")
        action = cls(list(flags), dest, **kwargs)
        return parser._add(action, self)

    def add_argument_group(self, title=None, *args, **kwargs):
        return _Container(self._parser, title)

    def add_mutually_exclusive_group(self, required=False, **kwargs):
        group = _Container(self._parser)
        self._parser._exclusive.append((group, required))
        return group


_NO_VALUES = ("store_const", "store_true", "store_false", "append_const", "count", "help", "version")


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        self._parser = self
        self._actions = []
        self._of_group = []
        self._options = {}
        self._exclusive = []
        self._defaults = {}
        self.prog = _because("the name of the program is that of the file that is run") if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.argument_default = argument_default
        self._abbreviates = allow_abbrev
        self._exits = exit_on_error
        self._is_plain = prefix_chars == "-" and fromfile_prefix_chars is None
        if add_help:
            self._add(_Exit(["-h", "--help"]), self)
        for parent in parents:
            for action in parent._actions:
                if "-h" not in action.option_strings:
                    self._add(action, self)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        return (
            f"{type(self).__name__}(prog={self.prog!r}, usage={self.usage!r}, description={self.description!r}, "
            f"formatter_class={self.formatter_class!r}, conflict_handler={self.conflict_handler!r}, add_help={self.add_help!r})"
        )

    def _add(self, action, group):
        self._actions.append(action)
        self._of_group.append((action, group))
        for flag in action.option_strings:
            self._options[flag] = action
        return action

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, dest=SUPPRESS, required=False, help=None, metavar=None, action=None):
        return self._add(_SubParsersAction(parser_class or type(self), dest, required, metavar, help), self)

    def parse_args(self, args=None, namespace=None):
        result, extras = self.parse_known_args(args, namespace)
        if extras:
            self.error(f"unrecognized arguments: {' '.join(extras)}")
        return result

    def parse_known_args(self, args=None, namespace=None):
        result = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(result, action.dest) and action.default is not SUPPRESS:
                setattr(result, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(result, name):
                setattr(result, name, value)
        extras = []
        if not self._is_plain and args:
            for action in self._actions:
                setattr(result, action.dest, _because("arguments with other prefixes are not followed"))
            return result, extras
        extras = _Run(self, list(args or ()), result).extras if args else self._settle(result, [], args is None or _is_command_line(args))
        if hasattr(result, "_unrecognized_args"):
            extras = extras + result._unrecognized_args
            del result._unrecognized_args
        return result, extras

    def _settle(self, result, seen, unsaid):
        """What arguments that were not given come to. Those of the command line are not known: none is there."""
        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                name = "/".join(action.option_strings) or action.metavar or action.dest
                if unsaid:
                    setattr(result, action.dest, _because(f"the argument `{name}` is given when the program is run"))
                else:
                    missing.append(name)
            elif isinstance(action.default, str) and hasattr(result, action.dest) and action.default is getattr(result, action.dest):
                setattr(result, action.dest, self._value(action, action.default))
        if missing:
            self.error(f"the following arguments are required: {', '.join(missing)}")
        for group, required in self._exclusive:
            members = [action for action, own in self._of_group if own is group]
            if required and not unsaid and not any(action in seen for action in members):
                self.error("one of the arguments is required")
        return []

    def _value(self, action, text):
        if action.type is None:
            return text
        try:
            return action.type(text)
        except ArgumentTypeError as error:
            self._refuse(action, str(error))
        except (TypeError, ValueError):
            self._refuse(action, f"invalid {getattr(action.type, '__name__', repr(action.type))} value: {text!r}")

    def _refuse(self, action, message):
        """What is wrong with one argument; what is wrong with all of them always ends the program."""
        error = ArgumentError(action, message)
        if not self._exits:
            raise error
        self.error(str(error))

    def print_help(self, file=None):
        return None

    def print_usage(self, file=None):
        return None

    def format_help(self):
        return _because("texts of help are not followed")

    format_usage = format_help

    def error(self, message):
        raise SystemExit(2)

    def exit(self, status=0, message=None):
        raise SystemExit(status)


def _is_negative_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return text.startswith("-") and "e" not in text and "_" not in text


class _Run:
    """One list of arguments, gone through from left to right."""

    def __init__(self, parser, args, result):
        self.parser = parser
        self.result = result
        self.seen = []
        self.extras = []
        self.left = args
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.numbers = any(_is_negative_number(flag) for flag in parser._options)
        self.literal = False
        while True:
            self.take_positionals()
            if not self.left:
                break
            head = self.left[0]
            if not self.is_option(head):
                self.extras.append(self.left.pop(0))
                continue
            self.left.pop(0)
            self.take_option(head)
        parser._settle(result, self.seen, False)

    def is_option(self, text):
        if not isinstance(text, str) or len(text) < 2 or text[0] != "-":
            return False
        if text in self.parser._options:
            return True
        if _is_negative_number(text) and not self.numbers:
            return False
        return " " not in text

    def pattern(self):
        """How many arguments follow that are no options, up to the next one or to the end."""
        count = 0
        for text in self.left:
            if text == "--" or self.is_option(text):
                break
            count += 1
        return count

    def take_option(self, text):
        if text == "--":
            self.extras.append(text)
            return
        action, flag, explicit = self.find(text)
        if action is None:
            self.extras.append(text)
            return
        if explicit is not None:
            if action.nargs == 0:
                if flag.startswith("--"):
                    self.parser._refuse(action, f"ignored explicit argument {explicit!r}")
                self.apply(action, [], flag)
                self.left.insert(0, "-" + explicit)
                return
            self.apply(action, [explicit], flag)
            return
        count = self.pattern()
        wanted = action.nargs
        if wanted == 0:
            self.apply(action, [], flag)
            return
        if wanted is None:
            taken = 1
        elif isinstance(wanted, int):
            taken = wanted
        elif wanted == "?":
            taken = min(1, count)
        elif wanted in (REMAINDER, PARSER):
            taken = count = len(self.left)
        else:
            taken = count
        if taken > count or wanted == "+" and taken == 0:
            amount = {None: "one argument", "+": "at least one argument"}.get(wanted)
            self.parser._refuse(action, f"expected {amount or f'{wanted} argument' + 's' * (wanted != 1)}")
        values, self.left = self.left[:taken], self.left[taken:]
        self.apply(action, values, flag)

    def find(self, text):
        options = self.parser._options
        if text in options:
            return options[text], text, None
        name, equals, value = text.partition("=")
        if equals and name in options:
            return options[name], name, value
        if text.startswith("--"):
            matches = [flag for flag in options if flag.startswith(name)] if self.parser._abbreviates else []
            if len(matches) > 1:
                self.parser.error("ambiguous option")
            if matches:
                return options[matches[0]], matches[0], value if equals else None
            return None, text, None
        if text[:2] in options:
            return options[text[:2]], text[:2], text[2:]
        return None, text, None

    def take_positionals(self):
        """As many positional arguments as the values at hand are enough for."""
        if not self.positionals:
            return
        count = self.pattern()
        if self.positionals[0].nargs == REMAINDER or self.positionals[0].nargs == PARSER and count:
            count = len(self.left)
        chosen = []
        needs = [_least(action) for action in self.positionals]
        for index in range(len(self.positionals), 0, -1):
            if sum(needs[:index]) <= count:
                chosen = self.positionals[:index]
                break
        if not chosen or not count and any(_least(action) == 0 for action in chosen) and self.left and self.is_option(self.left[0]):
            chosen = [action for action in chosen if count]
        spare = count - sum([_least(action) for action in chosen])
        for action in chosen:
            least = _least(action)
            taken = least
            if action.nargs == REMAINDER:
                taken = len(self.left)
            elif action.nargs in ("*", "+", PARSER):
                taken, spare = least + spare, 0
            elif action.nargs == "?" and spare:
                taken, spare = 1, spare - 1
            values, self.left = self.left[:taken], self.left[taken:]
            self.positionals.remove(action)
            self.apply(action, values, None)

    def apply(self, action, values, flag):
        parser = self.parser
        self.check_exclusive(action)
        nargs = action.nargs
        if nargs == 0:
            value = values
        elif nargs == PARSER:
            value = values
        elif nargs == "?" and not values:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = parser._value(action, value)
        elif nargs == "*" and not values and not action.option_strings:
            value = action.default if action.default is not None else values
            if action.default is None or not isinstance(value, str):
                self.seen.append(action)
                if action.default is not None or value == []:
                    action(parser, self.result, value, flag)
                return
        elif nargs is None or nargs == "?":
            value = parser._value(action, values[0])
            self.check_choice(action, value)
        else:
            value = [parser._value(action, one) for one in values]
            if nargs != REMAINDER:
                for one in value:
                    self.check_choice(action, one)
        if values or action.option_strings or value is not action.default:
            self.seen.append(action)
        elif not action.required:
            self.seen.append(action)
        action(parser, self.result, value, flag)

    def check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            shown = ", ".join(map(repr, action.choices))
            self.parser._refuse(action, f"invalid choice: {value!r} (choose from {shown})")

    def check_exclusive(self, action):
        group = None
        for one, own in self.parser._of_group:
            if one is action:
                group = own
        for own, _ in self.parser._exclusive:
            if own is group:
                for other, at in self.parser._of_group:
                    if at is group and other is not action and other in self.seen:
                        self.parser.error("not allowed with another argument")


def _least(action):
    if action.nargs is None:
        return 1
    if isinstance(action.nargs, int):
        return action.nargs
    return 1 if action.nargs in ("+", PARSER) else 0


def FileType(*args, **kwargs):
    return lambda path: _because("it is an open file")
