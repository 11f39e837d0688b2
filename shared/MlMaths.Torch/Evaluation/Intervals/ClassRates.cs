using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>One class against the rest: what share of it is found, and what share of its calls is right, after Wilson.</summary>
/// <param name="Calls">The class's own confusion matrix.</param>
/// <param name="Recall">Undefined, with the reason, where no row is of the class.</param>
/// <param name="Precision">Undefined, with the reason, where the class is never called.</param>
public sealed record ClassRates(ConfusionMatrix Calls, Interval Recall, Interval Precision)
{
    /// <summary>Of every class, in their order.</summary>
    public static IReadOnlyList<ClassRates> Of(MulticlassMetrics metrics) =>
        [.. Enumerable.Range(0, metrics.Classes).Select(label => Of(metrics.OfClass(label)))];

    private static ClassRates Of(ConfusionMatrix calls) => new(
        calls, Share(calls.TruePositives, calls.Positives, "no row is of this class"),
        Share(calls.TruePositives, calls.PredictedPositive, "it is never called"));

    private static Interval Share(long part, long whole, string reason) =>
        whole == 0 ? Interval.Undefined(reason) : WilsonInterval.Of(part, whole);
}
