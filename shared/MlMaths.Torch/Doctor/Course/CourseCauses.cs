using System.Text.Json.Nodes;

namespace MlMaths.Torch.Doctor;

/// <summary>What the symptoms of a course come from: changes are tried, one training each, until one takes the symptom away.</summary>
internal sealed class CourseCauses(TrainingSpec spec, SpecData data, int seed, LossKind asked, CancellationToken cancellation)
{
    /// <summary>Steps beyond the epoch with the least validation loss.</summary>
    public const string Overfitted = "overfitted";

    private const double Half = 0.5;

    /// <summary>The likely cause of an end that is no number, or of steps that miss, and what was tried.</summary>
    /// <param name="own">The training.</param>
    /// <param name="references">What is possible.</param>
    /// <param name="symptom">How a fault is called for which no single change was found.</param>
    public (Fault Fault, string Evidence) OfUnsteadiness(TrainingCourse own, CourseReferences references, string symptom)
    {
        double loss = double.IsFinite(own.Final.Validation) ? Math.Max(own.Chance, own.Final.Validation) : own.Chance;
        double least = Math.Min(own.Best.Validation, references.Better.Course.Best.Validation);
        return Of(SettingChange.ForSteadiness(spec), loss, least, references, symptom, course => course.Final.Validation);
    }

    /// <summary>The likely cause of a best epoch that is behind the references.</summary>
    public (Fault Fault, string Evidence) OfBehind(CourseReading reading) => Of(
        reading.IsUnderfit ? SettingChange.ForLearning(spec, reading.StillFalls) : SettingChange.ForCarryingOver(spec),
        reading.Own.Best.Validation, reading.Reference, reading.References, "settings_do_not_learn", course => course.Best.Validation);

    /// <summary>Steps beyond the best epoch: the training is to end there.</summary>
    public static Fault OfOverfitting(CourseReading reading)
    {
        int best = Math.Max(1, reading.Own.Best.Epoch);
        SpecChange change = new("training", "epochs", JsonValue.Create(best));
        return new(Overfitted, FaultStage.Regularisation,
            $"{SpecChange.Words([change])}, or stop early (training.early_stopping), or hold the weights back (loss.penalty, net.dropout)")
        {
            Tried = [change],
        };
    }

    private (Fault Fault, string Evidence) Of(
        IEnumerable<SettingChange> changes, double loss, double reference, CourseReferences references, string symptom,
        Func<TrainingCourse, double> judged)
    {
        CourseTrial[] helped = [.. CourseTrials.Of(changes, loss, reference, LossWith)];
        if (helped is [{ } first, .. var others])
        {
            string also = others.Length == 0 ? ""
                : $" Alone, {SpecChange.Pairs(others[0].Change.Fault.Tried)} would do, too: {LossText.Of(others[0].Loss)}.";
            return (
                first.Change.Fault with { IsSymptom = false },
                $"Tried once, {SpecChange.Pairs(first.Change.Fault.Tried)} has a validation loss of {LossText.Of(first.Loss)}.{also}");
        }

        IReadOnlyList<SpecChange> needed = ByHeartCheck.Needed(
            spec, references.Better.Spec, changed => loss - LossOf(changed) >= Half * (loss - reference));
        return (
            new(symptom, FaultStage.RateAndRule, SpecChange.Words(needed))
            {
                Tried = needed,
                Parts = SettingChange.PartsOf(spec, needed, symptom),
            },
            $"No single change that was tried takes it away; {SpecChange.Pairs(needed)} together do.");

        double LossWith(IReadOnlyList<SpecChange> tried)
        {
            try
            {
                return LossOf(spec.With(tried));
            }
            catch (UserMistakeException)
            {
                return double.PositiveInfinity; // fields that contradict each other are no way out
            }
        }

        double LossOf(TrainingSpec changed)
        {
            bool hasSameRows = SpecChange.Between(spec, changed).All(change => change.Part is "rule" or "training"
                || change is { Part: "net", Field: not "outputs" } or { Part: "loss", Field: "penalty" });
            if (hasSameRows) return judged(TrainingCourse.Train(changed, data, seed, asked, cancellation));
            using var rows = SpecData.Prepare(changed, seed);
            return judged(TrainingCourse.Train(changed, rows, seed, asked, cancellation));
        }
    }
}
