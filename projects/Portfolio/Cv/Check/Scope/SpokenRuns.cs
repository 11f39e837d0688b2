using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>
/// Of which runs a sentence speaks: by the data and the model that it names, or that the heading above it names where it names none. No
/// other run supports or refutes anything in it.
/// </summary>
/// <param name="known">All measurements.</param>
internal sealed partial class SpokenRuns(IReadOnlyList<KnownNumber> known)
{
    private const string Calculus = "calculus";

    private readonly FinishedRun[] _runs = [.. known.Select(one => one.Run).Distinct()];

    private readonly HashSet<(FinishedRun Run, string Id)> _measured = [.. known.Select(one => (one.Run, one.Number.Id))];

    /// <summary>The numbers that a sentence may mean, of these runs.</summary>
    public IReadOnlyList<KnownNumber> In(CvPassage passage, IReadOnlyList<FinishedRun> spoken)
    {
        return [.. known.Where(one => spoken.Contains(one.Run) && NeededWords.Has(passage.Text, one.Number.Id)
            && !IsOfItsOwnRun(passage.Text, spoken, one))];
    }

    /// <summary>Those on the data that the sentence names, and those that drew theirs; all, where nothing is named.</summary>
    public FinishedRun[] Of(CvPassage passage)
    {
        string sentence = passage.Text;
        string[] named = [.. _runs.Where(run => ProjectWords.IsNamed(sentence, run)).Select(run => run.Data!.Name)
            .Concat(ProjectWords.BundledIn(sentence))];
        bool isOfHeading = named.Length == 0;
        if (isOfHeading)
            named = [.. _runs.Where(run => ProjectWords.IsNamed(passage.Heading, run)).Select(run => run.Data!.Name)];
        FinishedRun[] spoken = named.Length == 0 ? _runs :
        [
            .. _runs.Where(run => run.Data is { } data ? named.Contains(data.Name) : run.Verb != Calculus || OfDrawn().IsMatch(sentence)),
        ];
        if (ProjectWords.Names(sentence) || !ProjectWords.Names(passage.Heading)) return spoken;
        FinishedRun[] narrowed = [.. spoken.Where(run => ProjectWords.Allow(passage.Heading, run))];
        return narrowed.Length == 0 ? spoken : narrowed;
    }

    // My logistic regression has the AUC of the run of it, and not that of a comparison that fitted one as well.
    private bool IsOfItsOwnRun(string sentence, IReadOnlyList<FinishedRun> spoken, KnownNumber one) => !Compares().IsMatch(sentence)
        && spoken.Any(run => run.Data?.Name == one.Run.Data?.Name && ProjectWords.IsNearer(sentence, run, one.Run)
            && _measured.Contains((run, one.Number.Id)));

    // What runs do without a table: who names one speaks of these only by such words.
    [GeneratedRegex(@"\b(?i:gradients?|derivati\w+|derived|autograd|backprop\w*|tutor|descent|learning[- ]rates?|Hessian"
        + @"|tape|simulat\w+|drawn"
        + @"|A/B|tests?\b(?! (?:rows?|set))|peek\w*|looks?|coverage|intervals?|Wilson|Wald|Poisson|events?|conversions?)\b")]
    private static partial Regex OfDrawn();

    [GeneratedRegex(@"\b(?i:compar\w+|against|versus|vs\.?|folds?|splits?|cross-validat\w+)(?!\w)")]
    private static partial Regex Compares();
}
