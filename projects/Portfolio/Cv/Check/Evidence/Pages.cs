using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Methods;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Portfolio.Cv.Check.Settings;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Evidence;

/// <summary>
/// What the pages of runs say beside their measurements. It counts less than these, and is read only where they leave a number open: a
/// number of a table needs words of its column and of its row in the sentence, and a row that fits the sentence better goes first.
/// </summary>
internal sealed partial class Pages
{
    private const string File = "report.md";

    /// <summary>No run writes a larger page.</summary>
    private const long MostBytes = 8 << 20;

    /// <summary>So many words must a sentence of a page share with the claim.</summary>
    private const int LeastWords = 3;

    /// <summary>So many of one thing are no coincidence.</summary>
    private const int ManyCounted = 100;

    /// <summary>So much of a sentence is quoted.</summary>
    private const int MostQuoted = 90;

    private static readonly char[] Signs = [';', ':', ','];

    private static readonly CvVerdict[] Open =
        [CvVerdict.NoRunSays, CvVerdict.NotJudged, CvVerdict.StrongerThanInterval, CvVerdict.RoundedTooKindly];

    private readonly Dictionary<FinishedRun, (IReadOnlyList<PageNumber> Numbers, IReadOnlyList<string> Prose)> _read = [];

    /// <summary>The numbers of the tables on the page of a run.</summary>
    public IReadOnlyList<PageNumber> Numbers(FinishedRun run) => Of(run).Numbers;

    /// <summary>Whether the words of a sentence name what a number of a page measures.</summary>
    public static bool IsOfMeasure(SentenceTopics topics, IReadOnlyList<string> words, PageNumber one) =>
        topics.All.Any(said => said.Topic.Words.IsMatch(one.Measure))
        || (ContentWords.Of(one.Measure) is { Count: > 0 } own && own.All(word => words.Any(said => ContentWords.IsSame(said, word))));

    /// <summary>How well a sentence names the row of a number: by its words, and by other numbers that stand there.</summary>
    public static int Named(string sentence, IReadOnlyList<WrittenNumber> claims, PageNumber one)
    {
        IReadOnlyList<string> words = ContentWords.Of(sentence);
        int named = ContentWords.Of(one.Variant).Distinct().Count(word => words.Any(said => ContentWords.IsSame(said, word))
            || MethodGroups.AreSame(sentence, word));
        return named + one.Beside.Count(value => claims.Any(claim => claim.Fits(one.Number with { Unit = "", Value = value })
            && claim.Value == value));
    }

    /// <summary>A number as it was judged by what was measured; or supported, where a page of these runs has it.</summary>
    public JudgedNumber Judged(
        CvPassage passage, IReadOnlyList<WrittenNumber> claims, WrittenNumber claim, SentenceTopics topics, SaidMethods methods,
        IReadOnlyList<FinishedRun> spoken, JudgedNumber judged)
    {
        if (!Open.Contains(judged.Verdict) || claim.High is not null || (judged.Nearest is { } nearest && CvRules.IsGain(nearest)))
            return judged;
        // What rests on rows that know the answer does not stand on a page either.
        if (judged is { Verdict: CvVerdict.StrongerThanInterval, Nearest: { Value: { } value } own } && claim.Reads(value, own))
            return judged;
        // A cost per 1,000 rows is none of a table that has it per 10,000; and a share is no digits in a text.
        if (claim.Base is not null && judged.Nearest is { } based && WrittenNumber.BaseOf(based) is not null) return judged;
        FinishedRun[] allowed = [.. spoken.Where(run => ProjectWords.Allow(passage, run))];
        if (Saying(passage.Text, claims, claim, topics, allowed, known => methods.Narrowed(claims, claim, known)) is { } says)
            return says.Known.Supports(passage, claim.Text);
        if (judged.Verdict != CvVerdict.NotJudged || claim.Whole is not null
            || Telling(passage.Text, claim, allowed) is not var (run, sentence))
        {
            return judged;
        }

        string quoted = sentence.Length > MostQuoted ? $"{sentence[..MostQuoted]}…" : sentence;
        return KnownNumber.Supported(passage, claim, run, $"its page says {Quoted.Value(quoted)}");
    }

    /// <summary>The number of a page that a sentence says; null where none has the words and the value.</summary>
    private PageNumber? Saying(
        string sentence, IReadOnlyList<WrittenNumber> claims, WrittenNumber claim, SentenceTopics topics, IEnumerable<FinishedRun> spoken,
        Func<IReadOnlyList<KnownNumber>, IReadOnlyList<KnownNumber>> narrowed)
    {
        IReadOnlyList<string> words = ContentWords.Of(sentence);
        foreach (FinishedRun run in spoken)
        {
            IEnumerable<IGrouping<(int Table, string Measure), PageNumber>> measures = Numbers(run)
                .Where(one => claim.Fits(one.Number) && IsOfMeasure(topics, words, one)).GroupBy(one => (one.Table, one.Measure));
            foreach (IGrouping<(int Table, string Measure), PageNumber> measure in measures)
            {
                HashSet<KnownNumber> left = [.. narrowed([.. measure.Select(one => one.Known)])];
                (PageNumber Number, int Named)[] rows =
                    [.. measure.Where(one => left.Contains(one.Known)).Select(one => (one, Named(sentence, claims, one)))];
                int best = rows.Length == 0 ? 0 : rows.Max(one => one.Named);
                if (best > 0 && rows.FirstOrDefault(one => one.Named == best && one.Number.Known.Says(claim)).Number is { } says)
                    return says;
            }
        }

        return null;
    }

    /// <summary>The sentence of a page that has a number, and words that stand with it in the claim; null where none has.</summary>
    private (FinishedRun Run, string Sentence)? Telling(string sentence, WrittenNumber claim, IEnumerable<FinishedRun> spoken)
    {
        string clause = Clause(sentence, claim), digits = Digits().Match(claim.Text).Value;
        string[] words = [.. ContentWords.Of(clause).Distinct()], all = [.. ContentWords.Of(sentence).Distinct()];
        Regex number = new($@"(?<![\w.,]){Regex.Escape(digits)}(?!\w|[.,]\d)", RegexOptions.CultureInvariant);
        string noun = claim.IsPlainCount ? Noun().Match(sentence[claim.End..]).Groups["noun"].Value : "";
        Regex? counted = noun.Length == 0 ? null
            : new($@"(?<![\w.,]){Regex.Escape(digits)} (?:[a-z-]+ )?(?:{string.Join('|', noun.Split(' ').Select(Regex.Escape))})",
                RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        foreach (FinishedRun run in spoken)
        {
            foreach (string one in Of(run).Prose.Where(one => number.IsMatch(one)))
            {
                IReadOnlyList<string> own = ContentWords.Of(one);
                if (Shared(words, own) > 0 && Shared(all, own) >= LeastWords) return (run, one);
                // 137 candidates there and here, and 10 classes of digits.
                if (counted?.IsMatch(one) == true && (claim.Value >= ManyCounted || Shared(all, own) >= LeastWords - 1)) return (run, one);
            }
        }

        return null;
    }

    private static int Shared(IEnumerable<string> words, IReadOnlyList<string> own) =>
        words.Count(word => own.Any(told => ContentWords.IsSame(told, word)));

    // What stands around the number, up to the next sign.
    private static string Clause(string sentence, WrittenNumber claim)
    {
        int from = sentence.LastIndexOfAny(Signs, Math.Max(0, claim.At - 1)) + 1, to = sentence.IndexOfAny(Signs, claim.End);
        return sentence[from..(to < 0 ? sentence.Length : to)];
    }

    private (IReadOnlyList<PageNumber> Numbers, IReadOnlyList<string> Prose) Of(FinishedRun run)
    {
        if (_read.TryGetValue(run, out var known)) return known;
        FileInfo file = new(Path.Combine(run.Folder, File));
        string page = file.Exists && file.Length <= MostBytes ? System.IO.File.ReadAllText(file.FullName) : "";
        return _read[run] = (
            PageTables.In(run, page, name => Topic.All.Any(one => !one.IsVague && one.Words.Match(name) is { Success: true, Index: 0 })),
            [.. page.Split('\n').Where(line => line.Length > 0 && line[0] is not ('|' or '#' or '!' or '`'))
                .SelectMany(line => Sentences().Split(line))]);
    }

    [GeneratedRegex(@"^\s+(?<noun>[a-z]{4,}(?: [a-z]{6,})?)")]
    private static partial Regex Noun();

    [GeneratedRegex(@"(?<=[.!?:;])\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\d[\d.,]*(?<![.,])")]
    private static partial Regex Digits();
}
