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
    def __init__(self, template):
        self.template = template

    def _filled(self, values, safe):
        out = ""
        at = 0
        text = self.template
        while at < len(text):
            dollar = text.find("$", at)
            if dollar < 0:
                break
            out += text[at:dollar]
            rest = text[dollar + 1:]
            if rest.startswith("$"):
                out += "$"
                at = dollar + 2
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
                out += "$"
                at = dollar + 1
                continue
            end = dollar + 1 + length + 2 * braced
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
