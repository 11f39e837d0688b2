using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>How a training went, what its symptoms are, and where they come from.</summary>
/// <param name="Checks">What was asked of the course.</param>
/// <param name="Causes">What is likely to be wrong, the first to look at first.</param>
public sealed record CourseExamination(IReadOnlyList<CheckResult> Checks, IReadOnlyList<Cause> Causes)
{
    /// <summary>As it is drawn; null where the loss cannot be computed.</summary>
    public CoursePicture? Picture => Own is { } own ? CoursePicture.Of(own, References) : null;

    /// <summary>Everything that was recorded; empty where the loss cannot be computed.</summary>
    public IReadOnlyList<HistoryRow> History => Own?.History.Rows ?? [];

    /// <summary>Length of the gradient of each layer's weights, step by step.</summary>
    public IReadOnlyList<TrainingCurve> Gradients => OfLayers("gradient_norm.");

    /// <summary>How far steps move each layer's weights, as a share of their length.</summary>
    public IReadOnlyList<TrainingCurve> Updates => OfLayers("update_ratio.");

    /// <summary>How it went; null where the loss cannot be computed.</summary>
    internal TrainingCourse? Own { get; private init; }

    /// <summary>What the same rows allow; null where there are no validation rows.</summary>
    internal CourseReferences? References { get; private init; }

    /// <summary>Both beside each other; null where there are too few validation rows.</summary>
    internal CourseReading? Reading { get; private init; }

    /// <summary>Trains as the spec says, and the references; where there is a symptom, changes are tried as well.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="upstream">What was found before the first step, and explains every symptom; null for nothing.</param>
    internal static CourseExamination Of(
        TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation, Fault? upstream = null)
    {
        if (SpecShapes.Mismatch(spec, data.Classes?.Count, data.Outputs) is not null)
            return new([.. CourseChecks.NotRun("The loss of this training cannot be computed.")], []);
        LossKind asked = SpecShapes.KindOf(spec, data.Classes?.Count);
        var own = TrainingCourse.Train(spec, data, seed, asked, cancellation, isWatched: true);
        CourseReferences? references =
            data.ValidationRows > 0 ? CourseReferences.Train(spec, data, seed, asked, cancellation) : null;
        CourseReading? reading = references is null ? null : CourseReading.Of(own, references, seed);
        CourseSymptoms symptoms = CourseSymptoms.Of(
            own, references, reading, upstream, new CourseCauses(spec, data, seed, asked, cancellation));
        CheckResult[] checks = [.. CourseChecks.Of(spec, own, references, reading, symptoms)];
        return new(checks, upstream is null ? CausesOf(checks) : []) { Own = own, References = references, Reading = reading };
    }

    /// <summary>The validation loss beside that of the same training with a cause changed; null where it cannot be trained.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="cause">What is changed.</param>
    /// <param name="seed">Of both.</param>
    /// <param name="cancellation">Ends it.</param>
    public CoursePicture? BeforeAndAfter(TrainingSpec spec, Cause cause, int seed, CancellationToken cancellation)
    {
        if (Own is not { Final.Rows.Length: > 0 } own) return null;
        try
        {
            TrainingSpec changed = spec.With(Repair.Of(cause.Fault, spec));
            using var rows = SpecData.Prepare(changed, seed);
            LossKind asked = SpecShapes.KindOf(spec, rows.Classes?.Count);
            return CoursePicture.BeforeAndAfter(own, TrainingCourse.Train(changed, rows, seed, asked, cancellation), References);
        }
        catch (UserMistakeException)
        {
            return null; // the confirmation has said why it cannot be read
        }
    }

    private IReadOnlyList<TrainingCurve> OfLayers(string quantity) => Own is not { } own ? [] :
    [
        .. own.History.Rows.Select(row => row.Quantity).Distinct()
            .Where(one => one.StartsWith(quantity, StringComparison.Ordinal) && one.EndsWith(".weight", StringComparison.Ordinal))
            .Select(one => own.History.Curve(one) with { Run = one[quantity.Length..^".weight".Length] }),
    ];

    // What comes first stands upstream; the same fault behind two checks is one cause.
    private static IReadOnlyList<Cause> CausesOf(CheckResult[] checks) =>
    [
        .. StartDiagnosis.CausesOf(checks.Where(check => check.Fault is not null).OrderBy(check => check.Fault!.Stage)),
    ];
}
