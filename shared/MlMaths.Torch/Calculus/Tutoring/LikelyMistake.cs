namespace MlMaths.Torch.Calculus;

/// <summary>What may have gone wrong, where to look, and what speaks for it.</summary>
/// <param name="Mistakes">One, or two at once.</param>
/// <param name="Term">The term of the formula to look at.</param>
/// <param name="Evidence">Evidence in numbers.</param>
public sealed record LikelyMistake(IReadOnlyList<Mistake> Mistakes, string Term, string Evidence)
{
    /// <summary>The mistakes by name, the term to look at and the evidence.</summary>
    public override string ToString() => $"{string.Join(" and ", Mistakes.Select(MistakeWords.Of))}: {Evidence}. Look at {Term}.";
}
