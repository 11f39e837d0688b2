namespace MlMaths.Torch.Cli;

/// <summary>Reads a value from what was typed; false where it makes no sense.</summary>
public delegate bool OptionReader<T>(string given, out T value);

/// <summary>An option whose value is a <typeparamref name="T"/>.</summary>
public sealed class ProjectOption<T> : ProjectOption
{
    private readonly OptionReader<T> _reader;
    private readonly T _default;

    /// <summary>An option with its own way of reading.</summary>
    /// <param name="name">As it is typed, with its two dashes.</param>
    /// <param name="placeholder">Stands for the value in the help.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="whenAbsent">The value when it is not given.</param>
    /// <param name="whenAbsentText">How the help words that.</param>
    /// <param name="mayBe">Completes the sentence “--name is 'x', and may be …”.</param>
    /// <param name="example">A value that works.</param>
    /// <param name="reader">Reads a value.</param>
    public ProjectOption(
        string name, string placeholder, string description, T whenAbsent, string whenAbsentText, string mayBe, string example,
        OptionReader<T> reader)
        : base(name, placeholder, description, whenAbsentText, mayBe, example) => (_default, _reader) = (whenAbsent, reader);

    internal override object? Read(string? given)
    {
        if (given is null)
            return _default;
        if (_reader(given, out T value))
            return value;
        throw new UserMistakeException($"{Name} is {Quoted.Value(given)}, and may be {MayBe}: for instance {Name} {Example}.");
    }
}
