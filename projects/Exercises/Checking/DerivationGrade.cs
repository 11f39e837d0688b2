using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary>How one parameter of a gradient stands.</summary>
internal enum GradedAs
{
    /// <summary>Agrees at every point.</summary>
    Right,

    /// <summary>Other numbers, none at all, or an exception.</summary>
    Wrong,

    /// <summary>Zeros everywhere.</summary>
    Unwritten,

    /// <summary>Another shape, or left out.</summary>
    Misshapen,
}

/// <summary>A mistake that leads to exactly these numbers.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Says">What it is.</param>
/// <param name="Where">The term of the formula to look at.</param>
/// <param name="Evidence">What speaks for it, in numbers.</param>
internal sealed record GradedMistake(string Id, string Says, string Where, string Evidence)
{
    public static GradedMistake Of(LikelyMistake likely) => new(likely.Id, likely.Says, likely.Where, likely.Evidence);

    public override string ToString() => $"{Says}. Look at {Where}. {Capital.First(Evidence)}.";
}

/// <summary>The verdict on one parameter.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Verdict">Right, or what not.</param>
/// <param name="Says">The verdict as a sentence.</param>
/// <param name="Mistakes">Best first; none where it is right, or not recognised.</param>
/// <param name="Question">Where several lead to the same numbers: what to ask oneself; null else.</param>
internal sealed record GradedParameter(
    string Name, GradedAs Verdict, string Says, IReadOnlyList<GradedMistake> Mistakes, string? Question)
{
    public static GradedParameter Of(ParameterVerdict verdict) => new(
        verdict.Parameter,
        verdict.Kind switch
        {
            VerdictKind.Right => GradedAs.Right,
            VerdictKind.NotWritten => GradedAs.Unwritten,
            VerdictKind.WrongShape or VerdictKind.Missing => GradedAs.Misshapen,
            _ => GradedAs.Wrong,
        },
        verdict.Summary, [.. verdict.Likely.Select(GradedMistake.Of)], verdict.Question);
}

/// <summary>A learner's gradient, graded; what <c>check --json</c> prints.</summary>
/// <param name="Derivation">Its name.</param>
/// <param name="Points">The shapes at which it was asked.</param>
/// <param name="Parameters">One verdict each.</param>
internal sealed record DerivationGrade(string Derivation, IReadOnlyList<string> Points, IReadOnlyList<GradedParameter> Parameters)
{
    /// <summary>Whether every parameter is right.</summary>
    public bool IsRight => Parameters.All(parameter => parameter.Verdict == GradedAs.Right);

    /// <summary>Whether nothing was written yet; zeros may be right by themselves, as for a bias without a penalty.</summary>
    public bool IsUnwritten => !IsRight && Parameters.All(parameter => parameter.Verdict is GradedAs.Unwritten or GradedAs.Right);

    public static DerivationGrade Of(GradeSheet sheet) =>
        new(sheet.Derivation, sheet.Points, [.. sheet.Verdicts.Select(GradedParameter.Of)]);
}
