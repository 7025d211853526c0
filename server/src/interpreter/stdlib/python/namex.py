"""The package `namex`, for the interpreter to run: Keras and packages beside it mark with it what they export."""


class export:
    def __init__(self, package, path):
        if isinstance(path, str):
            paths = [path]
        elif isinstance(path, list):
            paths = path
        else:
            raise ValueError(f"Invalid type for `path` argument: Received '{path}' of type {type(path)}")
        for one in paths:
            if not one.startswith(package + "."):
                raise ValueError(f"All `export_path` values should start with '{package}.'. Received: path={path}")
        self.package = package
        self.path = path

    def __call__(self, symbol):
        return symbol
