using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Derived;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Settings;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Which measurements a number of a sentence may mean: decided by the words around it, before any number is compared.</summary>
/// <param name="sentence">With digits for number words.</param>
/// <param name="topics">Its words.</param>
/// <param name="known">All measurements that the number may be.</param>
internal sealed partial class MeantNumbers(string sentence, SentenceTopics topics, IReadOnlyList<KnownNumber> known)
{
    /// <summary>A shorter unit is in many texts.</summary>
    private const int LeastUnit = 5;

    private readonly IReadOnlyList<string> _words = ContentWords.Of(sentence);

    /// <summary>All measurements that the number may be.</summary>
    public IReadOnlyList<KnownNumber> Known => known;

    /// <summary>What is said of one of several ways narrows what is meant.</summary>
    private static readonly (Regex Ids, Regex Words, Regex Narrower)[] Narrowing =
    [
        Of(@"(?:^|\.)(?:saved|cost)", @"(?:flagg?|alert|do|block)(?:ing)? (?:nothing|none)|no model|without an?y? model",
            @"alert_none$|^cost\.chosen$"),
        Of(@"(?:^|\.)(?:saved|cost)", @"(?:flagg?|alert|check|review|block)(?:ing)? (?:everything|all)", "alert_all$"),
        Of(@"(?:^|\.)(?:saved|cost)", @"(?:threshold|cut-?off) of (?:1 in 2|one half|a half|½|0?\.5)|default threshold", "at_half$"),
        Of(@"^check\.(?:\w+\.)?worst|^tape\.|^gradient\.max_abs_difference$",
            @"(?:\d+|all|every|each|many|both) (?:[\w-]+ ){0,3}(?:gradients?|derivations?)(?! check)", @"^check\.worst_autograd$"),
        Of(@"^speed\.", @"p50|median|50th percentile", @"\.p50\."),
        Of(@"^speed\.", @"p95|95th percentile", @"\.p95\."),
        Of(@"^speed\.", @"p99|99th percentile", @"\.p99\."),
        Of(@"^speed\.", @"gradients?|backprop\w*", @"^speed\.gradient\."),
        Of(@"^speed\.", @"serv\w+|latency|inference|predict\w*", @"^speed\.latency"),
        Of(@"^speed\.gradient\.", @"SIMD", @"\.simd"),
        Of(@"^latency\.|^speed\.latency", @"(?<!\bbatch.*)(?:(?:single|individual|1|one)[- ](?:rows?|images?|digits?|calls?|cases?|inputs?)"
            + @"|batch(?: size)?(?: of)? 1)(?!.*\bbatch)", @"batch1\."),
        Of(@"^latency\.|^speed\.latency", @"batch(?:es)?(?: size)?(?: of)? 32", @"batch32\."),
        Of(@"^latency\.|^speed\.latency", @"batch(?:es)?(?: size)?(?: of)? 256", @"batch256\."),
    ];

    /// <summary>The measurements of the nearest words that any run has a number for; empty where there are none.</summary>
    /// <param name="claims">All numbers of the sentence.</param>
    /// <param name="claim">The one that is asked about.</param>
    public (IReadOnlyList<KnownNumber> Known, Topic? Topic) Of(IReadOnlyList<WrittenNumber> claims, WrittenNumber claim)
    {
        KnownNumber[] byId = [.. known.Where(one => NamesId(one.Number.Id))];
        if (byId.Length > 0) return (byId, null);
        if ((claim.Unit == "%" || claim.IsShare) && SummedShares.FirstIn(sentence) is { } first)
            return ([.. known.Where(one => one.Number.Id == SummedShares.Id(first))], null);
        (KnownNumber[], Topic?) unfit = ([], null);
        IEnumerable<Topic> nearest = topics.InPlace(claims, claim) is { } own ? [own] : topics.Nearest(claims, claim);
        foreach (Topic topic in nearest.Where(one => claim.IsPlainCount || !one.IsCount))
        {
            KnownNumber[] found = [.. known.Where(one => topic.Ids.IsMatch(one.Number.Id))];
            KnownNumber[] fit = [.. found.Where(one => claim.Fits(one.Number))];
            if (fit.Length > 0)
                return topic.IsVague && !fit.Any(one => one.Says(claim)) && Plain(claim) is { } plain ? plain : (Narrowed(fit), topic);
            // 2 clusters, where no run counts any, are not 2 of something else.
            if (found.Length == 0 && topic.IsCount && topics.IsBeside(claim, topic)) return ([], topic);
            if (found.Length > 0 && unfit.Item1.Length == 0) unfit = (found, topic);
        }

        if (claim.IsOfTime) return (Narrowed([.. known.Where(one => claim.Fits(one.Number) && IsTimed(one))]), null);
        return topics.All.Count == 0 && claim.Unit == "%" && OnRows().IsMatch(sentence[claim.End..])
            ? ([.. known.Where(one => one.Number.Id == "test.accuracy")], null)
            : unfit;
    }

    // A word of many meanings goes behind one of a single meaning that says the number: the tutor names the mistake.
    private (IReadOnlyList<KnownNumber> Known, Topic? Topic)? Plain(WrittenNumber claim)
    {
        foreach (Topic topic in topics.All.Select(one => one.Topic).Where(one => !one.IsVague && !one.IsCount))
        {
            KnownNumber[] saying = [.. known.Where(one => topic.Ids.IsMatch(one.Number.Id) && claim.Fits(one.Number) && one.Says(claim))];
            if (saying.Length > 0) return (saying, topic);
        }

        return null;
    }

    /// <summary>A measurement of other words of the sentence, which says the number; null where none does.</summary>
    public KnownNumber? Elsewhere(WrittenNumber claim, Func<KnownNumber, bool> isMeant) => topics.All
        .Where(one => !one.Topic.IsVague || topics.All.All(other => other.Topic.IsVague))
        .SelectMany(one => known.Where(number => one.Topic.Ids.IsMatch(number.Number.Id)))
        .FirstOrDefault(number => claim.Fits(number.Number) && number.Says(claim) && isMeant(number));

    /// <summary>
    /// The measurement that the sentence calls by all the words of its label, and that the number says or counts in its unit:
    /// 5,842 steps of gradient descent; or by its unit and one of these words: 87 degrees of a turn. Null where there is none.
    /// </summary>
    public KnownNumber? ByLabel(WrittenNumber claim)
    {
        string behind = ContentWords.Of(sentence[claim.End..]).FirstOrDefault("");
        KnownNumber[] labelled = [.. known.Where(one => claim.Fits(one.Number) && ContentWords.Of(one.Number.Label) is { Count: > 1 } label
            && label.All(word => _words.Any(own => ContentWords.IsSame(word, own)))
            && Numbered().Matches(one.Number.Label).All(name => sentence.Contains(name.Value, StringComparison.OrdinalIgnoreCase)))];
        return labelled.FirstOrDefault(one => one.Says(claim))
            ?? known.FirstOrDefault(one => behind.Length > 0 && one.Number.Unit == behind && claim.Fits(one.Number) && one.Says(claim)
                && ContentWords.Of(one.Number.Label).Any(word => word != behind && _words.Any(own => ContentWords.IsSame(word, own))))
            ?? (OfUnit(behind) is [var alone] ? alone : null)
            ?? (labelled is [var only] && only.Number.Unit.Length > 0 && behind == only.Number.Unit ? only : null);
    }

    // Degrees of a turn, where just one measurement is in degrees.
    private KnownNumber[] OfUnit(string unit) => unit.Length < LeastUnit ? [] :
    [
        .. known.Where(one => one.Number.Unit == unit && ContentWords.Of(one.Number.Label)
            .Any(word => _words.Any(own => ContentWords.IsSame(word, own)))),
    ];

    private KnownNumber[] Narrowed(KnownNumber[] found)
    {
        foreach ((Regex ids, Regex words, Regex narrower) in Narrowing)
        {
            if (!words.IsMatch(sentence)) continue;
            KnownNumber[] left =
                [.. found.Where(one => !ids.IsMatch(one.Number.Id) || narrower.IsMatch(one.Number.Id))];
            if (left.Length > 0) found = left;
        }

        return found;
    }

    private bool IsTimed(KnownNumber one) => !OfGradients().IsMatch(sentence)
        || one.Number.Id.StartsWith("gradient.", StringComparison.Ordinal);

    private bool NamesId(string id) =>
        id.Contains('.', StringComparison.Ordinal)
        && Regex.IsMatch(sentence, $@"(?<![\w.]){Regex.Escape(id)}(?![\w]|\.\w)", RegexOptions.CultureInvariant);

    private static (Regex Ids, Regex Words, Regex Narrower) Of(string ids, string words, string narrower) =>
        (new(ids), new($@"(?<!\w)(?i:{words})(?!\w)", RegexOptions.CultureInvariant), new(narrower));

    // PC1, batch 32: another number is another measurement.
    [GeneratedRegex(@"\w*\d\w*")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?i:gradients?|backprop\w*)\b")]
    private static partial Regex OfGradients();

    [GeneratedRegex(@"^\s+(?:on|over|of|for)\s")]
    private static partial Regex OnRows();
}
