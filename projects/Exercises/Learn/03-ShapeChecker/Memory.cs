namespace MlMaths.Torch.Exercises.Learn.Exercise03;

/// <summary>The sizes that names were bound to, and how loosely a later one is compared.</summary>
internal sealed class Memory(IReadOnlySet<string> slips)
{
    private static readonly string[] Uncounted = ["axes-not-counted", "axes-by-name", "axes-by-size", "total-size", "sum-compared"];

    private Dictionary<string, (int Size, int By)> _bound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _totals = new(StringComparer.Ordinal);
    private int? _rows;

    /// <summary>Binds every name, each to the size it has last.</summary>
    public void BindAll(Pipeline at)
    {
        foreach ((int tensor, string[] names) in at.Names.Index())
        {
            foreach ((string name, int size) in names.Zip(at.Shapes[tensor])) _bound[name] = (size, tensor);
        }
    }

    /// <summary>Where a tensor does not fit; binds the names it brings.</summary>
    public (int Axis, int Binder)? Met(string[] names, int[] sizes, int tensor)
    {
        if (slips.Contains("axes-counted-alone")) return names.Length == sizes.Length ? null : (0, tensor);
        (string Name, int Size)[] axes = Paired(names, sizes);
        if (names.Length != sizes.Length && !slips.Overlaps(Uncounted))
            return (Math.Min(names.Length, sizes.Length), tensor);
        if (slips.Contains("rows-shared") && sizes.Length > 0 && (_rows ??= sizes[0]) != sizes[0]) return (0, 0);
        var before = slips.Overlaps(["own-axes-not-compared", "own-last-binds", "neighbours-only"])
            ? new Dictionary<string, (int Size, int By)>(_bound, StringComparer.Ordinal) : null;
        if (slips.Contains("neighbours-only")) _bound = new(StringComparer.Ordinal);
        if (slips.Contains("rows-fixed") && names.Contains("n")) return (Array.IndexOf(names, "n"), tensor);
        if (slips.Contains("totals-by-names")) return OfSameNames(names, sizes, tensor);
        if (slips.Contains("first-binds-alone") && tensor == 0)
        {
            foreach ((string name, int size) in axes) _bound[name] = (size, tensor);
            return null;
        }

        foreach ((string name, int size) in axes)
        {
            if (!slips.Contains("first-binds-alone")) _bound.TryAdd(name, (size, tensor));
        }

        (int Axis, int Binder)? wrong = slips.Contains("total-size") ? Total(sizes, names, tensor)
            : slips.Contains("sum-compared") ? sizes.Sum() == names.Sum(name => Known(name, 0)) ? null : (0, tensor)
            : slips.Contains("sorted") ? Sorted(axes) : Compared(axes, before ?? _bound, tensor);
        if (slips.Overlaps(["bound-anew", "own-last-binds"]))
            foreach ((string name, int size) in axes) _bound[name] = (size, tensor);
        return wrong is null && ReadsBeyond(names, sizes)
            ? throw new InvalidOperationException("Such a loop reads beyond the end.")
            : wrong;
    }

    private bool ReadsBeyond(string[] names, int[] sizes) =>
        (slips.Contains("axes-by-name") && names.Length > sizes.Length) || (slips.Contains("axes-by-size") && sizes.Length > names.Length);

    private (string Name, int Size)[] Paired(string[] names, int[] sizes)
    {
        (string, int)[] axes = [.. names.Zip(sizes)];
        return axes.Length == 0 ? axes
            : slips.Contains("last-axis-only") ? [axes[^1]] : slips.Contains("first-axis-only") ? [axes[0]] : axes;
    }

    private (int Axis, int Binder)? Compared(
        (string Name, int Size)[] axes, Dictionary<string, (int Size, int By)> bound, int tensor)
    {
        for (int axis = slips.Contains("last-axis-compared") ? Math.Max(0, axes.Length - 1) : 0; axis < axes.Length; axis++)
        {
            if (!bound.TryGetValue(axes[axis].Name, out (int Size, int By) known) || known.Size == axes[axis].Size) continue;
            if (axes[axis].Name == "n" && slips.Contains("rows-free")) continue;
            if (axes[axis].Size == 1 && slips.Overlaps(["one-stretches", "one-grows", "one-is-kept"])) continue;
            if (known.Size == 1 && slips.Overlaps(["one-stretches", "one-grows"]))
            {
                if (slips.Contains("one-grows")) _bound[axes[axis].Name] = (axes[axis].Size, tensor);
                continue;
            }

            return (axis, known.By);
        }

        return null;
    }

    private (int Axis, int Binder)? Total(int[] sizes, string[] names, int tensor)
    {
        int all = sizes.Aggregate(1, (total, size) => total * size);
        return all == names.Aggregate(1, (total, name) => total * Known(name, 1)) ? null : (0, tensor);
    }

    private (int Axis, int Binder)? OfSameNames(string[] names, int[] sizes, int tensor)
    {
        (string key, int all) = (string.Join(',', names.Order(StringComparer.Ordinal)), sizes.Aggregate(1, (total, size) => total * size));
        _totals.TryAdd(key, all);
        return _totals[key] == all ? null : (0, tensor);
    }

    private (int Axis, int Binder)? Sorted((string Name, int Size)[] axes)
    {
        IEnumerable<int> known = axes.Select(axis => Known(axis.Name, axis.Size)).Order();
        return axes.Select(axis => axis.Size).Order().SequenceEqual(known) ? null : (0, 0);
    }

    private int Known(string name, int otherwise) => _bound.TryGetValue(name, out (int Size, int By) known) ? known.Size : otherwise;
}
