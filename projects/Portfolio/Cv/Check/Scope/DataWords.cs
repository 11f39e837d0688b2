using System.Text.RegularExpressions;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>
/// The words by which a text speaks of the data of a run: of the suite's own tables what their rows are, of any other table the words of
/// its name, of its target and of the value that is looked for.
/// </summary>
internal static class DataWords
{
    /// <summary>A shorter word is in any text.</summary>
    private const int Shortest = 4;

    private static readonly char[] Joints = ['_', '-', '.', ' '];

    private static readonly Dictionary<string, string> Bundled = new()
    {
        ["breast_cancer"] = @"breast[- ]cancers?|cancers?|tumou?rs?|malignan\w+|biops(?:y|ies)",
        ["payments"] = @"payments?|fraud\w*|transactions?",
        ["digits"] = @"digits?|handwrit\w+",
        ["wine"] = @"wines?|cultivars?",
        ["diabetes"] = @"diabet\w+|disease progression",
    };

    // Names of tables that any sentence may contain without meaning one.
    private static readonly HashSet<string> Common = new(
    [
        "data", "dataset", "test", "train", "training", "validation", "rows", "table", "model", "sample", "file", "target", "label",
        "class", "value", "values", "true", "false", "positive", "negative", "mine", "output", "result", "results", "score", "scores",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text speaks of the data of a run; false of a run that drew its own.</summary>
    public static bool Names(string text, FinishedRun run) => run.Data is { } data
        && Regex.IsMatch(text, $@"(?<!\w)(?i:{Of(data.Name, data.Target, data.Positive)})(?!\w)", RegexOptions.CultureInvariant);

    private static string Of(string name, string? target, string? positive)
    {
        if (Bundled.TryGetValue(name, out string? words)) return words;
        string whole = Common.Contains(name) ? "(?!)" : $"{Regex.Escape(name.Replace('_', ' '))}s?";
        return string.Join('|', [whole, .. new[] { name, target, positive }.OfType<string>()
            .SelectMany(one => one.Split(Joints, StringSplitOptions.RemoveEmptyEntries))
            .Where(one => one.Length >= Shortest && one.All(char.IsLetter) && !Common.Contains(one)).Select(Forms)]);
    }

    // churned, churn and churners; rents and rent.
    private static string Forms(string word)
    {
        string stem = word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && word.Length > Shortest + 1
            ? word[..^2]
            : word.TrimEnd('s');
        return $"{Regex.Escape(stem)}(?:s|ed|ing|ers?|al)?";
    }
}
