"""The package `tree` (dm-tree), for the interpreter to run: structures of lists, tuples and mappings, and their leaves."""
from collections.abc import Mapping as _Mapping

from _unknown import because as _because


def is_nested(structure):
    return isinstance(structure, (list, tuple, set, _Mapping))


is_sequence = is_nested


def _children(structure):
    """Keys and values of one level, mappings in the order of their keys."""
    if isinstance(structure, _Mapping):
        return [(key, structure[key]) for key in sorted(structure)]
    return list(enumerate(structure))


def _like(structure, values):
    """A structure of the same kind as one level of another, with other values in the same order."""
    if isinstance(structure, _Mapping):
        made = dict(zip(sorted(structure), values))
        if type(structure) is dict:
            return {key: made[key] for key in structure}
        return type(structure)((key, made[key]) for key in structure)
    if hasattr(structure, '_fields'):
        return type(structure)(*values)
    return type(structure)(values)


def flatten_with_path(structure):
    if not is_nested(structure):
        return [((), structure)]
    found = []
    for key, value in _children(structure):
        for path, leaf in flatten_with_path(value):
            found.append(((key,) + path, leaf))
    return found


def flatten(structure):
    if not is_nested(structure):
        return [structure]
    found = []
    for _, value in _children(structure):
        found.extend(flatten(value))
    return found


def assert_same_structure(a, b, check_types=True):
    if is_nested(a) != is_nested(b):
        raise ValueError("The two structures don't have the same nested structure.")
    if not is_nested(a):
        return
    if check_types and type(a) is not type(b):
        if not (isinstance(a, _Mapping) and isinstance(b, _Mapping)):
            raise TypeError("The two structures don't have the same sequence type.")
    ours, theirs = _children(a), _children(b)
    if [key for key, _ in ours] != [key for key, _ in theirs]:
        raise ValueError("The two structures don't have the same nested structure.")
    for (_, x), (_, y) in zip(ours, theirs):
        assert_same_structure(x, y, check_types)


def unflatten_as(structure, flat_sequence):
    if not is_nested(structure):
        if len(flat_sequence) != 1:
            raise ValueError('Structure is a scalar but len(flat_sequence) == %d > 1' % len(flat_sequence))
        return flat_sequence[0]
    if len(flatten(structure)) != len(flat_sequence):
        raise ValueError('Could not pack sequence: the structure has another number of elements.')
    return _filled(structure, iter(flat_sequence))


def _filled(structure, leaves):
    if not is_nested(structure):
        return next(leaves)
    return _like(structure, [_filled(value, leaves) for _, value in _children(structure)])


def map_structure(func, *structures, **kwargs):
    if not structures:
        raise ValueError('Must provide at least one structure')
    check_types = kwargs.pop('check_types', True)
    if kwargs:
        raise ValueError('Only valid keyword arguments are `check_types`')
    first = structures[0]
    for other in structures[1:]:
        assert_same_structure(first, other, check_types)
    return unflatten_as(first, [func(*leaves) for leaves in zip(*map(flatten, structures))])


def map_structure_with_path(func, *structures, **kwargs):
    first = structures[0]
    for other in structures[1:]:
        assert_same_structure(first, other, kwargs.get('check_types', True))
    paths = [path for path, _ in flatten_with_path(first)]
    return unflatten_as(first, [func(path, *leaves) for path, *leaves in zip(paths, *map(flatten, structures))])


def traverse(fn, structure, top_down=True):
    if top_down:
        given = fn(structure)
        if given is not None:
            return given
    made = structure
    if is_nested(structure):
        made = _like(structure, [traverse(fn, value, top_down) for _, value in _children(structure)])
    if not top_down:
        given = fn(made)
        return made if given is None else given
    return made


def __getattr__(name):
    return _because('`tree.%s` is not followed' % name)
