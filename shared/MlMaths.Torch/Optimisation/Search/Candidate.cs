namespace MlMaths.Torch.Optimisation;

/// <summary>One value for every axis of a search.</summary>
public sealed class Candidate
{
    private readonly SearchSpace _space;
    private readonly double[] _values;

    internal Candidate(SearchSpace space, int index, double[] values) => (_space, Index, _values) = (space, index, values);

    /// <summary>Where it was drawn from.</summary>
    public SearchSpace Space => _space;

    /// <summary>Its number in the search, from 0.</summary>
    public int Index { get; }

    /// <summary>Its values as a table prints them, axis by axis.</summary>
    public IReadOnlyList<string> Cells => [.. _space.Axes.Select((axis, at) => axis.Text(_values[at]))];

    /// <summary>The number on an axis, whole or not.</summary>
    public double Number(string axis) => ValueOn(axis, kind => kind != AxisKind.Choice);

    /// <summary>The whole number on an axis of whole numbers.</summary>
    public int Whole(string axis) => (int)ValueOn(axis, kind => kind == AxisKind.Whole);

    /// <summary>The name chosen.</summary>
    public string Choice(string axis) => AxisOf(axis).Names[(int)ValueOn(axis, kind => kind == AxisKind.Choice)];

    /// <summary><c>rate 0.003, units 32</c>.</summary>
    public override string ToString() => string.Join(", ", _space.Axes.Zip(Cells, (axis, cell) => $"{axis.Name} {cell}"));

    /// <summary>The value at an axis' place; of a choice, the name's place.</summary>
    internal double At(int axis) => _values[axis];

    private SearchAxis AxisOf(string name) => _space.Axes.FirstOrDefault(axis => axis.Name == name)
        ?? throw new ArgumentException(
            $"The search has no axis {name}: it has {string.Join(", ", _space.Axes.Select(axis => axis.Name))}.",
            nameof(name));

    private double ValueOn(string name, Func<AxisKind, bool> fits)
    {
        SearchAxis axis = AxisOf(name);
        return fits(axis.Kind)
            ? _values[_space.Axes.TakeWhile(other => other != axis).Count()]
            : throw new ArgumentException($"{name} is of the kind {axis.Kind}.", nameof(name));
    }
}
