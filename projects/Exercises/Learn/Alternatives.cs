using System.Text.RegularExpressions;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>
/// A right answer written with alternatives, <c>⟦double|float⟧</c>, each of which is right as well: what is shown to a learner takes the
/// first of each, and the author's check tries them in all ways.
/// </summary>
internal static partial class Alternatives
{
    /// <summary>The first of each.</summary>
    public static string First(string text) => Choice().Replace(text, choice => choice.Groups[1].Value.Split('|')[0]);

    /// <summary>How many ways there are to choose.</summary>
    public static long Count(string text) =>
        Choice().Matches(text).Aggregate(1L, (ways, choice) => ways * choice.Groups[1].Value.Split('|').Length);

    /// <summary>One of the ways.</summary>
    /// <param name="text">With alternatives.</param>
    /// <param name="way">0 to <see cref="Count"/> − 1.</param>
    public static string Way(string text, long way) => Choice().Replace(text, choice =>
    {
        string[] ways = choice.Groups[1].Value.Split('|');
        (way, long one) = Math.DivRem(way, ways.Length);
        return ways[one];
    });

    [GeneratedRegex("⟦([^⟧]*)⟧")]
    private static partial Regex Choice();
}
