using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// A training whose truth is known, and what the doctor says of it. Truth is by effect: a fault is harmful where its twin's validation loss
/// is better by more than a tenth of (chance − twin), and so is a training that was meant to be sound, where a careful one is that much
/// better.
/// </summary>
/// <param name="Case">The training.</param>
/// <param name="Causes">What was found, the first to look at first.</param>
/// <param name="Loss">Validation loss of the training.</param>
/// <param name="Chance">Of a constant answer.</param>
/// <param name="Twin">Of the twin.</param>
/// <param name="Seconds">That the examination took.</param>
public sealed record DoctorTrial(DoctorCase Case, IReadOnlyList<string> Causes, double Loss, double Chance, double Twin, double Seconds)
{
    private const double Harmful = 0.1;

    /// <summary>Whether the twin is better by enough to matter.</summary>
    public bool IsHarmful => Loss - Twin > Harmful * Math.Max(0, Chance - Twin);

    /// <summary>Whether it was meant to be sound, and is.</summary>
    public bool IsSound => !Case.IsFaulty && !IsHarmful;

    /// <summary>Whether it was meant to be faulty, and is.</summary>
    public bool IsIll => Case.IsFaulty && IsHarmful;

    /// <summary>Whether anything was found.</summary>
    public bool IsFound => Causes.Count > 0 && !IsSaidHarmless;

    /// <summary>Whether something was found that does not matter.</summary>
    public bool IsSaidHarmless { get; private init; }

    /// <summary>The checks that found the causes.</summary>
    public IReadOnlyList<string> Checks { get; private init; } = [];

    /// <summary>Whether a sound training was told to go on, which is no alarm.</summary>
    public bool IsStillLearning { get; private init; }

    /// <summary>Whether a fault was found where none is.</summary>
    public bool IsFalseAlarm => IsSound && IsFound && !IsStillLearning;

    /// <summary>Whether the first cause is what was meant.</summary>
    public bool IsNamedFirst => IsFound && Case.Meant.Contains(Causes[0]);

    /// <summary>A harmful fault that was not named first, or an alarm where there is no fault.</summary>
    public bool IsWrong => IsFalseAlarm || (IsIll && !IsNamedFirst);

    /// <summary>Draws a case, and examines it.</summary>
    public static DoctorTrial Of(DoctorKind kind, int seed)
    {
        DoctorCase one = kind.Draw(new Random(seed));
        var spec = TrainingSpec.Parse(one.Spec);
        using var data = SpecData.Prepare(spec, seed);
        long start = TimeProvider.System.GetTimestamp();
        var examination = Examination.Of(spec, data, seed, CancellationToken.None);
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        (double loss, double chance) = Confirmation.LossOf(spec, seed, CancellationToken.None);
        double twin = Confirmation.LossOf(TrainingSpec.Parse(one.Twin), seed, CancellationToken.None).Loss;
        return new(one, [.. examination.Causes.Select(cause => cause.Id)], loss, chance, twin, seconds)
        {
            Checks = [.. examination.Causes.Select(cause => cause.Check)],
            IsStillLearning = examination.IsStillLearning,
            IsSaidHarmless = examination.IsHarmless,
        };
    }
}
