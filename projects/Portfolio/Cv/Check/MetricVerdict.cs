using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Derived;
using MlMaths.Torch.Portfolio.Cv.Check.Methods;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>What measurements that may be meant say of a number.</summary>
/// <param name="folders">Names of the folders of all runs.</param>
internal sealed partial class MetricVerdict(IReadOnlySet<string> folders)
{
    /// <summary>Of a number of rows that know the answer, where the writer says so.</summary>
    public const string WithCaveat = "with your caveat";

    /// <summary>What is further away than this part of the measured number is not rounded, but another number.</summary>
    private const double Near = 0.1;

    public JudgedNumber Of(CvPassage passage, WrittenNumber claim, IReadOnlyList<KnownNumber> meant, bool isLessBetter)
    {
        if (RunNamed().Match(passage.Text) is { Success: true } named && !folders.Contains(named.Value.TrimEnd('.')))
            return new(passage, claim.Text, CvVerdict.RunIsGone, null, named.Value);
        string split = SaidRows.OfMetric(passage.Text, claim);
        bool saysSeen = split is RowCounts.Training or RowCounts.Validation;
        KnownNumber[] own = [.. meant.Where(one => IsMeant(passage, one) && claim.Fits(one.Number))];
        if (split is RowCounts.Test or RowCounts.HeldOut)
            own = [.. own.Where(one => !own.Any(test => test.Number.Id == one.IdOnTestRows))];
        else if (SaidRows.IsOfFolds(passage.Text, claim) && own.Any(one => one.IsOfFolds))
            own = [.. own.Where(one => one.IsOfFolds)];
        if (own.FirstOrDefault(one => one.Number.Value is { } value && claim.IsOfOtherUnit(value, one.Number)) is { } slip)
            return new(passage, claim.Text, CvVerdict.NoRunSays, slip.Number, slip.Folder, "it is measured in another unit");
        // What was measured on rows of the training supports no bound either, unless it is named.
        KnownNumber[] saying =
            [.. own.Where(one => one.Says(claim) && (claim.Bound == WrittenBound.None || !one.IsOfSeenRows || saysSeen))];
        if (saying.FirstOrDefault(one => split is RowCounts.Test or RowCounts.HeldOut
            ? !one.IsOfValidation
            : !one.IsOfSeenRows || saysSeen || one.Number.Low is not null) is { } says)
        {
            return Supported(passage, claim, says);
        }

        if (saying is [var seen, ..])
            return new(passage, claim.Text, CvVerdict.FromTrainingRows, seen.Number, seen.Folder);
        KnownNumber? nearest = own.Where(one => !one.IsOfSeenRows || saysSeen)
            .OrderBy(one => one.IsOfFolds).ThenBy(one => one.Distance(claim)).FirstOrDefault();
        if (nearest is not null)
            return new(passage, claim.Text, Off(claim, nearest, isLessBetter), nearest.Number, nearest.Folder, OtherWhole(claim, nearest));
        return Open(passage, claim, meant);
    }

    /// <summary>The run and the model.</summary>
    public static bool IsMeant(CvPassage passage, KnownNumber known) =>
        ProjectWords.Allow(passage, known.Run) && (known.Model.Length == 0 || MethodGroups.Names(passage.Text, known.Model));

    // No run that the sentence may speak of has such a number: it is nobody's, or another run's.
    private static JudgedNumber Open(CvPassage passage, WrittenNumber claim, IReadOnlyList<KnownNumber> meant)
    {
        if (meant.Count == 0) return new(passage, claim.Text, CvVerdict.NotJudged, null, "", "because no run measures what it is about");
        if (meant.FirstOrDefault(one => claim.Fits(one.Number) && one.Says(claim) && !IsMeant(passage, one)) is { } others)
            return new(passage, claim.Text, CvVerdict.NoRunSays, others.Number, others.Folder, "it is another model's");
        KnownNumber? near = meant.Where(one => IsMeant(passage, one)).MinBy(one => one.Distance(claim));
        return near is null
            ? new(passage, claim.Text, CvVerdict.NotJudged, null, "", "because no run that it may speak of measures it")
            : claim.Unit is WrittenUnit.Money or WrittenUnit.Length || claim.IsPerPeriod
                ? new(passage, claim.Text, CvVerdict.NoRunSays, near.Number, near.Folder, "it is measured in another unit")
            : near.IsOfSeenRows
                ? new(passage, claim.Text, CvVerdict.NotJudged, near.Number, near.Folder, "because it is measured on training rows alone")
            : new(passage, claim.Text, CvVerdict.NotJudged, near.Number, near.Folder, "because no run has it in that unit");
    }

    private static JudgedNumber Supported(CvPassage passage, WrittenNumber claim, KnownNumber says)
    {
        if (KnownNumber.Altered(says.Run) is not null || claim.High is not null || IsModest(passage.Text, claim, says)
            || CvRules.Refused(says.Number, says.Leak) is not { } refused)
        {
            return says.Supports(passage, claim.Text);
        }

        // What knows the answer, and is said to, is said honestly.
        return CvRules.Refused(says.Number, leak: null) is null && SaidCaveat.OfLeak(passage)
            ? says.Supports(passage, claim.Text, WithCaveat)
            : new(passage, claim.Text, CvVerdict.StrongerThanInterval, says.Number, says.Folder, $"{says.Number.Id} {refused.Why}");
    }

    // A difference that may be none is said honestly where the sentence says so, or has its interval beside it and praises nothing.
    private static bool IsModest(string sentence, WrittenNumber claim, KnownNumber says) => Modest().IsMatch(sentence)
        || (CvRules.IsGain(says.Number) && says.Leak is null && IntervalBehind().IsMatch(sentence[claim.End..])
            && !Praise().IsMatch(sentence));

    private static string OtherWhole(WrittenNumber claim, KnownNumber known) =>
        claim.Whole is { } said && known.Whole is { } rows && said != rows ? $"it is a share of {NumberText.Count(rows)} rows" : "";

    // Not what the run says: how kind is the difference?
    private static CvVerdict Off(WrittenNumber claim, KnownNumber known, bool isLessBetter)
    {
        Measurement number = known.Number;
        if (number.Value is not { } value || OtherWhole(claim, known).Length > 0 || known.IsCount) return CvVerdict.NoRunSays;
        if (claim.HighIn(number) is { } top)
        {
            return number is { Low: { } bottom, High: { } end } && claim.In(number) >= bottom && top <= end
                ? CvVerdict.StrongerThanInterval
                : CvVerdict.NoRunSays;
        }

        double given = claim.In(number);
        if (claim.Half is not null && claim.Reads(value, number)) return CvVerdict.StrongerThanInterval;
        bool isKinder = isLessBetter ? given < value : given > value;
        if (claim.Bound is WrittenBound.Over or WrittenBound.Under or WrittenBound.AtLeast or WrittenBound.AtMost)
            return number.Low is null ? CvVerdict.NoRunSays : CvVerdict.StrongerThanInterval;
        if (!isKinder) return claim.IsCut(value, number, isUp: isLessBetter) ? CvVerdict.Supported : CvVerdict.NoRunSays;
        bool isNear = Math.Abs(given - value) <= Near * Math.Abs(value);
        if (claim.IsBeside(value, number)) return CvVerdict.RoundedTooKindly;
        if (given >= number.Low && given <= number.High) return isNear ? CvVerdict.RoundedTooKindly : CvVerdict.NoRunSays;
        return number.Low is null ? CvVerdict.NoRunSays : CvVerdict.StrongerThanInterval;
    }

    [GeneratedRegex(@"\b\d{8}-\d{6}-[\w-]+")]
    private static partial Regex RunNamed();

    [GeneratedRegex(@"\b(?i:no significant|(?:not|no|nor)(?: an?)? (?:statistically )?(?:significant|clear)(?:ly)?"
        + @"|no (?:real )?(?:difference|gain)|no evidence|may be none|includes? (?:0|zero)"
        + @"|inconclusive|gained nothing|(?:practically|virtually|essentially|statistically|about|just) (?:equal|the same|equivalent|tied)"
        + @"|equivalen(?:t|ce)|indistinguishable|on (?:a )?par|within (?:the |its )?(?:noise|error|chance)"
        + @"|(?:do|does|did) not (?:differ|save|gain|help|improve|bring|pay|reduce|raise|add|work)"
        + @"|not (?:better|worse|cheaper|measurabl[ey])|no (?:practical|measurable|relevant|meaningful|detectable|significant) \w+)\b")]
    private static partial Regex Modest();

    [GeneratedRegex(@"^\s*[(\[,;:]*\s*(?:with )?(?:an? |its )?(?:9\d(?:\.\d+)?\s*(?:%|per cent)\s*)?(?i:(?:confidence |credible )?"
        + @"(?:intervals?|CI)\b)?[\s:,([]*(?:of |from )?[-−+]?\d*\.?\d+\s*%?\s*(?:to|–|-|,|\band)\s*[-−+]?\d*\.?\d+")]
    private static partial Regex IntervalBehind();

    [GeneratedRegex(@"\b(?i:improv\w+|better|best|superior|outperform\w*|beat(?:s|ing)?|rais(?:e[sd]?|ing)|boost\w*|significant(?:ly)?"
        + @"|surpass\w*|ahead)\b")]
    private static partial Regex Praise();
}
