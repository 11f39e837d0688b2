using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Changes;
using MlMaths.Torch.Portfolio.Cv.Check.Derived;
using MlMaths.Torch.Portfolio.Cv.Check.Evidence;
using MlMaths.Torch.Portfolio.Cv.Check.Methods;
using MlMaths.Torch.Portfolio.Cv.Check.Promises;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Portfolio.Cv.Check.Settings;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>
/// Judges a sentence part by part: each of its numbers as a metric, a share of counts or a number of rows, and the words that compare,
/// promise or explain. Which measurements a number may mean is decided by the words around it, and only then the number is compared: a
/// precision that is given out as a recall is found.
/// </summary>
internal sealed partial class CvJudge
{
    /// <summary>A larger number that was written as a word claims something by itself.</summary>
    private const int Few = 12;

    private readonly SpokenRuns _spoken;
    private readonly IReadOnlyList<KnownNumber> _known;
    private readonly IReadOnlyList<Topic> _topics;
    private readonly RowClaims _rows;
    private readonly SettingClaims _settings;
    private readonly MetricVerdict _verdict;
    private readonly Pages _pages = new();
    private (string Block, IReadOnlyList<(IReadOnlyList<KnownNumber> Known, Topic? Topic)> Said) _before = ("", []);

    public CvJudge(IReadOnlyList<FinishedRun> runs)
    {
        (FinishedRun Run, RowCounts Rows)[] counted = [.. runs.Select(run => (run, RowCounts.Of(run)))];
        KnownNumber[] known = [.. counted.SelectMany(one => Known(one.Run, one.Rows))];
        _known = known;
        _spoken = new(known);
        IEnumerable<string> positives = runs.Select(run => run.Data?.Positive).OfType<string>().Distinct().Where(Topic.IsWord);
        _topics = [.. Topic.All, .. positives.Select(Topic.OfPositives)];
        _rows = new(counted);
        _settings = new([.. runs.Select(run => (run, RecordedNumbers.Of(run)))]);
        _verdict = new(known.Select(one => one.Folder).ToHashSet());
    }

    /// <summary>Everything that the sentence claims; numbers that no run could know are passed over.</summary>
    public (IReadOnlyList<JudgedNumber> Judged, IReadOnlyList<PassedNumber> Passed) Of(CvPassage passage)
    {
        (string text, IReadOnlySet<int> worded) =
            WordedNumbers.InDigits(PowersOfTen.InDigits(DecimalCommas.AsPoints(passage.Text)));
        CvPassage read = passage with { Text = text };
        (IReadOnlyList<WrittenNumber> claims, IReadOnlyList<PassedNumber> passed) = NumberReader.In(read, worded);
        FinishedRun[] spoken = _spoken.Of(read);
        SentenceTopics topics = new(text, _topics);
        (IReadOnlyList<JudgedNumber> judged, IReadOnlyList<PassedNumber> more) = Numbers(read, claims, topics, spoken);
        judged = OneRun.Held(read, judged, spoken, run => Numbers(read, claims, topics, [run]).Judged);
        IReadOnlyList<KnownNumber> all = [.. _known.Where(one => spoken.Contains(one.Run))];
        judged = [.. judged.Select(one => WithDirection(text, claims, one))];
        if (OrderOfTwo.In(read, claims, judged, all, _pages) is { } turned)
            judged = [.. judged.Select(one => one.At == turned.At ? turned : one)];
        judged = Ratios.Judged(claims, judged);
        JudgedNumber[] words =
        [
            .. SentenceParts.Words(read, topics, Spoken(read, claims, spoken), judged, claims), .. WordedSettings.In(read, spoken),
            .. OutcomeWords.In(read, judged, all),
        ];
        judged = [.. judged.Select(one => Boasts.Behind(read, words, one)), .. words];
        return ([.. judged.Select(one => one with { Passage = passage })], [.. passed, .. more]);
    }

    private IReadOnlyList<KnownNumber> Spoken(CvPassage read, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<FinishedRun> spoken) =>
        SaidThreshold.Narrowed(read.Text, claims, _spoken.In(read, spoken));

    private static JudgedNumber WithDirection(string text, IReadOnlyList<WrittenNumber> claims, JudgedNumber judged) =>
        judged is { Verdict: CvVerdict.Supported, Nearest: { } measured } && claims.FirstOrDefault(one => one.At == judged.At) is { } claim
        && DirectionWords.Contradict(text, claim, measured)
            ? judged with { Verdict = CvVerdict.NoRunSays, Why = "it went the other way" }
            : judged;

    // Number by number, held against these runs.
    private (IReadOnlyList<JudgedNumber> Judged, IReadOnlyList<PassedNumber> Passed) Numbers(
        CvPassage read, IReadOnlyList<WrittenNumber> claims, SentenceTopics topics, IReadOnlyList<FinishedRun> spoken)
    {
        string text = read.Text;
        IReadOnlyList<KnownNumber> known = Spoken(read, claims, spoken);
        SaidMethods methods = new(text);
        List<JudgedNumber> judged = [];
        List<PassedNumber> more = [];
        (IReadOnlyList<KnownNumber> Known, Topic? Topic) last = ([], null);
        List<(IReadOnlyList<KnownNumber> Known, Topic? Topic)> said = [.. Carried(read, topics)];
        WrittenNumber? before = null;
        (WrittenNumber Number, JudgedNumber Judged)? share = null;
        foreach (WrittenNumber written in claims)
        {
            WrittenNumber claim = SentenceParts.InUnitOf(before, written, said);
            bool repeats = before is { IsShare: true } && InBrackets().IsMatch(text[before.End..claim.At]);
            IReadOnlyList<KnownNumber> may = SaidReference.Narrowed(
                text, claim, SaidPercentiles.Narrowed(text, claims, claim, methods.Narrowed(claims, claim, known)));
            MeantNumbers meant = new(text, topics, may);
            (KnownNumber Known, JudgedNumber Judged)? paired = Paired(read, claim, spoken);
            // An interval is of the last number that has one, and not of how many rows stand between.
            if (claim.High is not null && SentenceParts.Measured(said, claim) is { } of) last = of;
            else if (paired is { } difference) last = ([difference.Known], null);
            else if (SaidReference.Saved(text, claim, may) is { Count: > 0 } saved) last = (saved, null);
            else if (!repeats && (claim.High is null || last.Known.Count == 0)) last = meant.Of(claims, claim);
            said.Add(last);
            before = claim;
            if ((paired?.Judged ?? DurationClaims.In(read, claim, spoken)) is { } shown)
            {
                judged.Add(shown with { At = claim.At });
            }
            else if (claim is { Unit: WrittenUnit.Length, IsPerPeriod: false } && !Effect().IsMatch(text)
                && !last.Known.Any(one => claim.Fits(one.Number)))
            {
                more.Add(new(read.Line, claim.Text, "a length of time"));
            }
            else if (((share is { } whole ? SettingClaims.OfWhole(read, whole, claim) : null)
                ?? One(read, claims, claim, last, topics, meant, spoken, repeats)) is { } one)
            {
                JudgedNumber told = _pages.Judged(read, claims, claim, topics, methods, spoken, one);
                judged.Add(told with { At = claim.At, LookedAt = SentenceParts.LookedAt(told, claim, last.Known, known, topics) });
                share = (claim, told);
            }
            else
            {
                more.Add(new(read.Line, claim.Text, "a count of something that no run measures"));
            }
        }

        if (topics.All.Count > 0) _before = (read.Block, said);
        return (ChangeClaims.Judged(read, claims, judged, topics, [.. _known.Where(one => spoken.Contains(one.Run))], _pages), more);
    }

    // The interval of a count that stands in the sentence before: still quote 91.8 % to 100 %.
    private IReadOnlyList<(IReadOnlyList<KnownNumber> Known, Topic? Topic)> Carried(CvPassage read, SentenceTopics topics) =>
        topics.All.Count == 0 && _before.Block == read.Block && read.Block.Length > 0 ? _before.Said : [];

    private (KnownNumber Known, JudgedNumber Judged)? Paired(CvPassage read, WrittenNumber claim, IReadOnlyList<FinishedRun> spoken) =>
        PagedDifferences.In(read, claim, spoken.Where(run => ProjectWords.Allow(read, run)).SelectMany(_pages.Numbers));

    private static JudgedNumber? OfSum(CvPassage passage, WrittenNumber claim, MeantNumbers words)
    {
        if ((claim.Unit != "%" && !claim.IsShare) || SummedShares.FirstIn(passage.Text) is not { } first) return null;
        return SummedShares.Refuted(claim, first, words.Known) is { } sum
            ? new(passage, claim.Text, CvVerdict.NoRunSays, sum.Number, sum.Folder, $"which {first} components cannot be")
            : new(passage, claim.Text, CvVerdict.NotJudged, null, "", "because no run has that sum of shares");
    }

    // Null where it claims nothing that a run could know.
    private JudgedNumber? One(
        CvPassage passage, IReadOnlyList<WrittenNumber> claims, WrittenNumber claim,
        (IReadOnlyList<KnownNumber> Known, Topic? Topic) meant, SentenceTopics topics, MeantNumbers words,
        IReadOnlyList<FinishedRun> spoken, bool repeats)
    {
        // Of how many components a share is said is no number that was kept.
        if (claim.IsPlainCount && SummedShares.FirstIn(passage.Text) == claim.Value && !Kept().IsMatch(passage.Text)) return null;
        bool isSaid = meant.Known.Any(one => claim.Fits(one.Number) && one.Says(claim) && MetricVerdict.IsMeant(passage, one));
        if (!isSaid && _settings.Supported(passage, claim, spoken) is { } recorded) return recorded;
        if (!isSaid && _settings.Refuted(passage, claim, spoken) is { } refuted) return refuted;
        if (SettingClaims.IsOfFolds(passage.Text, claim)) return null;
        if (SettingClaims.IsOfStrength(passage.Text, claim))
            return new(passage, claim.Text, CvVerdict.NotJudged, null, "", "because no run's record has it");
        bool isNamed = meant.Topic is { IsVague: false } beside && topics.IsBeside(claim, beside);
        if (!isSaid && words.ByLabel(claim) is { } labelled && (!isNamed || meant.Topic!.Ids.IsMatch(labelled.Number.Id)))
            return _verdict.Of(passage, claim, [labelled], isLessBetter: false);
        if (!isSaid && _rows.Of(passage, claim, spoken, isOfModels: topics.All.Count > 0) is { } rows) return rows;
        if (!isSaid && claim.IsPlainCount)
        {
            if (meant.Known.Count == 0 && topics.All.Count == 0) return null;
            bool isCounted = meant is { Topic: { IsCount: true } counted, Known.Count: > 0 } && topics.IsBeside(claim, counted)
                && ProjectWords.Names(passage.Text);
            if (claim.IsWorded && claim.Value <= Few && !isCounted) return null;
            if (!meant.Known.Any(one => claim.Fits(one.Number)) || (meant.Topic is { } topic && !topics.IsBeside(claim, topic)))
                return new(passage, claim.Text, CvVerdict.NotJudged, null, "", "because no run counts what it counts");
        }

        if (meant.Known.Count == 0 && OfSum(passage, claim, words) is { } sum) return sum;
        bool isLess = meant.Topic?.LessIsBetter == true;
        if (meant.Known.Count == 0 && OfOtherData(passage.Text, claim, topics, spoken) is { } elsewhere)
        {
            return new(passage, claim.Text, CvVerdict.NoRunSays, elsewhere.Number, elsewhere.Folder,
                $"it is measured on other data, {Quoted.Value(elsewhere.Run.Data!.Name)}");
        }

        JudgedNumber judged = _verdict.Of(passage, claim, meant.Known, isLess);
        if (judged.Verdict is CvVerdict.Supported or CvVerdict.FromTrainingRows or CvVerdict.RunIsGone or CvVerdict.RunWasChanged
            or CvVerdict.NotJudged || claim.High is not null || meant.Topic is not { } near || topics.IsBeside(claim, near) || repeats
            || SentenceParts.IsAlone(claims, topics))
        {
            return judged;
        }

        if (words.Elsewhere(claim, one => MetricVerdict.IsMeant(passage, one) && !one.IsOfSeenRows) is { } other)
        {
            return SentenceParts.IsExact(claim) || SentenceParts.IsInBrackets(passage.Text, claim)
                ? _verdict.Of(passage, claim, [other], isLess)
                : new(passage, claim.Text, CvVerdict.NotJudged, other.Number, other.Folder, $"because it may be {other.Number.Id}");
        }

        return topics.IsPlaced(claims, claim, near)
            ? judged
            : new(passage, claim.Text, CvVerdict.NotJudged, null, "", "because no words beside it say what it is of");
    }

    // The number of that model on the data of another run is given out as one on these.
    private KnownNumber? OfOtherData(
        string sentence, WrittenNumber claim, SentenceTopics topics, IReadOnlyList<FinishedRun> spoken) =>
        claim is not { Bound: WrittenBound.None, High: null } || claim.IsPlainCount ? null : _known.FirstOrDefault(one =>
            one.Run.Data is not null && !spoken.Contains(one.Run) && ProjectWords.IsOfModel(sentence, one.Run)
            && topics.All.Any(said => !said.Topic.IsVague && said.Topic.Ids.IsMatch(one.Number.Id))
            && NeededWords.Has(sentence, one.Number.Id) && claim.Fits(one.Number) && one.Says(claim));

    private static IEnumerable<KnownNumber> Known(FinishedRun run, RowCounts rows)
    {
        string? leak = RunLeak.Of(run);
        return DerivedNumbers.Of(run, rows)
            .Select(number => new KnownNumber(
                run, number, leak, OutcomeCounts.Whole(number.Id, run.Measurements, rows) ?? SignShares.Whole(number)));
    }

    // 44 of 45 cases (98 %): the same number once more.
    [GeneratedRegex(@"^(?:(?:\s+[a-z-]+){0,7}\s*\(|(?:\s+[a-z-]+){0,2}\s*,)\s*(?:or\s+)?$")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\b(?i:ke(?:ep\w*|pt)|cho+se\w*|retain\w*|number of)\b")]
    private static partial Regex Kept();

    [GeneratedRegex(@"\b(?i:sav(?:e|es|ed|ing)|cut|reduc\w+|fast\w*|quick\w*|speed\w*|sped"
        + @"|shorten\w*|accelerat\w+|improv\w+|automat\w+)\b")]
    private static partial Regex Effect();
}
