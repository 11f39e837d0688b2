using System.Text.RegularExpressions;

namespace MlMaths.Torch.Fuzz;

/// <summary>What became of an input. The first two are as they should be.</summary>
internal enum Ending
{
    /// <summary>Understood.</summary>
    Read,

    /// <summary>Refused, with a sentence that helps.</summary>
    Refused,

    /// <summary>Refused, with a sentence that does not.</summary>
    Unclear,

    /// <summary>Understood as something else than a second reader does.</summary>
    Different,

    /// <summary>Another exception than a refusal, or a program that ended as none of ours ends.</summary>
    Crash,

    /// <summary>No answer in time.</summary>
    Hang,
}

/// <summary>What became of an input, and what was said.</summary>
/// <param name="Ending">Which end it took.</param>
/// <param name="Said">The sentence, or the exception with its first place; empty where nothing was said.</param>
internal readonly partial record struct Outcome(Ending Ending, string Said)
{
    /// <summary>Processor time that it took.</summary>
    public TimeSpan Used { get; init; }

    public bool IsFinding => Ending is not (Ending.Read or Ending.Refused);

    /// <summary>Two findings of the same sort are one fault: the first of them is kept.</summary>
    public string Sort =>
        $"{Ending} " + (Ending == Ending.Crash
            ? Message().Replace(Said, " at ")
            : Values().Replace(Said.Split('\n')[0], "…"));

    // Values in quotes, names of functions and numbers differ from one input to the next.
    [GeneratedRegex(@"'.*?'(?![a-z])|[-+]?\d+(\.\d+)?|\b\w+(?= is a function| has )|(?<=write )\w+(?=\()")]
    private static partial Regex Values();

    [GeneratedRegex(@"(?<=^\w+): .* at ", RegexOptions.Singleline)]
    private static partial Regex Message();
}
