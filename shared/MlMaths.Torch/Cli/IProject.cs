namespace MlMaths.Torch.Cli;

/// <summary>What a command is made of: what it is called, what may be asked of it, and the path from data to result.</summary>
/// <typeparam name="TOptions">The project's options, checked: an immutable record.</typeparam>
public interface IProject<TOptions>
{
    /// <summary>In run folders and results: lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>The word that names it: <c>./mlmaths WORD</c>.</summary>
    string Verb { get; }

    /// <summary>What is typed besides options, for instance <c>EXPRESSION</c>; null for nothing.</summary>
    string? Words => null;

    /// <summary>Whether it looks at rows of a table, on a device: <c>--data</c> and its kin and <c>--device</c> make sense then.</summary>
    bool ReadsData => true;

    /// <summary>Which tables it is meant for; null where no table is large.</summary>
    TableScale? Scale => null;

    /// <summary>One line.</summary>
    string Title { get; }

    /// <summary>What a run shows, in two or three sentences.</summary>
    string Description { get; }

    /// <summary>Arguments worth trying, each with what it shows.</summary>
    IReadOnlyList<CommandExample> Examples { get; }

    /// <summary>Its own options; the common ones come by themselves.</summary>
    IReadOnlyList<ProjectOption> Options { get; }

    /// <summary>The options as a record; throws a <see cref="UserMistakeException"/> where they contradict each other.</summary>
    TOptions Checked(ParsedOptions parsed);

    /// <summary>Reads the data and finds them good, so that the work can begin.</summary>
    /// <exception cref="UserMistakeException">They cannot be used as they are, or the device cannot.</exception>
    PreparedRun Prepare(TOptions options, RunContext context);
}

/// <summary>An example for the help.</summary>
/// <param name="Arguments">What is typed after the command; empty for none.</param>
/// <param name="Shows">What one gets.</param>
public sealed record CommandExample(string Arguments, string Shows);
