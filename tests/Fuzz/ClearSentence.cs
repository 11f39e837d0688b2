using System.Text.RegularExpressions;

namespace MlMaths.Torch.Fuzz;

/// <summary>
/// Whether a refusal helps whoever gets it: one line for each fault; it names what was wrong (a row, column, value, file, option); it
/// ends with what may stand there or what to do; it has no names of types and no trace of the stack.
/// </summary>
internal static partial class ClearSentence
{
    /// <summary>What is not clear about it; null where all is.</summary>
    public static string? Judge(string message)
    {
        bool isShown = IsShown(message);
        if (!isShown && message.Contains('\n', StringComparison.Ordinal)) return OfSeveral(message);
        string sentence = isShown ? message.Split('\n')[0] : message;
        string ours = InQuotes().Replace(sentence, "'…'");
        return sentence.Any(char.IsControl) ? "control characters or several lines"
            : TypeName().IsMatch(ours) || sentence.Contains("   at ", StringComparison.Ordinal) ? "names of types"
            : !isShown && !Named().IsMatch(ours) ? "names nothing"
            : !isShown && !Begun().IsMatch(ours) || !Remedy().IsMatch(ours) ? "does not end with what to do"
            : null;
    }

    // Several faults of a file are told together: each is a sentence, and a command that is ready to copy stands below them.
    private static string? OfSeveral(string message)
    {
        string[] lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Any(line => line.Any(char.IsControl)) ? "control characters or several lines"
            : lines.Any(line => TypeName().IsMatch(InQuotes().Replace(line, "'…'"))) ? "names of types"
            : lines.Any(line => Named().IsMatch(InQuotes().Replace(line, "'…'"))) ? null : "names nothing";
    }

    // An expression is shown below its sentence, with a caret under the bad place.
    private static bool IsShown(string message) =>
        message.Split('\n') is [_, [' ', ' ', ..] shown, var caret] && caret.Trim() == "^"
            && caret.Length <= 2 * shown.Length + 1;

    [GeneratedRegex(@"'[^\n]*?'(?=$|[\s.,;:?!)(×])")]
    private static partial Regex InQuotes();

    [GeneratedRegex(@"\b(System|Microsoft|TorchSharp|MlMaths)\.|\b\w+Exception\b|\b[A-Z][a-z]+Error\b|Nullable`")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"'…'|--[a-z]|\b(row|line|column|byte|character|sign|place)s? \d|\d")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(['A-Z]|--[a-z]|\w+\.csv )")]
    private static partial Regex Begun();

    // After a colon or a semicolon, or as what it may be, at least two words to the end; a list of what it may be can be cut.
    [GeneratedRegex(@"([:;]|, and|\?|may be '…'.*) \S+( \S+)+[.?]?$")]
    private static partial Regex Remedy();
}
