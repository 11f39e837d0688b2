using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Settings;

/// <summary>Numbers that say how something was done, and not what was found: five folds, 10 % outliers, batches of 32.</summary>
/// <param name="runs">With what their records say.</param>
internal sealed partial class SettingClaims(IReadOnlyList<(FinishedRun Run, IReadOnlyList<RecordedNumber> Numbers)> runs)
{
    private const int WordsBefore = 3, WordsBehind = 4, WordsOfCount = 2;

    /// <summary>Supported where the record of a run has the number by these words; null where no record has.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="claim">The number.</param>
    /// <param name="spoken">The runs that it may speak of.</param>
    public JudgedNumber? Supported(CvPassage passage, WrittenNumber claim, IReadOnlyList<FinishedRun> spoken)
    {
        string[] behind = [.. Behind(passage.Text, claim)], around = [.. Before(passage.Text, claim), .. behind];
        foreach ((FinishedRun run, IReadOnlyList<RecordedNumber> numbers) in Allowed(passage, spoken))
        {
            if (numbers.FirstOrDefault(one => IsValue(claim, one) && one.Words.Any(word =>
                (one.Kind == RecordedKind.Count ? behind.Take(WordsOfCount)
                    : one.Kind == RecordedKind.Boundary && Against().IsMatch(passage.Text[..claim.At]) ? ContentWords.Of(passage.Text)
                    : around).Any(own => ContentWords.IsSame(word, own))))
                is { } recorded)
            {
                return KnownNumber.Supported(passage, claim, run, $"its record says {recorded.Said}");
            }
        }

        return null;
    }

    /// <summary>Rejected where every run that may be meant chose another number of just that; null of any other number.</summary>
    public JudgedNumber? Refuted(CvPassage passage, WrittenNumber claim, IReadOnlyList<FinishedRun> spoken)
    {
        if (claim.Value != Math.Truncate(claim.Value) || claim.Unit is not ("" or WrittenUnit.Times)) return null;
        string noun = Noun(passage.Text, claim);
        // Batches of 256 were served, and not trained with.
        if (spoken.Any(run => run.Measurements.Any(one => one.Id.Contains($".{noun}{claim.Value}.", StringComparison.Ordinal))))
            return null;
        (FinishedRun Run, RecordedNumber Number)[] chosen = noun.Length == 0 ? [] :
        [
            .. Allowed(passage, spoken).SelectMany(one => one.Numbers.Where(number => number.Kind == RecordedKind.Option
                && number.Words.Any(word => ContentWords.IsSame(word, noun))).Select(number => (one.Run, number))),
        ];
        return chosen is [var (run, first), ..]
            ? new(passage, claim.Text, CvVerdict.NoRunSays, null, KnownNumber.FolderOf(run), $"its record says {first.Said}")
            : null;
    }

    /// <summary>What a share was said to be of, 98.6 % of 557 gradients, as its measurement says; null of others.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="share">The share, and what was said of it.</param>
    /// <param name="claim">The number behind it.</param>
    public static JudgedNumber? OfWhole(CvPassage passage, (WrittenNumber Number, JudgedNumber Judged) share, WrittenNumber claim)
    {
        if (share.Judged is not { Verdict: CvVerdict.Supported, Nearest: { } measured } || !claim.IsPlainCount
            || (share.Number.Unit != "%" && !share.Number.IsShare)
            || !Of().IsMatch(passage.Text[share.Number.End..claim.At]) || Graded().Match(measured.How) is not { Success: true } whole)
        {
            return null;
        }

        double all = double.Parse(whole.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return Math.Abs(claim.Value - all) <= claim.Step / 2
            ? new(passage, claim.Text, CvVerdict.Supported, measured, share.Judged.Run)
            : new(passage, claim.Text, CvVerdict.NoRunSays, measured, share.Judged.Run, $"it is of {whole.Value.Trim()}");
    }

    /// <summary>Whether it is a number of folds, which no run of another kind has: 5-fold cross-validation.</summary>
    public static bool IsOfFolds(string sentence, WrittenNumber claim) => Noun(sentence, claim) == Folds;

    /// <summary>Whether it is how strongly something was done that runs choose and do not measure: a dropout of 0.1.</summary>
    public static bool IsOfStrength(string sentence, WrittenNumber claim) => claim.Value <= 1 && Strength().IsMatch(sentence[..claim.At]);

    private const string Folds = "fold", Repeats = "repeat";

    // What is counted, of the few things that are chosen as numbers; empty where it is not plain.
    private static string Noun(string sentence, WrittenNumber claim)
    {
        string own = $"{claim.Text}{sentence[claim.End..]}", before = sentence[..claim.At];
        return FoldBehind().IsMatch(own) ? Folds
            : RepeatBehind().IsMatch(own) || (claim.Unit == WrittenUnit.Times && RepeatBefore().IsMatch(before)) ? Repeats
            : claim.Unit.Length == 0 && BatchBefore().IsMatch(before) ? "batch"
            : "";
    }

    private IEnumerable<(FinishedRun Run, IReadOnlyList<RecordedNumber> Numbers)> Allowed(
        CvPassage passage, IReadOnlyList<FinishedRun> spoken) =>
        runs.Where(one => spoken.Contains(one.Run) && ProjectWords.Allow(passage, one.Run));

    private static bool IsValue(WrittenNumber claim, RecordedNumber recorded)
    {
        if (claim.High is not null || claim.Half is not null || claim.IsPerPeriod
            || (claim.IsShare && recorded.Kind == RecordedKind.Boundary))
        {
            return false;
        }

        double scale = claim.Unit == "%" ? 0.01 : 1, off = Math.Abs((claim.Value * scale) - recorded.Value);
        bool isShare = recorded.Value is > 0 and < 1;
        return (claim.Unit is "" or WrittenUnit.Times ? !isShare || claim.Value < 1 : claim.Unit == "%" && isShare)
            && off <= (isShare ? claim.Step * scale / 2 * (1 + 1e-9) : 0);
    }

    private static IEnumerable<string> Before(string sentence, WrittenNumber claim)
    {
        string clause = Clause().Split(sentence[..claim.At])[^1];
        // What is said of one number is meant of the other one: a threshold of 9 % instead of 50 %.
        if (Instead().Match(sentence[..claim.At]) is { Success: true } instead)
            clause = Clause().Split(sentence[..instead.Index])[^1];
        return ContentWords.Of(clause).TakeLast(WordsBefore);
    }

    private static IEnumerable<string> Behind(string sentence, WrittenNumber claim) =>
        ContentWords.Of($"{Digits().Replace(claim.Text, " ")} {Clause().Split(sentence[claim.End..])[0]}").Take(WordsBehind);

    [GeneratedRegex(@"\b(?:dropout|momentum|weight decay)(?: rate| probability| strength)?\s*(?:of|=|:)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Strength();

    [GeneratedRegex(@"^\s+(?:of|among|in|out of)\s+(?:(?:the|all|my|its)\s+)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Of();

    [GeneratedRegex(@"^(?:share of |plain descent on )?(?<count>\d[\d,]*) [a-z]+")]
    private static partial Regex Graded();

    // Against 0.5: against a threshold of it, where the sentence speaks of one.
    [GeneratedRegex(@"\b(?:against|versus|vs\.?|compared (?:with|to)|than|instead of)\s+(?:a |the )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Against();

    [GeneratedRegex(@"[.;:,()]\s|[;:()]|\d[\d.,]*")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\d[\d.,]*\s*%?")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d[\d.,]*\s*(?:%|per cent)?\s*(?:instead of|rather than|not|and not|against|versus|vs\.?)\s+"
        + @"(?:at |the (?:usual|default) )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Instead();

    [GeneratedRegex(@"^\d+[\s-]*folds?[\s-]+(?:[a-z]+[\s-]+){0,2}(?:cross|CV)", RegexOptions.IgnoreCase)]
    private static partial Regex FoldBehind();

    [GeneratedRegex(@"^\d+[\s-]*(?:times[\s-]+)?repe(?:at|tition)", RegexOptions.IgnoreCase)]
    private static partial Regex RepeatBehind();

    [GeneratedRegex(@"\brepeated\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex RepeatBefore();

    [GeneratedRegex(@"\bbatch(?:es)?(?: size)?(?: of)?\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex BatchBefore();
}
