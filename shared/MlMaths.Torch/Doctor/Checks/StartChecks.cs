namespace MlMaths.Torch.Doctor;

/// <summary>
/// Every check that a training allows before its first step. Each asks what the training does (its loss, its gradient, its
/// batches), and never what the spec says of its slips: the same questions can be asked of any code.
/// </summary>
public static class StartChecks
{
    private static readonly Func<StartProbe, CheckResult>[] All =
    [
        RowChecks.Scales, RowChecks.ScalerSawTrainingRows, RowChecks.SplitIsApart, RowChecks.BatchesMixed,
        LabelChecks.Classes, LabelChecks.AreKept, LabelChecks.Belong,
        LossChecks.Shapes, LossChecks.RowsApart, ReachCheck.Of, LossChecks.Floor,
        NetChecks.InputsUsed, NetChecks.Symmetry, NetChecks.StartLoss,
        StepChecks.ParametersMove, StepChecks.GradientsFresh, ChanceCheck.GoesOn, ValidationCheck.Repeats,
        ByHeartCheck.Of, RateCheck.Of, CapacityCheck.Of,
    ];

    /// <summary>How many there are.</summary>
    internal static int Count => All.Length;

    /// <summary>Asks all of them: rows and labels first, then the loss, the net, its first steps, and short trainings.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="cancellation">Ends it between two checks, and within the longest.</param>
    public static IReadOnlyList<CheckResult> Run(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        if (SpecShapes.Mismatch(spec, data.Classes?.Count, data.Outputs) is { } mismatch)
        {
            Check shapes = new("shapes", "Outputs and targets have the same shape");
            return [shapes.Failed($"{mismatch.What}.", new(mismatch.Id, FaultStage.LossAndOutput, mismatch.Fix))];
        }

        using StartProbe probe = new(spec, data, seed, cancellation);
        List<CheckResult> results = [];
        foreach (Func<StartProbe, CheckResult> check in All)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(check(probe));
        }

        return results;
    }
}
