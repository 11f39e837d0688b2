using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The hyper-parameters that are looked for, axis by axis: <c>new SearchSpace().LogUniform("rate", 1e-4, 1).Whole("units", 8, 64)</c>.
/// Chance finds more than a grid of as many trials, where few axes matter: each trial tries another value of every one
/// (J. Bergstra and Y. Bengio, 2012, JMLR 13:281–305).
/// </summary>
public sealed class SearchSpace
{
    /// <summary>No axis yet.</summary>
    public SearchSpace() : this([])
    {
    }

    private SearchSpace(IReadOnlyList<SearchAxis> axes) => Axes = axes;

    /// <summary>In the order in which they were named.</summary>
    public IReadOnlyList<SearchAxis> Axes { get; }

    /// <summary>With one more axis whose powers of ten are equally likely; 0 &lt; low &lt; high.</summary>
    public SearchSpace LogUniform(string name, double low, double high) => low > 0
        ? With(new(name, AxisKind.LogUniform, low, high, []))
        : throw new UserMistakeException($"The search for {name} began at {low}, and on a logarithmic axis must begin above 0.");

    /// <summary>With one more axis whose numbers are equally likely; low &lt; high.</summary>
    public SearchSpace Uniform(string name, double low, double high) => With(new(name, AxisKind.Uniform, low, high, []));

    /// <summary>With one more axis of whole numbers, both ends included; low &lt; high.</summary>
    public SearchSpace Whole(string name, int low, int high) => With(new(name, AxisKind.Whole, low, high, []));

    /// <summary>With one more axis of names; at least two.</summary>
    public SearchSpace Choice(string name, params IReadOnlyList<string> names) =>
        With(new(name, AxisKind.Choice, 0, names.Count - 1, [.. names]));

    /// <summary>Candidate number <paramref name="index"/>: decided by the seed and the index alone, however many are drawn.</summary>
    public Candidate Draw(int seed, int index)
    {
        var random = new SplitMix64(seed, DrawnFor.Search, index);
        double[] values = new double[Axes.Count];
        for (int axis = 0; axis < values.Length; axis++)
            values[axis] = Axes[axis].At(random.Unit());
        return new Candidate(this, index, values);
    }

    private SearchSpace With(SearchAxis axis)
    {
        if (!(axis.Low < axis.High) || !double.IsFinite(axis.High - axis.Low))
        {
            throw new UserMistakeException(axis.Kind == AxisKind.Choice
                ? $"The search for {axis.Name} has {axis.Names.Count} names, and needs at least two to choose from."
                : $"The search for {axis.Name} went from {axis.Low} to {axis.High}, and must end above where it begins.");
        }

        return Axes.Any(known => known.Name == axis.Name)
            ? throw new UserMistakeException($"The search names {axis.Name} twice: each hyper-parameter has one axis.")
            : new SearchSpace([.. Axes, axis]);
    }
}
