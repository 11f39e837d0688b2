using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>A number of a run beside the number of its repetition.</summary>
/// <param name="Then">What the run says.</param>
/// <param name="Now">What the repetition says; null where it has no number of that name.</param>
/// <param name="MayDiffer">
/// Whether another machine or another version repeated it. The same ones give the same bits: a number that is off by little was changed.
/// </param>
/// <param name="MayBeReworded">Whether another version repeated it, which may call it by other words.</param>
internal sealed partial record RepeatedClaim(Measurement Then, Measurement? Now, bool MayDiffer, bool MayBeReworded = false)
{
    /// <summary>Of the larger of the two: sums in another order differ by less, on any machine.</summary>
    private const double Rounding = 1e-6;

    public string Id => Then.Id;

    public ClaimVerdict Verdict => Now is null || Reworded.Length > 0 ? ClaimVerdict.Not
        : Then.IsTimed && Now.IsTimed ? ClaimVerdict.Timed
        : (Then.Value, Then.Low, Then.High) == (Now.Value, Now.Low, Now.High) ? ClaimVerdict.Exact
        : MayDiffer && IsWithin ? ClaimVerdict.Within : ClaimVerdict.Not;

    /// <summary>Both numbers, for a line of the answer; or what is said of them in other words.</summary>
    public string Words => Now is not null && Reworded is { Length: > 0 } reworded
        ? $"{Id}: {reworded}"
        : $"{Id}: {Then} then, {(Now is null ? "not measured" : $"{Now}")} now";

    // Unit, level and origin are as much of a number as its digits.
    private string Reworded => Now is null ? ""
        : Then.Unit != Now.Unit ? Said("unit", Then.Unit, Now.Unit)
        : Then.IsTimed != Now.IsTimed ? Said("origin", Clock(Then), Clock(Now))
        : Then.Confidence != Now.Confidence && !(Then.IsTimed && (Then.Low is null) != (Now.Low is null))
            ? Said("confidence", $"{Then.Confidence:0.###}", $"{Now.Confidence:0.###}")
        : MayBeReworded ? ""
        : Plain(Then.Label) != Plain(Now.Label) ? Said("label", Then.Label, Now.Label)
        : Plain(Then.How) != Plain(Now.How) ? Said("how", Then.How, Now.How)
        : "";

    private static string Said(string what, string then, string now) =>
        $"its {what} is {Quoted.Value(then)}, and the repetition says {Quoted.Value(now)}";

    private static string Clock(Measurement one) => one.IsTimed ? "a clock" : "a computation";

    // How long a clock was warmed up differs each time; and digits differ where numbers may.
    private string Plain(string words)
    {
        string kept = Then.IsTimed ? words.Split(';')[0] : words;
        return MayDiffer ? Digits().Replace(kept, "#") : kept;
    }

    [GeneratedRegex(@"[-−+]?\d[\d.,]*(?:e[-−+]?\d+)?")]
    private static partial Regex Digits();

    private bool IsWithin => (Then.Value, Now?.Value) is ({ } then, { } now)
        && (Then is { Low: { } low, High: { } high }
            ? now >= low && now <= high
            : Math.Abs(then - now) <= Rounding * Math.Max(Math.Abs(then), Math.Abs(now)));

    /// <summary>The numbers of a run, in its order, each beside its repetition.</summary>
    public static IReadOnlyList<RepeatedClaim> Of(
        IReadOnlyList<Measurement> then, IReadOnlyList<Measurement> now, bool mayDiffer, bool mayBeReworded = false)
    {
        Dictionary<string, Measurement> again = now.DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        return [.. then.Select(one => new RepeatedClaim(one, again.GetValueOrDefault(one.Id), mayDiffer, mayBeReworded))];
    }
}
