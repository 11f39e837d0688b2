using System.Text.RegularExpressions;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Of which project a sentence speaks: then no run of another one supports it.</summary>
internal static class ProjectWords
{
    private static readonly string[] Bundled = ["breast_cancer", "wine", "diabetes"];

    // Names of tables that any sentence may contain without meaning one.
    private static readonly HashSet<string> Common = new(
        ["data", "dataset", "test", "train", "training", "validation", "rows", "row", "table", "model", "sample", "file", "all", "new"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly (Regex Words, string[] Verbs)[] All =
    [
        (Of("linear regression|least squares|RMSE|R²|R2|R-squared"), ["regression", "calculus"]),
        (Of("logistic"), ["logistic", "evaluate", "calculus"]),
        (Of(@"PCA|principal components?|k-means|clusters"), ["pca"]),
        (Of("MLP|multi-?layer perceptron"), ["net", "evaluate"]),
        (Of(@"imbalanced|rare class|fraud\w*|payments?|transactions?"), ["decision"]),
        (Of(@"neural nets?(?:works?)?|digits?|handwrit\w+"), ["net"]),
        (Of(@"cross-validat\w+"), ["evaluate", "regression"]),
    ];

    /// <summary>Whether a sentence speaks of any project.</summary>
    public static bool Names(string sentence) => All.Any(one => one.Words.IsMatch(sentence));

    /// <summary>Whether a run may be the one that the sentence speaks of.</summary>
    public static bool Allow(string sentence, FinishedRun run)
    {
        if (IsNamed(sentence, run)) return true;
        string[][] named = [.. All.Where(one => one.Words.IsMatch(sentence)).Select(one => one.Verbs)];
        return named.Length == 0 || named.Any(verbs => verbs.Contains(run.Verb));
    }

    /// <summary>Whether a run is the one that a sentence names, and another one only has such a model in it.</summary>
    public static bool IsNearer(string sentence, FinishedRun run, FinishedRun other)
    {
        string[][] named = [.. All.Where(one => one.Words.IsMatch(sentence)).Select(one => one.Verbs)];
        return named.Any(verbs => verbs[0] == run.Verb && verbs.Contains(other.Verb)) && !named.Any(verbs => verbs[0] == other.Verb);
    }

    /// <summary>Whether a sentence names the data of a run.</summary>
    public static bool IsNamed(string sentence, FinishedRun run) => run.Data is { } data && Names(sentence, data.Name);

    /// <summary>The data of the suite that a sentence names; words that mean much else, such as digits, are left out.</summary>
    public static IEnumerable<string> BundledIn(string sentence) => Bundled.Where(name => Names(sentence, name));

    private static bool Names(string sentence, string data) => data.Length > 2 && !Common.Contains(data)
        && Regex.IsMatch(sentence, $@"(?<!\w)(?i:{Regex.Escape(data.Replace('_', ' '))})s?(?!\w)", RegexOptions.CultureInvariant);

    private static Regex Of(string words) => new($@"(?<!\w)(?i:{words})(?!\w)", RegexOptions.CultureInvariant);
}
