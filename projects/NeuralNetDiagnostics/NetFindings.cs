using MlMaths.Torch.Data;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>All that a run found, in the order in which the page tells it; <c>Tuned</c> is the recipe with the rate of the sweep.</summary>
internal sealed record NetFindings(
    PreparedBatches<ClassTarget> Data, NetOptions Options, ThreadChoice Threads, Preflight Preflight, Preflight FinalPreflight,
    StartExamination Doctor, LearningRateFindings LearningRates, NetRecipe Tuned, LayerNorms Flow, FitFindings Fits,
    RegularisationFindings Regularisation, SearchFindings? Search, FinalNet Final, SourceFindings Sources,
    TestFindings Test, LatencyFindings Latency)
{
    /// <summary>Of two classes the positive one, by the rule of every program; null where there are more.</summary>
    public BinaryTarget? Positive { get; } = Data.Target.Classes.Count == 2 ? BinaryTarget.From(Data.Target.Dataset) : null;

    /// <summary>Its place among the classes.</summary>
    public int? PositivePlace => Positive is { } target
        ? Data.Target.Classes.Index().Single(one => one.Item == target.PositiveLabel).Index
        : null;

    /// <summary>The least validation loss of any training on all rows.</summary>
    public double LowestValidationLoss => LearningRates.Sweep.Trials.Select(trial => trial.Loss)
        .Concat(Regularisation.Penalties.Trials.Concat(Regularisation.Dropouts.Trials).Select(trial => trial.ValidationLoss))
        .OfType<double>().Append(Final.ValidationLoss).Min();
}
