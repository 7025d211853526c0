"""The standard module `types`, for the interpreter to run."""
from _unknown import because as _because


def _function():
    pass


class _Sample:
    def method(self):
        pass


FunctionType = type(_function)
LambdaType = FunctionType
MethodType = type(_Sample().method)
BuiltinFunctionType = type(len)
NoneType = type(None)
GeneratorType = type(_ for _ in ())
ModuleType = type(__import__("math"))
CodeType = type(_function.__code__)
CellType = type((lambda x: lambda: x)(0).__closure__[0])
ClassMethodDescriptorType = type(dict.fromkeys)
MethodDescriptorType = WrapperDescriptorType = MethodWrapperType = BuiltinFunctionType


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({shown})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


_MappingProxy = type(type.__dict__)
MappingProxyType = _MappingProxy
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
BuiltinMethodType = BuiltinFunctionType


def _traceback():
    try:
        raise TypeError
    except TypeError as error:
        return type(error.__traceback__)


TracebackType = _traceback()


def _standing_for(name):
    """A type whose objects do not come up here: nothing is an instance of it."""
    return type(name, (), {"__module__": "builtins"})


FrameType = _standing_for("frame")
CellType = _standing_for("cell")
CoroutineType = _standing_for("coroutine")
AsyncGeneratorType = _standing_for("async_generator")
GetSetDescriptorType = _standing_for("getset_descriptor")
MemberDescriptorType = _standing_for("member_descriptor")


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    namespace = {"__module__": "types"}
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


class DynamicClassAttribute(property):
    pass


def coroutine(func):
    return func


def __getattr__(name):
    return _because(f"`types.{name}` is not followed")
