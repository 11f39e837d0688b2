using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>Two numbers that are one share: 42 of 43, five false alarms among 72, of 387 flagged ones 77; or one: all 43.</summary>
internal static partial class WrittenShares
{
    /// <summary>How far 42 of 43 may be from a measured share: it is that share, or another.</summary>
    private const double ExactShare = 1e-6;

    /// <summary>So far behind a number its verb stands.</summary>
    private const int Beside = 60;

    private static readonly char[] ClauseEnds = ['.', ';', ','];

    /// <summary>Six in ten is said roughly, 6 of 22 is not.</summary>
    private const double MostRough = 10;

    /// <summary>How far a rough share may lie from what it stands for, as a part of it.</summary>
    private const double Rough = 0.07;

    /// <summary>The share of two numbers that follow each other; null where they are none.</summary>
    public static WrittenNumber? Of(string text, WrittenNumber one, WrittenNumber next)
    {
        if (!one.IsPlainCount || !next.IsPlainCount) return null;
        string between = text[one.End..next.At];
        bool isPart = Part().IsMatch(between) || PartOfOutcomes().IsMatch(between) || (one.Value == 1 && OneIn().IsMatch(between));
        if (isPart && one.Value <= next.Value && next.Value > 1) return Share(text, one, next, one.Value, next.Value);
        return Reversed().IsMatch(text[..one.At]) && Words().IsMatch(between) && next.Value <= one.Value && one.Value > 1
            ? Share(text, one, next, next.Value, one.Value)
            : null;
    }

    /// <summary>All 43 that were found are 43 of 43; any other number stays as it is.</summary>
    public static WrittenNumber OfAll(string text, WrittenNumber one) =>
        one is { IsPlainCount: true, Value: > 1 } && All().IsMatch(text[..one.At]) && Outcome().IsMatch(Clause(text, one))
            ? one with { Value = 1, Step = ExactShare, Whole = one.Value }
            : one;

    // Found all 43; all 43 malignant ones were found: not what another part of the sentence tells.
    private static string Clause(string text, WrittenNumber one)
    {
        int from = text.LastIndexOfAny(ClauseEnds, Math.Max(0, one.At - 1)) + 1, to = text.IndexOfAny(ClauseEnds, one.End);
        return text[from..Math.Min(to < 0 ? text.Length : to, one.End + Beside)];
    }

    private static WrittenNumber Share(string text, WrittenNumber one, WrittenNumber next, double part, double whole) => one with
    {
        Text = text[one.At..next.End],
        Value = part / whole,
        Step = IsRate(whole) ? 1 / whole : whole > MostRough ? ExactShare : Math.Min(1 / whole, 2 * Rough * part / whole),
        Whole = whole > MostRough && !IsRate(whole) ? whole : null,
        IsShare = true,
    };

    // 9 of 1,000 is a rate, and no count of just as many rows.
    private static bool IsRate(double whole) => whole is 100 or 1000 or 10000 or 1e5 or 1e6;

    [GeneratedRegex(@"^\s+(?:(?:out\s+)?of|in)(?:\s+(?:the|all|my|its|these|those|every))*(?:\s+[a-z-]+)?\s+$")]
    private static partial Regex Part();

    // One alert in five.
    [GeneratedRegex(@"^\s+[a-z-]+\s+(?:in|out of)\s+(?:every\s+)?$")]
    private static partial Regex OneIn();

    [GeneratedRegex(@"^\s+(?:(?:false|true)[\s-](?:alarms?|positives?|negatives?)|mistakes?|errors?|misses|missed|wrong(?:ly)?|right(?:ly)?"
        + @"|correct(?:ly)?|hits|found|caught|flagged)(?:\s+[a-z-]+)?\s+(?:out of|of|among|in|from|on)"
        + @"(?:\s+(?:the|all|my|its|these|those))*(?:\s+[a-z-]+)?\s+$")]
    private static partial Regex PartOfOutcomes();

    [GeneratedRegex(@"(?:^|[,;:(]\s*)(?i:of|out of|among)(?:\s+(?:the|all|my))*(?:\s+[a-z-]+)?\s+$")]
    private static partial Regex Reversed();

    [GeneratedRegex(@"^(?:\s+[a-z-]+){0,8},?(?:\s+[a-z-]+){0,2}\s+$")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\b(?i:on|over|from|with|across|for|of)\s+)\b(?i:all|every (?:single )?one of|each (?:one )?of)"
        + @"(?:\s+(?:of|the|my|its|these|those))*\s+$")]
    private static partial Regex All();

    [GeneratedRegex(@"\b(?i:f(?:inds|ound)|c(?:atches|aught)|detect(?:s|ed)|spot(?:s|ted)|identif(?:ies|ied)|right|correct(?:ly)?"
        + @"|flag(?:s|ged)|recogni[sz]e[sd]|name[sd])\b")]
    private static partial Regex Outcome();
}
