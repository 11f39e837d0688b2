using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>Of which project a sentence speaks: then no run of another one supports it.</summary>
internal static class ProjectWords
{
    private static readonly string[] Bundled = ["breast_cancer", "wine", "diabetes"];

    private static readonly (Regex Words, string[] Verbs)[] Models =
    [
        (Of("linear regression|(?:ordinary )?least squares"), ["regression", "calculus"]),
        (Of("logistic"), ["logistic", "evaluate", "calculus"]),
        (Of(@"PCA|principal components?|k-means"), ["pca"]),
        (Of("MLP|(?:multi-?layer )?perceptron"), ["net", "evaluate"]),
        (Of(@"neural nets?(?:works?)?"), ["net", "evaluate"]),
        // No run has fitted one of these.
        (Of(@"random forests?|gradient[- ]boost\w+|XGBoost|LightGBM|CatBoost|SVMs?|support[- ]vector\w*(?: machines?)?|decision trees?"
            + @"|naive Bayes|transformers?|CNNs?|convolutional\w*|LSTMs?|BERT|GPT\S*"), []),
    ];

    private static readonly (Regex Words, string[] Verbs)[] Tasks =
    [
        (Of("RMSEs?|R²|R2|R-squared"), ["regression", "calculus"]),
        (Of("clusters"), ["pca"]),
        (Of(@"imbalanced|rare class|fraud\w*|payments?|transactions?"), ["decision"]),
        (Of(@"digits?|handwrit\w+"), ["net"]),
        (Of(@"cross-validat\w+"), ["evaluate", "regression"]),
    ];

    private static readonly (Regex Words, string[] Verbs)[] All = [.. Models, .. Tasks];

    /// <summary>Whether a sentence speaks of any project.</summary>
    public static bool Names(string sentence) => All.Any(one => one.Words.IsMatch(sentence));

    /// <summary>Whether a run may be the one that the sentence speaks of; none of another model on the same data.</summary>
    public static bool Allow(string sentence, FinishedRun run)
    {
        if (IsNamed(sentence, run)) return !IsOfOtherModel(sentence, run);
        string[][] named = Named(sentence, All);
        return named.Length == 0 || named.Any(verbs => verbs.Contains(run.Verb));
    }

    /// <summary>The same of a sentence under its heading, which names the data where the sentence does not.</summary>
    public static bool Allow(CvPassage passage, FinishedRun run) => IsNamed(passage.Heading, run)
        ? !IsOfOtherModel(passage.Text, run)
        : Allow(passage.Text, run);

    /// <summary>Whether a sentence names models, and a run is of another one; of a run that may have any, nobody knows.</summary>
    public static bool IsOfOtherModel(string sentence, FinishedRun run)
    {
        string[][] models = Named(sentence, Models);
        return models.Length > 0 && Models.Any(one => one.Verbs.Contains(run.Verb)) && !models.Any(verbs => verbs.Contains(run.Verb));
    }

    /// <summary>Whether a sentence names a model, and a run is of it.</summary>
    public static bool IsOfModel(string sentence, FinishedRun run) => Named(sentence, Models).Any(verbs => verbs.Contains(run.Verb));

    /// <summary>Whether a run is the one that a sentence names, and another one only has such a model in it.</summary>
    public static bool IsNearer(string sentence, FinishedRun run, FinishedRun other)
    {
        string[][] named = Named(sentence, All);
        return named.Any(verbs => verbs is [var first, ..] && first == run.Verb && verbs.Contains(other.Verb))
            && !named.Any(verbs => verbs is [var first, ..] && first == other.Verb);
    }

    /// <summary>Whether a sentence names the data of a run.</summary>
    public static bool IsNamed(string sentence, FinishedRun run) => DataWords.Names(sentence, run);

    /// <summary>The data of the suite that a sentence names; words that mean much else, such as digits, are left out.</summary>
    public static IEnumerable<string> BundledIn(string sentence) => Bundled.Where(name => Names(sentence, name));

    private static string[][] Named(string sentence, (Regex Words, string[] Verbs)[] among) =>
        [.. among.Where(one => one.Words.IsMatch(sentence)).Select(one => one.Verbs)];

    private static bool Names(string sentence, string data) =>
        Regex.IsMatch(sentence, $@"(?<!\w)(?i:{Regex.Escape(data.Replace('_', ' '))})s?(?!\w)", RegexOptions.CultureInvariant);

    private static Regex Of(string words) => new($@"(?<!\w)(?i:{words})(?!\w)", RegexOptions.CultureInvariant);
}
