"""JSON that can be leafed through: what holds nothing but plain values is a row, folded at 120 columns."""
import json, textwrap


def rows_json(value, indent=0):
    parts = list(value.values() if isinstance(value, dict) else value) if isinstance(value, (dict, list, tuple)) else []
    inner = " " * (indent + 1)
    if not any(isinstance(part, (dict, list, tuple)) and part for part in parts):
        row = json.dumps(value)
        if not isinstance(value, (list, tuple)) or len(row) + indent <= 119 or any(isinstance(part, str) for part in parts):
            return row
        return "[\n" + textwrap.fill(row[1:-1], 120, initial_indent=inner, subsequent_indent=inner) + "\n" + " " * indent + "]"
    if isinstance(value, dict):
        lines = [f"{json.dumps(name)}: {rows_json(part, indent + 1)}" for name, part in value.items()]
    else:
        lines = [rows_json(part, indent + 1) for part in parts]
    ends = "{}" if isinstance(value, dict) else "[]"
    return ends[0] + "\n" + ",\n".join(inner + line for line in lines) + "\n" + " " * indent + ends[1]
