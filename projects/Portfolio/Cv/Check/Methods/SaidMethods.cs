using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Methods;

/// <summary>Of which of several ways each number of a sentence is: 44.6 for least squares and 45.4 for the absolute fit.</summary>
internal sealed partial class SaidMethods
{
    /// <summary>A word that stands so near before a number is what the number is of.</summary>
    private const int Near = 18;

    private readonly string _sentence;
    private readonly IReadOnlyList<(MethodGroup Group, (Match Words, Method Method)[] Said)> _groups;

    /// <param name="sentence">With digits for number words.</param>
    public SaidMethods(string sentence)
    {
        _sentence = sentence;
        _groups = [.. MethodGroups.All.Select(group => (group, In(sentence, group))).Where(one => one.Item2.Length > 0)];
    }

    /// <summary>The ways of a group in the order of the sentence; empty where it names none.</summary>
    public static (Match Words, Method Method)[] In(string sentence, MethodGroup group)
    {
        (Match Words, Method Method)[] found =
            [.. group.Methods.SelectMany(method => method.Words.Matches(sentence).Select(words => (words, method)))];
        return
        [
            .. found.Where(one => !found.Any(other => other.Words.Length > one.Words.Length && other.Words.Index <= one.Words.Index
                && other.Words.Index + other.Words.Length >= one.Words.Index + one.Words.Length)).OrderBy(one => one.Words.Index),
        ];
    }

    /// <summary>Those measurements that a number may be: none of another way than the one that it is said of.</summary>
    public IReadOnlyList<KnownNumber> Narrowed(
        IReadOnlyList<WrittenNumber> claims, WrittenNumber claim, IReadOnlyList<KnownNumber> known)
    {
        IReadOnlyList<KnownNumber> left = known;
        foreach ((MethodGroup group, (Match Words, Method Method)[] said) in _groups)
        {
            if (Of(group, said, claims, claim) is { } own)
            {
                left = own.IsAlone && left.Any(own.Owns)
                    ? [.. left.Where(one => own.Owns(one) || one.Number.Id.Split('.')[0] is not ("test" or "cv" or "validation"))]
                    : [.. left.Where(one => own.Owns(one) || !group.Methods.Any(other => other.Owns(one)))];
            }
        }

        return left;
    }

    private Method? Of(
        MethodGroup group, (Match Words, Method Method)[] said, IReadOnlyList<WrittenNumber> claims, WrittenNumber claim)
    {
        if (group.IsNearest && Pair(claims, claim) is { IsChange: true }) return null;
        if (group.IsNearest)
            return said.Where(one => !IsCut(one.Words, claim)).OrderBy(one => Gap(one.Words, claim)).FirstOrDefault().Method;
        if (said.FirstOrDefault(one => IsBehind(one.Words, claim)) is { Method: { } behind }) return behind;
        // What stands behind another number is of that one.
        (Match Words, Method Method)[] before = [.. said.Where(one => one.Words.Index + one.Words.Length <= claim.At
            && !claims.Any(other => other != claim && IsBehind(one.Words, other)))];
        // As many ways as numbers, each in its place.
        WrittenNumber[] list = Listed(claims, claim);
        Method[] each = [.. before.Where(one => one.Words.Index < list[0].At).Select(one => one.Method).Distinct().TakeLast(list.Length)];
        if (list.Length > 2 && each.Length == list.Length) return each[Array.IndexOf(list, claim)];
        if (Pair(claims, claim) is { } pair)
        {
            // Before and after: the way to the one is not said of the other.
            if (pair.IsChange) return null;
            // Two ways and then two numbers: each has its own.
            Method[] both = [.. before.Where(one => one.Words.Index < pair.One.At).Select(one => one.Method).Distinct().TakeLast(2)];
            // Instead of what it was: that is of the way that is named behind it, or of one that is not named.
            if (claim != pair.One && pair.IsContrast && both.Length == 1)
                return said.FirstOrDefault(one => one.Words.Index >= claim.End && one.Method != both[0]).Method;
            if (both.Length == 2 && before.All(one => one.Words.Index < pair.One.At))
                return claim == pair.One ? both[0] : both[1];
        }

        if (before is [.., var last] && IsBeside(last.Words, claim)) return last.Method;
        return before.LastOrDefault(one => !Object().IsMatch(_sentence[..one.Words.Index])).Method;
    }

    private bool IsBehind(Match words, WrittenNumber claim) =>
        words.Index >= claim.End && Behind().IsMatch(_sentence[claim.End..words.Index]);

    private bool IsBeside(Match words, WrittenNumber claim)
    {
        string between = _sentence[(words.Index + words.Length)..claim.At];
        return between.Length <= Near && !between.Any(sign => char.IsAsciiDigit(sign) || sign is ',' or ';')
            && !(between.Contains(':', StringComparison.Ordinal) && Object().IsMatch(_sentence[..words.Index]));
    }

    private (WrittenNumber One, bool IsChange, bool IsContrast)? Pair(IReadOnlyList<WrittenNumber> claims, WrittenNumber claim)
    {
        for (int i = 0; i + 1 < claims.Count; i++)
        {
            if (claims[i] != claim && claims[i + 1] != claim) continue;
            string between = _sentence[claims[i].End..claims[i + 1].At];
            if (Change().IsMatch(between)) return (claims[i], true, false);
            if (Link().IsMatch(between)) return (claims[i], false, Contrast().IsMatch(between));
        }

        return null;
    }

    private WrittenNumber[] Listed(IReadOnlyList<WrittenNumber> claims, WrittenNumber claim)
    {
        int first = claims.ToList().IndexOf(claim), last = first;
        if (first < 0) return [claim];
        while (first > 0 && ListSign().IsMatch(_sentence[claims[first - 1].End..claims[first].At])) first--;
        while (last + 1 < claims.Count && ListSign().IsMatch(_sentence[claims[last].End..claims[last + 1].At])) last++;
        return [.. claims.Skip(first).Take(last - first + 1)];
    }

    private bool IsCut(Match words, WrittenNumber claim) => Between(words, claim).Any(sign => sign is ';' or '.' or ':');

    private int Gap(Match words, WrittenNumber claim) =>
        Between(words, claim).Length + Between(words, claim).Count(sign => sign is ',') * Near;

    private string Between(Match words, WrittenNumber claim) => words.Index >= claim.End
        ? _sentence[claim.End..words.Index]
        : _sentence[Math.Min(words.Index + words.Length, claim.At)..claim.At];

    [GeneratedRegex(@"^(?:\s*\([^)]*\))?(?:\s*\(|(?:\s+(?!compared)[A-Za-z²]+)?\s+(?i:for|with|by|of|using|under|in|through|via))"
        + @"\s*(?i:(?:the|a|an|my|its|all|predicting)\s+)*$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"^\s*(?:,|,?\s*and|&|/)\s*$")]
    private static partial Regex ListSign();

    [GeneratedRegex(@"^\s*(?:and|,?\s*(?:against|versus|vs\.?|instead of|rather than|(?:down|up) from|compared (?:with|to))|,|/|&"
        + @"|where)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:instead of|rather than|(?:down|up) from|against|versus|vs\.?|compared (?:with|to))\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"^\s*(?:to|→|->|=>|⟶|down to|up to)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(?:than|over|against|versus|vs\.?|compared (?:with|to)|instead of|rather than|from|beat(?:s|ing)?|outperform\w*"
        + @"|of predicting|of that of)\s+(?:that of\s+)?(?:the |a |an |my |its |predicting )*$", RegexOptions.IgnoreCase)]
    private static partial Regex Object();
}
