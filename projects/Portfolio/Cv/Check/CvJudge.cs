using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>
/// Judges the numbers of a sentence. Which measurements a number may mean is decided by the words around it, and only then the number
/// is compared: a precision that is given out as a recall is found.
/// </summary>
internal sealed partial class CvJudge
{
    /// <summary>What is further away than this part of the measured number is not rounded, but another number.</summary>
    private const double Near = 0.1;

    /// <summary>A smaller whole number may count anything.</summary>
    private const int FewRows = 100;

    private readonly IReadOnlyList<KnownNumber> _known;
    private readonly HashSet<string> _folders;

    public CvJudge(IReadOnlyList<FinishedRun> runs)
    {
        _known =
        [
            .. runs.Select(run => (Run: run, Leak: RunLeak.Of(run)))
                .SelectMany(one => one.Run.Measurements.SelectMany(RatesOfErrors.With)
                    .Select(number => new KnownNumber(one.Run, number, one.Leak))),
        ];
        _folders = [.. _known.Select(one => one.Folder)];
    }

    /// <summary>Every number of the sentence; those that no run could know are passed over.</summary>
    public (IReadOnlyList<JudgedNumber> Judged, IReadOnlyList<PassedNumber> Passed) Of(CvPassage passage)
    {
        (IReadOnlyList<WrittenNumber> claims, IReadOnlyList<PassedNumber> passed) = NumberReader.In(passage);
        List<JudgedNumber> judged = [];
        List<PassedNumber> more = [.. passed];
        List<(Match Words, Topic Topic)> topics = TopicsIn(passage.Text);
        KnownNumber[] before = [];
        foreach (WrittenNumber claim in claims)
        {
            if (claim.High is null || before.Length == 0)
                before = Meant(passage.Text, claim, topics);
            if (claim is { Unit: WrittenUnit.Length, IsPerPeriod: false } && !Effect().IsMatch(passage.Text))
                more.Add(new(passage.Line, claim.Text, "a length of time"));
            else if (!before.Any(one => one.Says(claim)) && Rows(passage, claim) is { } rows)
                judged.Add(rows);
            else if (before.Length == 0 && topics.Count == 0 && IsPlainCount(claim))
                more.Add(new(passage.Line, claim.Text, "a count of something that no run measures"));
            else
                judged.Add(Judged(passage, claim, before, topics));
        }

        if (claims.Count == 0 && ComparedModels.In(passage, _known) is { } compared)
            judged.Add(compared);
        return (judged, more);
    }

    private JudgedNumber Judged(
        CvPassage passage, WrittenNumber claim, IReadOnlyList<KnownNumber> meant, List<(Match Words, Topic Topic)> topics)
    {
        if (RunNamed().Match(passage.Text) is { Success: true } named && !_folders.Contains(named.Value.TrimEnd('.')))
            return new(passage, claim.Text, CvVerdict.RunIsGone, null, named.Value);
        KnownNumber[] own = [.. meant.Where(one => IsMeant(passage.Text, one) && claim.Fits(one.Number))];
        bool saysSeen = SeenRows().IsMatch(passage.Text);
        // What was measured on rows of the training supports no bound either, unless it is named.
        KnownNumber[] saying =
            [.. own.Where(one => one.Says(claim) && (claim.Bound == WrittenBound.None || !one.IsOfSeenRows || saysSeen))];
        if (saying.FirstOrDefault(one => !one.IsOfSeenRows || saysSeen || one.Number.Low is not null) is { } says)
            return Supported(passage, claim, says);
        if (saying is [var seen, ..])
            return new(passage, claim.Text, CvVerdict.FromTrainingRows, seen.Number, seen.Folder);
        KnownNumber? nearest = own.Where(one => !one.IsOfSeenRows || saysSeen)
            .OrderBy(one => one.IsOfFolds).ThenBy(one => one.Distance(claim)).FirstOrDefault();
        if (nearest is null)
        {
            KnownNumber? other = meant.MinBy(one => one.Distance(claim));
            return new(passage, claim.Text, CvVerdict.NoRunSays, other?.Number, other?.Folder ?? "");
        }

        bool isLess = topics.FirstOrDefault(one => one.Topic.Ids.IsMatch(nearest.Number.Id)).Topic?.LessIsBetter == true;
        return new(passage, claim.Text, Off(claim, nearest.Number, isLess), nearest.Number, nearest.Folder);
    }

    // The run, the model, and a baseline only where the sentence speaks of one.
    private static bool IsMeant(string sentence, KnownNumber known) => ProjectWords.Allow(sentence, known.Run)
        && (!known.IsBaseline || Baseline().IsMatch(sentence))
        && sentence.Replace('-', ' ').Contains(known.Model, StringComparison.OrdinalIgnoreCase);

    private static JudgedNumber Supported(CvPassage passage, WrittenNumber claim, KnownNumber says)
    {
        if (says.Run.Broken is { } file)
            return new(passage, claim.Text, CvVerdict.RunWasChanged, says.Number, says.Folder, $"{Quoted.Path(file.Name)} {file.Words}");

        return CvRules.Refused(says.Number, says.Leak) is { } refused && claim.High is null && !Modest().IsMatch(passage.Text)
            ? new(passage, claim.Text, CvVerdict.StrongerThanInterval, says.Number, says.Folder, $"{says.Number.Id} {refused.Why}")
            : new(passage, claim.Text, CvVerdict.Supported, says.Number, says.Folder);
    }

    // Not what the run says: how kind is the difference?
    private static CvVerdict Off(WrittenNumber claim, Measurement number, bool isLessBetter)
    {
        if (number.Value is not { } value) return CvVerdict.NoRunSays;
        if (claim.HighIn(number) is { } top)
        {
            return number is { Low: { } bottom, High: { } end } && claim.In(number) >= bottom && top <= end
                ? CvVerdict.StrongerThanInterval
                : CvVerdict.NoRunSays;
        }

        double given = claim.In(number);
        if (claim.Half is not null && claim.Reads(value, number)) return CvVerdict.StrongerThanInterval;
        bool isKinder = isLessBetter ? given < value : given > value;
        if (claim.Bound != WrittenBound.None) return number.Low is null ? CvVerdict.NoRunSays : CvVerdict.StrongerThanInterval;
        if (!isKinder) return claim.IsBeside(value, number) ? CvVerdict.Supported : CvVerdict.NoRunSays;
        bool isNear = Math.Abs(given - value) <= Near * Math.Abs(value);
        if (claim.IsBeside(value, number)) return CvVerdict.RoundedTooKindly;
        if (given >= number.Low && given <= number.High) return isNear ? CvVerdict.RoundedTooKindly : CvVerdict.NoRunSays;
        return number.Low is null ? CvVerdict.NoRunSays : CvVerdict.StrongerThanInterval;
    }

    // The nearest words that any run has a number for; words before the number, with no other number between, are nearer than behind it.
    private KnownNumber[] Meant(string sentence, WrittenNumber claim, List<(Match Words, Topic Topic)> topics)
    {
        KnownNumber[] byId = [.. _known.Where(one => NamesId(sentence, one.Number.Id))];
        if (byId.Length > 0) return byId;
        bool isCount = claim.Unit.Length == 0 && claim.Value == Math.Truncate(claim.Value);
        foreach ((_, Topic topic) in topics.Where(one => isCount || !one.Topic.IsCount)
            .OrderBy(one => one.Topic.IsVague).ThenBy(one => Gap(sentence, claim, one.Words)))
        {
            KnownNumber[] found = [.. _known.Where(one => topic.Ids.IsMatch(one.Number.Id))];
            if (found.Length > 0) return found;
        }

        return [];
    }

    private static double Gap(string sentence, WrittenNumber claim, Match words)
    {
        bool isBefore = words.Index + words.Length <= claim.At;
        string between = isBefore
            ? sentence[(words.Index + words.Length)..claim.At]
            : sentence[Math.Min(claim.End, words.Index)..words.Index];
        int numbers = between.Count((char letter) => letter is ',' or ';' or ':') + (between.Any(char.IsAsciiDigit) ? 3 : 0);
        return between.Length + 12 * numbers + (isBefore ? 0 : 0.5);
    }

    private static List<(Match Words, Topic Topic)> TopicsIn(string sentence)
    {
        (Match Words, Topic Topic)[] found =
            [.. Topic.All.SelectMany(topic => topic.Words.Matches(sentence).Select(words => (words, topic)))];
        return
        [
            .. found.Where(one => !found.Any(other => other.Words.Length > one.Words.Length && other.Words.Index <= one.Words.Index
                && other.Words.Index + other.Words.Length >= one.Words.Index + one.Words.Length)),
        ];
    }

    private JudgedNumber? Rows(CvPassage passage, WrittenNumber claim)
    {
        if (!IsPlainCount(claim) || (claim.Value < FewRows && !RowsBehind().IsMatch(passage.Text[claim.End..]))) return null;
        FinishedRun? run = _known.Select(one => one.Run).FirstOrDefault(
            one => one.Data is { } data && ((int)claim.Value == data.Rows || (int)claim.Value == (data.RowsRead ?? data.Rows)));
        return run is null ? null : new(passage, claim.Text, CvVerdict.Supported, null, Path.GetFileName(run.Folder), "rows of its data");
    }

    private static bool IsPlainCount(WrittenNumber claim) =>
        claim is { Unit: "", High: null, Half: null } && (claim.IsOfCounts || claim.Value == Math.Truncate(claim.Value));

    private static bool NamesId(string sentence, string id) =>
        id.Contains('.', StringComparison.Ordinal)
        && Regex.IsMatch(sentence, $@"(?<![\w.]){Regex.Escape(id)}(?![\w]|\.\w)", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\b(?i:sav(?:e|es|ed|ing)|cut|reduc\w+|fast\w*|quick\w*|speed\w*|sped"
        + @"|shorten\w*|accelerat\w+|improv\w+|automat\w+)\b")]
    private static partial Regex Effect();

    [GeneratedRegex(@"\b\d{8}-\d{6}-[\w-]+")]
    private static partial Regex RunNamed();

    [GeneratedRegex(@"\b(?i:training|train|validation|in-sample|fitted rows|sees? nothing)\b")]
    private static partial Regex SeenRows();

    [GeneratedRegex(@"\b(?i:no significant|not significant|no (?:clear |real )?(?:difference|gain)|may be none|includes? (?:0|zero)"
        + @"|inconclusive)\b")]
    private static partial Regex Modest();

    [GeneratedRegex(@"\b(?i:baseline|nothing|no model|without a model|blind|majority|guessing)\b")]
    private static partial Regex Baseline();

    [GeneratedRegex(@"^\s*(?:held-out |training |test |labelled )?(?:rows|patients|samples|images|transactions|examples|cases|records)\b")]
    private static partial Regex RowsBehind();
}
