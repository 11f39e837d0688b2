namespace MlMaths.Torch.Calculus;

/// <summary>What may have gone wrong, where to look, and what speaks for it.</summary>
/// <param name="Mistakes">One, or two at once.</param>
/// <param name="Says">What it is, in one breath.</param>
/// <param name="Where">The term and the step to look at.</param>
/// <param name="Evidence">Evidence in numbers.</param>
public sealed record LikelyMistake(IReadOnlyList<Mistake> Mistakes, string Says, string Where, string Evidence)
{
    /// <summary>Stays the same for programs that read it: <c>missing-share</c>, or two joined by <c>+</c>.</summary>
    public string Id => string.Join("+", Mistakes.Select(MistakeWords.IdOf));

    /// <summary>What it is, where to look and the evidence.</summary>
    public override string ToString() => $"{Says}. Look at {Where}. {Capital.First(Evidence)}.";
}
