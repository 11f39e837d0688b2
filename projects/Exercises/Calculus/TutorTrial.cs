using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Mutants;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>A corrupted gradient and what the tutor made of it.</summary>
internal sealed record TutorTrial(Mutant Mutant, GradeSheet Sheet)
{
    /// <summary>
    /// What is wrong, in the order of the parameters. Where another parameter's exception took the answer away and all that came
    /// was right, there are no wrong numbers that could be explained; if so of all, nothing was found.
    /// </summary>
    private IReadOnlyList<ParameterVerdict> Wrong
    {
        get
        {
            ParameterVerdict[] faulty = [.. Sheet.Verdicts.Where(verdict => verdict.Kind != VerdictKind.Right)];
            ParameterVerdict[] explicable = [.. faulty.Where(verdict => !verdict.IsRightElsewhere)];
            return explicable.Length > 0 ? explicable : faulty;
        }
    }

    /// <summary>Whether the mutant gives the right numbers after all, so that there is nothing to find.</summary>
    public bool IsRight => Sheet.IsRight;

    /// <summary>Whether at every wrong parameter the mistake stands first.</summary>
    public bool IsFirst => IsAmong(1);

    /// <summary>Whether at every wrong parameter the mistake stands among the first two.</summary>
    public bool IsAmongTwo => IsAmong(2);

    /// <summary>Whether no parameter was given a name.</summary>
    public bool IsAdmittedUnknown => Wrong.All(verdict => verdict.Likely.Count == 0);

    /// <summary>
    /// What was named first at the first parameter that has a wrong name; null where one has none; else, where all names are right, at the
    /// first.
    /// </summary>
    public IReadOnlyList<Mistake>? Called
    {
        get
        {
            IReadOnlyList<Mistake>?[] named = [.. Wrong.Select(verdict => verdict.Likely is [{ } first, ..] ? first.Mistakes : null)];
            return named.FirstOrDefault(mistakes => mistakes is { Count: > 0 } && !IsTruth(mistakes))
                ?? (named.All(IsTruth) ? named[0] : null);
        }
    }

    private bool IsAmong(int most)
    {
        // Two mistakes may reach different parameters: each is named where it stands, and none is left.
        Mistake[][] named = [.. Wrong.Select(verdict => verdict.Likely.Take(most).FirstOrDefault(likely =>
            IsTruth(likely.Mistakes))?.Mistakes.ToArray() ?? [])];
        return named.All(mistakes => mistakes.Length > 0) && Mutant.Truth.All(truth =>
            named.Any(mistakes => mistakes.Any(truth.Contains)));
    }

    /// <summary>Whether it belongs to a derivation that was closed while the tutor's rules were written.</summary>
    public bool IsClosed => MutantCatalogue.IsClosed(Mutant.Derivation);

    // No mistake beside those that were made, which are none where there is no name; two of one kind are one name.
    private bool IsTruth(IReadOnlyList<Mistake>? mistakes) =>
        mistakes is { Count: > 0 } && mistakes.All(mistake => Mutant.Truth.Any(truth => truth.Contains(mistake)));
}

/// <summary>A slip that somebody reported, and what the tutor made of it.</summary>
internal sealed record ReportedTrial(ReportedMutant Report, TutorTrial Trial);
