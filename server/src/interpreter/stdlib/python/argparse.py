"""The standard module `argparse`, for the interpreter to run: what a run without arguments gives."""
from _unknown import because as _because

SUPPRESS = "==SUPPRESS=="
REMAINDER = "..."
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
        return isinstance(other, Namespace) and vars(self) == vars(other)

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"Namespace({shown})"


class ArgumentTypeError(Exception):
    pass


class ArgumentError(Exception):
    pass


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class BooleanOptionalAction:
    pass


class Action:
    def __init__(self, option_strings=(), dest=None, **kwargs):
        self.option_strings = option_strings
        self.dest = dest


class _Argument:
    def __init__(self, dest, positional, default, required, name):
        self.dest = dest
        self.positional = positional
        self.default = default
        self.required = required
        self.name = name


class _Container:
    def __init__(self, parser):
        self._parser = parser

    def add_argument(self, *flags, action="store", nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None, dest=None, version=None):
        positional = not flags or not flags[0].startswith("-")
        if dest is None:
            if positional:
                dest = flags[0] if flags else "argument"
            else:
                long = [flag for flag in flags if flag.startswith("--")]
                dest = (long[0] if long else flags[0]).lstrip("-").replace("-", "_")
        if action == "store_true" and default is None:
            default = False
        elif action == "store_false" and default is None:
            default = True
        elif action in ("help", "version"):
            return Action(flags, dest)
        if isinstance(default, str) and type is not None and default != SUPPRESS:
            default = type(default)
        optional = not positional or nargs in ("?", "*")
        if positional and nargs == "*" and default is None:
            default = []
        self._parser._arguments.append(_Argument(dest, positional, default, required or not optional, flags[0] if flags else dest))
        return Action(flags, dest)

    def add_argument_group(self, *args, **kwargs):
        return _Container(self._parser)

    def add_mutually_exclusive_group(self, **kwargs):
        return _Container(self._parser)


class _SubParsers:
    def __init__(self, parents):
        self._parents = parents

    def add_parser(self, name, **kwargs):
        return ArgumentParser()


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        self._parser = self
        self._arguments = []
        self._defaults = {}
        self.description = description
        for parent in parents:
            self._arguments.extend(parent._arguments)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)

    def get_default(self, dest):
        for argument in self._arguments:
            if argument.dest == dest:
                return argument.default
        return self._defaults.get(dest)

    def add_subparsers(self, **kwargs):
        dest = kwargs.get("dest")
        if dest is not None:
            self._arguments.append(_Argument(dest, False, None, False, dest))
        return _SubParsers(self)

    def parse_args(self, args=None, namespace=None):
        result = Namespace() if namespace is None else namespace
        for argument in self._arguments:
            if args:
                value = _because(f"`{argument.dest}` is parsed from a list of arguments")
            elif argument.required:
                value = _because(f"the argument `{argument.name}` is given when the program is run")
            else:
                value = argument.default
            if value is not SUPPRESS and not hasattr(result, argument.dest):
                setattr(result, argument.dest, value)
        for name, value in self._defaults.items():
            setattr(result, name, value)
        return result

    def parse_known_args(self, args=None, namespace=None):
        return self.parse_args(args, namespace), []

    def print_help(self, file=None):
        return None

    def print_usage(self, file=None):
        return None

    def error(self, message):
        raise SystemExit(2)

    def exit(self, status=0, message=None):
        raise SystemExit(status)


def FileType(*args, **kwargs):
    return lambda path: _because("it is an open file")
