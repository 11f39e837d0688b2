namespace MlMaths.Torch.Calculus;

/// <summary>A graded answer.</summary>
/// <param name="Derivation">Which one was answered.</param>
/// <param name="Seed">Decides the points.</param>
/// <param name="Points">The shapes at which the answer was asked, one clause each.</param>
/// <param name="Verdicts">One for each parameter.</param>
public sealed record GradeSheet(string Derivation, int Seed, IReadOnlyList<string> Points, IReadOnlyList<ParameterVerdict> Verdicts)
{
    /// <summary>Whether every parameter is right.</summary>
    public bool IsRight => Verdicts.All(verdict => verdict.Kind == VerdictKind.Right);
}
