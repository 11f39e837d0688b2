namespace MlMaths.Torch.Calculus;

/// <summary>One edit or two that lead to the numbers of an answer.</summary>
/// <param name="First">The likelier one.</param>
/// <param name="Second">Null where one is enough.</param>
/// <param name="Steps">The steps with both.</param>
/// <param name="IsUnsummed">Whether the answer is what they lead to only once it is summed over its first axes.</param>
internal sealed record EditCandidate(Edit? First, Edit? Second, EditedSteps Steps, bool IsUnsummed = false)
{
    private const double OfPair = 1.5;
    private const string InStep = " in ";

    /// <summary>What the answer's other parameters add: less where it explains them, too.</summary>
    public double Strangeness { get; init; }

    public double Cost => (First?.Cost ?? 0) + (Second is null ? 0 : Second.Cost + OfPair) + (IsUnsummed ? 1 : 0) + Strangeness;

    public IReadOnlyList<Mistake> Mistakes =>
        [.. new[] { IsUnsummed ? Mistake.ForgottenSum : (Mistake?)null, First?.Mistake, Second?.Mistake }.OfType<Mistake>().Distinct()];

    public LikelyMistake Told(string parameter, string evidence)
    {
        string unsummed = IsUnsummed ? $"d{parameter} was not summed over the rows" : "";
        string again = First is not null && First.Says == Second?.Says ? "the same once more" : Second?.Says ?? "";
        string[] says = [.. new[] { unsummed, First?.Says ?? "", again }.Where(words => words.Length > 0)];
        string[] where = [.. new[] { IsUnsummed ? $"the sum in d{parameter}" : "", First?.Where ?? "", Second?.Where ?? "" }
            .Where(words => words.Length > 0).Distinct()];
        return new LikelyMistake(Mistakes, string.Join("; and ", says), Together(where), evidence);
    }

    // Two terms of one step are named before the step, which is written once.
    private static string Together(string[] where)
    {
        string[][] parts = [.. where.Select(one => one.Split(InStep, 2))];
        return parts is [[var first, var step], [var second, var other]] && step == other
            ? $"{first}, and at {second}{InStep}{step}"
            : string.Join(", and at ", where);
    }
}
