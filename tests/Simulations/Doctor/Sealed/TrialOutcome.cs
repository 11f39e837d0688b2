namespace MlMaths.Torch.Simulations;

/// <summary>One trial of the sealed set as numbers and words, a line of its file.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="Name">Its kind.</param>
/// <param name="Meant">What was meant.</param>
/// <param name="Origin">How new the kind is.</param>
/// <param name="Effect">Beside its twin.</param>
/// <param name="Causes">What the doctor found, the first to look at first.</param>
/// <param name="Rules">Alarms of each published rule, by its name.</param>
public sealed record TrialOutcome(
    int Trial, string Name, TrialKind Meant, KindOrigin Origin, FaultEffect Effect, IReadOnlyList<FoundCause> Causes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Rules)
{
    /// <summary>The doctor said that nothing is wrong, and more steps would help.</summary>
    public bool IsStillLearning { get; init; }

    /// <summary>The doctor said that something is there, and that it does not matter.</summary>
    public bool IsSaidHarmless { get; init; }

    /// <summary>Shares of the steps after which an alarm could have been raised, of those that are asked about.</summary>
    public IReadOnlyList<double> EarlyAlarms { get; init; } = [];

    /// <summary>What the doctor would have said without a part of it; empty where that was not asked.</summary>
    public IReadOnlyList<Ablation> Ablations { get; init; } = [];

    /// <summary>Whether the course of the training itself shows a symptom.</summary>
    public bool HasSymptom { get; init; }

    /// <summary>Of two faults, whether each alone is harmful, too.</summary>
    public bool EachIsHarmful { get; init; }

    /// <summary>Of two faults, whether both are among the causes.</summary>
    public bool BothAreNamed { get; init; }

    /// <summary>Seconds of the examination.</summary>
    public double Seconds { get; init; }

    /// <summary>Names that are right.</summary>
    public IReadOnlyList<string> Right { get; init; } = [];

    /// <summary>What the training is, as JSON.</summary>
    public string Spec { get; init; } = "";

    /// <summary>Meant to be sound, and no careful training is better by enough to matter.</summary>
    public bool IsSound => Meant == TrialKind.Sound && !Effect.IsHarmful;

    /// <summary>One fault that has an effect.</summary>
    public bool IsIll => Meant == TrialKind.Faulty && Effect.IsHarmful;

    /// <summary>A fault without an effect: silence is right.</summary>
    public bool IsHarmless => Meant == TrialKind.Faulty && !Effect.IsHarmful;

    /// <summary>Two faults, each of which has an effect.</summary>
    public bool IsTwiceIll => Meant == TrialKind.TwoFaults && Effect.IsHarmful && EachIsHarmful;

    /// <summary>Something was found; that a training still learns is no alarm.</summary>
    public bool IsAlarm => Causes.Count > 0 && !IsStillLearning && !IsSaidHarmless;

    /// <summary>A cause was confirmed by second trainings.</summary>
    public bool IsConfirmed => IsAlarm && Causes.Any(cause => cause.Status == "confirmed");

    /// <summary>The fault was found: an alarm, or the right answer that it still learns.</summary>
    public bool IsFound => IsAlarm || (IsStillLearning && IsRightAmongThree);

    /// <summary>The first cause is what was meant, by name or since its change wins back nine tenths.</summary>
    public bool IsRightFirst => Causes is [{ } first, ..] && first.IsRight;

    /// <summary>The first cause is what was meant, by its name alone.</summary>
    public bool IsNamedFirst => Causes is [{ } first, ..] && Right.Contains(first.Id);

    /// <summary>One of the causes is what was meant.</summary>
    public bool IsRightAmongThree => Causes.Any(cause => cause.IsRight);

    /// <summary>A false alarm, or a harmful fault that was not found or not named first.</summary>
    public bool IsWrong => (IsSound && IsAlarm) || (IsIll && !(IsFound && IsRightFirst)) || (IsTwiceIll && !BothAreNamed)
        || (IsHarmless && IsAlarm);
}

/// <summary>A cause that the doctor named, and what its change is worth.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Check">The check that found it.</param>
/// <param name="IsRight">It is what was meant, by name or by what its change wins back.</param>
/// <param name="WonBack">Share of what was lost that its change wins back; null where it was not trained.</param>
/// <param name="Status"><c>confirmed</c>, <c>suspected</c> or <c>harmless</c>; empty where no second trainings were made.</param>
/// <param name="IsBeforeFirstStep">It was found before the first step.</param>
public sealed record FoundCause(string Id, string Check, bool IsRight, double? WonBack, string Status, bool IsBeforeFirstStep);
