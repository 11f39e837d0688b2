using System.Text.RegularExpressions;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Of which project a sentence speaks: then no run of another one supports it.</summary>
internal static class ProjectWords
{
    private static readonly (Regex Words, string[] Verbs)[] All =
    [
        (Of("linear regression|least squares|RMSE"), ["regression", "calculus"]),
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

    /// <summary>Whether a sentence names the data of a run.</summary>
    public static bool IsNamed(string sentence, FinishedRun run) => run.Data is { } data && Names(sentence, data.Name);

    private static bool Names(string sentence, string data) =>
        data.Length > 3 && sentence.Contains(data.Replace('_', ' '), StringComparison.OrdinalIgnoreCase);

    private static Regex Of(string words) => new($@"(?<!\w)(?i:{words})(?!\w)", RegexOptions.CultureInvariant);
}
