namespace MlMaths.Torch.Doctor;

/// <summary>What is wrong with a course, each with what it comes from; null where it is not.</summary>
internal sealed record CourseSymptoms
{
    /// <summary>The loss became no finite number.</summary>
    public CourseSymptom? Diverged { get; private init; }

    /// <summary>The validation loss rose from its best epoch on.</summary>
    public CourseSymptom? Rises { get; private init; }

    /// <summary>The best epoch is behind the references.</summary>
    public CourseSymptom? Behind { get; private init; }

    public static CourseSymptoms Of(
        TrainingCourse own, CourseReferences? references, CourseReading? reading, Fault? upstream, CourseCauses causes)
    {
        if (own.Diverged) return new() { Diverged = Symptom(() => OfDivergence(own, references, causes), upstream) };
        if (reading is null) return new();
        if (reading.IsUnsteady)
        {
            CourseSymptom unsteady = Symptom(() => causes.OfUnsteadiness(own, reading.References, "learning_rate_too_large"), upstream);
            return new() { Rises = unsteady, Behind = reading.IsBehind ? unsteady : null };
        }

        if (reading is { Rises: true, IsBehind: true, IsUnderfit: false })
        {
            CourseSymptom overfitted = Symptom(() => (CourseCauses.OfOverfitting(reading), ""), upstream);
            return new() { Rises = overfitted, Behind = overfitted };
        }

        return new()
        {
            Rises = reading.Rises ? Symptom(() => (CourseCauses.OfOverfitting(reading), ""), upstream) : null,
            Behind = reading.IsBehind ? Symptom(() => causes.OfBehind(reading), upstream) : null,
        };
    }

    private static (Fault, string) OfDivergence(TrainingCourse own, CourseReferences? references, CourseCauses causes) =>
        references is null
            ? (new("learning_rate_too_large", FaultStage.RateAndRule, "take a smaller rule.learning_rate"),
                "Without validation rows no other rate was tried.")
            : causes.OfUnsteadiness(own, references, "learning_rate_too_large");

    private static CourseSymptom Symptom(Func<(Fault Fault, string Evidence)> cause, Fault? upstream)
    {
        if (upstream is not null) return new(upstream, "What was found before the first step may explain it.");
        (Fault fault, string evidence) = cause();
        return new(fault, evidence);
    }
}

/// <summary>What a symptom comes from.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Evidence">What was tried, in sentences; empty where nothing had to be.</param>
internal sealed record CourseSymptom(Fault Fault, string Evidence);
