"""The standard module `string`, for the interpreter to run."""
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _filled(self, values, safe):
        out = ""
        at = 0
        text = self.template
        mark = self.delimiter
        while at < len(text):
            dollar = text.find(mark, at)
            if dollar < 0:
                break
            out += text[at:dollar]
            rest = text[dollar + len(mark):]
            if rest.startswith(mark):
                out += mark
                at = dollar + 2 * len(mark)
                continue
            braced = rest.startswith("{")
            body = rest[1:] if braced else rest
            length = 0
            while length < len(body) and (body[length].isalnum() or body[length] == "_") and body[length].isascii():
                length += 1
            name = body[:length]
            valid = name.isidentifier() and (not braced or body[length:length + 1] == "}")
            if not valid:
                if not safe:
                    lines = text[:dollar].splitlines(keepends=True)
                    line, column = (len(lines), dollar - len("".join(lines[:-1]))) if lines else (1, dollar)
                    raise ValueError(f"Invalid placeholder in string: line {line}, col {column + 1}")
                out += mark
                at = dollar + len(mark)
                continue
            end = dollar + len(mark) + length + 2 * braced
            if name in values:
                out += str(values[name])
            elif safe:
                out += text[dollar:end]
            else:
                raise KeyError(name)
            at = end
        return out + text[at:]

    def substitute(self, mapping=None, /, **kwargs):
        return self._filled({**(mapping or {}), **kwargs}, False)

    def safe_substitute(self, mapping=None, /, **kwargs):
        return self._filled({**(mapping or {}), **kwargs}, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            if field_name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif field_name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(
                format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index
            )
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        at = 0
        literal = ""
        while at < len(format_string):
            char = format_string[at]
            if char in "{}" and format_string[at + 1:at + 2] == char:
                yield literal + char, None, None, None
                literal = ""
                at += 2
                continue
            if char == "}":
                raise ValueError("Single '}' encountered in format string")
            if char == "{":
                end, depth = at + 1, 1
                while end < len(format_string) and depth:
                    depth += {"{": 1, "}": -1}.get(format_string[end], 0)
                    end += 1
                if depth:
                    raise ValueError(
                        "expected '}' before end of string" if end > at + 1 else "Single '{' encountered in format string"
                    )
                yield (literal, *self._field(format_string[at + 1:end - 1]))
                literal = ""
                at = end
                continue
            literal += char
            at += 1
        if literal:
            yield literal, None, None, None

    def _field(self, body):
        name, conversion, spec = body, None, ""
        depth = 0
        for index, char in enumerate(body):
            depth += {"[": 1, "]": -1}.get(char, 0)
            if depth == 0 and char in "!:":
                name = body[:index]
                if char == ":":
                    spec = body[index + 1:]
                else:
                    conversion = body[index + 1:index + 2]
                    spec = body[index + 3:]
                break
        return name, spec, conversion

    def get_field(self, field_name, args, kwargs):
        first = ""
        at = 0
        while at < len(field_name) and field_name[at] not in ".[":
            first += field_name[at]
            at += 1
        key = int(first) if first.isdigit() else first
        obj = self.get_value(key, args, kwargs)
        while at < len(field_name):
            if field_name[at] == ".":
                end = at + 1
                while end < len(field_name) and field_name[end] not in ".[":
                    end += 1
                obj = getattr(obj, field_name[at + 1:end])
                at = end
            else:
                end = field_name.index("]", at)
                part = field_name[at + 1:end]
                obj = obj[int(part) if part.isdigit() else part]
                at = end + 1
        return obj, key
