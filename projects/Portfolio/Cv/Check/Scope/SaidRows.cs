using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Derived;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>Which rows a sentence says that a number is of.</summary>
internal static partial class SaidRows
{
    private const string Folds = "folds";

    /// <summary>The split that is named nearest to a metric: training (or validation), test; empty where none is named.</summary>
    public static string OfMetric(string sentence, WrittenNumber claim) => Splits().Matches(sentence)
        .OrderBy(one => one.Index >= claim.End ? one.Index - claim.End : Math.Max(0, claim.At - one.Index - one.Length))
        .Select(Split).FirstOrDefault() ?? "";

    /// <summary>The split of a number of rows: 360 held-out images, trained on 341.</summary>
    public static string OfCount(string sentence, WrittenNumber claim) =>
        Behind().Match(sentence[claim.End..]) is { Success: true } behind ? Split(behind)
        : Before().Match(sentence[..claim.At]) is { Success: true } before ? Split(before)
        : "";

    /// <summary>Whether a number is said to be one of folds: a cross-validated AUC of 0.71, 0.71 by cross-validation.</summary>
    public static bool IsOfFolds(string sentence, WrittenNumber claim) =>
        FoldsBefore().IsMatch(sentence[..claim.At]) || FoldsBehind().IsMatch(sentence[claim.End..]);

    private static string Split(Match match) =>
        match.Groups["folds"].Success ? Folds :
        match.Groups["training"].Success ? RowCounts.Training : match.Groups["validation"].Success ? RowCounts.Validation
            : match.Groups["test"].Success ? RowCounts.Test : RowCounts.HeldOut;

    private const string Words = @"(?<training>train|training|in-sample|fitted rows)|(?<validation>validation)"
        + "|(?<test>test)|(?<heldout>held[- ]out|hold-?out|unseen|out-of-sample"
        + @"|(?:never|not)(?: \w+)? (?:seen|used (?:in|for|by) training)|never saw|did not see)";

    [GeneratedRegex(@"\bcross-?validated\b[^.,;:\d]*$", RegexOptions.IgnoreCase)]
    private static partial Regex FoldsBefore();

    [GeneratedRegex(@"^\s*\(?(?:by|in|under|from|with|of)?\s*(?:\d+-fold\s+)?cross-?validat", RegexOptions.IgnoreCase)]
    private static partial Regex FoldsBehind();

    [GeneratedRegex($@"\b(?i:(?<folds>cross-?validat\w+|folds?)|{Words}|(?<training>sees? nothing))\b")]
    private static partial Regex Splits();

    [GeneratedRegex($@"^[^.;,:\d]{{0,24}}?\b(?i:{Words})\b")]
    private static partial Regex Behind();

    [GeneratedRegex($@"\b(?i:{Words}|(?<training>trained|fitted|fit|learn\w*)|(?<validation>validated|tuned|chosen)"
        + @"|(?<test>tested)|(?<heldout>evaluated|scored|judged))\b[^.;\d]{0,25}$", RegexOptions.RightToLeft)]
    private static partial Regex Before();
}
