namespace MlMaths.Torch.Cli;

/// <summary>What was typed, each value within what its option allows.</summary>
public sealed class ParsedOptions
{
    private readonly Dictionary<ProjectOption, object?> _values;

    internal ParsedOptions(CommonOptions common, Dictionary<ProjectOption, object?> values, IReadOnlySet<ProjectOption> given) =>
        (Common, _values, Given) = (common, values, given);

    /// <summary>The options that every command has.</summary>
    public CommonOptions Common { get; }

    /// <summary>Those that were typed; the others have their defaults.</summary>
    public IReadOnlySet<ProjectOption> Given { get; }

    /// <summary>The value of an option: typed, or its default.</summary>
    public T Of<T>(ProjectOption<T> option) => (T)_values[option]!;

    /// <summary>All options and values, by the names that <c>results.json</c> gives them.</summary>
    internal IReadOnlyDictionary<string, object?> ByKey => _values.ToDictionary(pair => pair.Key.Key, pair => pair.Value);
}
