using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>What came of one answer.</summary>
/// <param name="Choice">The cause that was named; null for a fix.</param>
/// <param name="IsRight">Whether it counts.</param>
/// <param name="Run">What was run for it; null where nothing was.</param>
/// <param name="Now">How far the learner is with it.</param>
internal sealed record DojoVerdict(DojoChoice? Choice, bool IsRight, DojoTry? Run, CaseProgress Now)
{
    /// <summary>Judges a cause by its name, or by a change that wins back enough.</summary>
    public static DojoVerdict OfCause(DojoBout bout, DojoChoice choice, CaseProgress before)
    {
        DojoTry? run = choice.IsRight ? null : bout.TryOf(choice);
        bool isRight = choice.IsRight || run is { Counts: true };
        return new(choice, isRight, run, Counted(before, isRight
            ? before with { IsCauseFound = true, IsSolved = before.IsFixed || bout.Case.IsSound }
            : before.IsCauseFound ? before : before with { WrongCauses = before.WrongCauses + 1 }));
    }

    /// <summary>Judges a change by what it wins back.</summary>
    public static DojoVerdict OfFix(DojoBout bout, IReadOnlyList<SpecChange> changes, CaseProgress before)
    {
        DojoTry run = bout.Try(changes);
        return new(null, run.Counts, run, Counted(before, run.Counts
            ? before with { IsFixed = true, IsSolved = before.IsCauseFound }
            : before with { VainFixes = before.VainFixes + 1 }));
    }

    // What is over stays as it was.
    private static CaseProgress Counted(CaseProgress before, CaseProgress after) => before.IsOver ? before : after;
}
