namespace MlMaths.Torch.Cli;

/// <summary>What was typed, each value within what its option allows.</summary>
public sealed class ParsedOptions
{
    private readonly Dictionary<ProjectOption, object?> _values;

    internal ParsedOptions(Dictionary<ProjectOption, object?> values, IReadOnlySet<ProjectOption> given, IReadOnlyList<string> words) =>
        (Common, _values, Given, Words) = (CommonOptions.From(values), values, given, words);

    /// <summary>The options that every command has; those that this one does not offer have their defaults.</summary>
    public CommonOptions Common { get; }

    /// <summary>What was typed besides options, in its order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Those that were typed; the others have their defaults.</summary>
    public IReadOnlySet<ProjectOption> Given { get; }

    /// <summary>The value of an option: typed, or its default.</summary>
    public T Of<T>(ProjectOption<T> option) => (T)_values[option]!;

    /// <summary>The options of a run that goes on: as they were, but for what is typed beside <c>--resume</c>.</summary>
    internal ParsedOptions ContinuedBy(ParsedOptions typed)
    {
        Dictionary<ProjectOption, object?> values = new(_values);
        foreach (ProjectOption option in typed.Given.Where(option => option.Name != "--resume"))
            values[option] = typed._values[option];
        return new(values, Given, Words);
    }

    /// <exception cref="UserMistakeException">Something was typed beside <c>--resume</c> that the run has decided long ago.</exception>
    internal void RequireOnlyResuming()
    {
        if (Words.Count > 0)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(Words[0])} was given with --resume, "
                + $"which keeps everything the run was started with: leave it out.");
        }
        if (Given.FirstOrDefault(option => !CommonOptions.OfResuming.Contains(option)) is { } other)
        {
            throw new UserMistakeException(
                $"{other.Name} was given with --resume, which keeps the options that the run was started with: "
                    + "leave it out; only --device, --quiet and --verbose may be given.");
        }
    }

    /// <summary>All options and values, by the names that <c>results.json</c> gives them.</summary>
    internal IReadOnlyDictionary<string, object?> ByKey => _values.ToDictionary(pair => pair.Key.Key, pair => pair.Value);
}
