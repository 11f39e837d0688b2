using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>What a saving is said to be against: flagging nothing, flagging everything, a threshold of one half.</summary>
internal static partial class SaidReference
{
    private const string Half = "at_half", Relation = @"(?:against|versus|vs\.?|compared (?:with|to)|relative to|than|instead of"
        + @"|rather than|over)\s+(?:(?:the|a|an|simply|just|cost|costs|policy|policies|that|those|of|my|usual|default)\s+){0,4}$";

    private static readonly (string What, Regex Words)[] All =
    [
        ("alert_none", Of(@"(?:(?:never|not) )?(?:flagg?|alert|warn|block|do|call|check|review|stopp?|catch)(?:ing|s)? "
            + "(?:nothing|none|no ?(?:one|body)|anything)|no model|without (?:an?y? |the )?model")),
        ("alert_all", Of(@"(?:flagg?|alert|warn|call|check|review|block|stopp?)(?:ing|s)? (?:on )?(?:everything|everyone|everybody|all"
            + @"|each|every \w+)")),
        (Half, Of(@"(?:threshold|cut-?off)(?: of| at)? (?:1 in 2|one half|a half|½|0?\.50?|50 ?(?:%|per cent))"
            + @"|(?:default|usual|standard) (?:threshold|cut-?off)|(?:1 in 2|one half|a half|½|0\.50?)(?=\s*(?:[(),;.]|$))")),
        ("elkan", Of(@"Elkan(?:'s)?")), ("empirical", Of(@"search(?:ed)? threshold|threshold (?:by|from|of) (?:the )?search")),
    ];

    /// <summary>Those measurements that a number may be: no saving against another reference than the one that is said.</summary>
    public static IReadOnlyList<KnownNumber> Narrowed(string sentence, WrittenNumber claim, IReadOnlyList<KnownNumber> known) =>
        Of(sentence, claim) is { } said
            ? [.. known.Where(one => ReferenceOf(one.Number.Id) is not { } own || own == said)]
            : known;

    /// <summary>Of 5,515 less than flagging nothing, what was saved; empty where the number is not said so.</summary>
    public static IReadOnlyList<KnownNumber> Saved(string sentence, WrittenNumber claim, IReadOnlyList<KnownNumber> known) =>
        Less().IsMatch(sentence[claim.End..])
            ? [.. known.Where(one => Saving().IsMatch(one.Number.Id) && claim.Fits(one.Number)
                && (Of(sentence, claim) is not { } said ? one.Says(claim) : ReferenceOf(one.Number.Id) == said))]
            : [];

    // The nearest behind the number, or else before it.
    private static string? Of(string sentence, WrittenNumber claim)
    {
        (string What, int At)[] said =
        [
            .. All.SelectMany(one => one.Words.Matches(sentence).Cast<Match>()
                .Where(words => IsRelated(sentence[..words.Index])).Select(words => (one.What, words.Index))),
        ];
        return said.OrderBy(one => one.At < claim.At).ThenBy(one => Math.Abs(one.At - claim.At)).Select(one => one.What).FirstOrDefault();
    }

    private static bool IsRelated(string before) => Related().IsMatch(before);

    private static string? ReferenceOf(string id) => id is "test.saved_per_case" or "test.saved_relative" ? Half
        : Against().Match(id) is { Success: true } own ? own.Groups["what"].Value : null;

    private static Regex Of(string words) => new($@"(?<![\w.])(?i:{words})(?!\w)", RegexOptions.CultureInvariant);

    [GeneratedRegex(Relation, RegexOptions.IgnoreCase)]
    private static partial Regex Related();

    [GeneratedRegex(@"^saved\.(?:relative\.)?against_(?<what>\w+)$")]
    private static partial Regex Against();

    [GeneratedRegex(@"^saved\.|^shift\.saved|^test\.saved")]
    private static partial Regex Saving();

    [GeneratedRegex(@"^(?:\s+units?)?(?:\s*\([^)]*\))?(?:\s+per [\d,]+(?: [a-z]+)?)?\s+(?:less|cheaper|lower|fewer|below)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Less();
}
