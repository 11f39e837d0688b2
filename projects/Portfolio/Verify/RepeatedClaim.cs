using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>A number of a run beside the number of its repetition.</summary>
/// <param name="Then">What the run says.</param>
/// <param name="Now">What the repetition says; null where it has no number of that name.</param>
/// <param name="MayDiffer">
/// Whether another machine or another version repeated it. The same ones give the same bits: a number that is off by little was changed.
/// </param>
internal sealed record RepeatedClaim(Measurement Then, Measurement? Now, bool MayDiffer)
{
    /// <summary>Of the larger of the two: sums in another order differ by less, on any machine.</summary>
    private const double Rounding = 1e-6;

    public string Id => Then.Id;

    public ClaimVerdict Verdict => Now is null ? ClaimVerdict.Not
        : Then.IsTimed && Now.IsTimed ? ClaimVerdict.Timed
        : (Then.Value, Then.Low, Then.High) == (Now.Value, Now.Low, Now.High) ? ClaimVerdict.Exact
        : MayDiffer && IsWithin ? ClaimVerdict.Within : ClaimVerdict.Not;

    /// <summary>Both numbers, for a line of the answer.</summary>
    public string Words => $"{Id}: {Then} then, {(Now is null ? "not measured" : $"{Now}")} now";

    private bool IsWithin => (Then.Value, Now?.Value) is ({ } then, { } now)
        && (Then is { Low: { } low, High: { } high }
            ? now >= low && now <= high
            : Math.Abs(then - now) <= Rounding * Math.Max(Math.Abs(then), Math.Abs(now)));

    /// <summary>The numbers of a run, in its order, each beside its repetition.</summary>
    public static IReadOnlyList<RepeatedClaim> Of(
        IReadOnlyList<Measurement> then, IReadOnlyList<Measurement> now, bool mayDiffer)
    {
        Dictionary<string, Measurement> again = now.ToDictionary(one => one.Id);
        return [.. then.Select(one => new RepeatedClaim(one, again.GetValueOrDefault(one.Id), mayDiffer))];
    }
}
