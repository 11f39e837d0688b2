using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>Project 4: an accuracy, overfitting that was cured, a latency.</summary>
internal static class NetStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement accuracy = run["test.accuracy"], parameters = run["net.parameters"], blind = run["preflight.blind_accuracy"],
            gap = run["overfit.gap"], saved = run["cured.saved"], plain = run["latency.batch1.p95_us"],
            module = run["latency.module.batch1.p95_us"];
        yield return new CvStory(
            "a neural net",
            $"Trained a neural net in C# to {accuracy} accuracy on held-out rows.",
            $"Trained a neural net of {parameters} in C# to an accuracy of {accuracy} on held-out rows scored once, {accuracy:range}.",
            $"Trained a neural net of {parameters} in C#, backpropagation derived by hand, to an accuracy of {accuracy} on "
            + $"held-out rows scored once, {accuracy:range}, against {blind} for a net that sees nothing.")
            .IfBeats(accuracy, blind);
        yield return new CvStory(
            "overfitting, diagnosed and cured",
            $"Diagnosed overfitting; regularisation cut validation loss by {saved}.",
            $"Diagnosed overfitting from loss curves; penalty, dropout and early stopping cut validation loss by {saved}, {saved:range}.",
            $"Diagnosed overfitting, a gap of {gap} between validation and training loss; penalty, dropout and early stopping "
            + $"cut the validation loss by {saved}, paired by row, {saved:range}.")
            .IfAbove(gap, 0);
        yield return new(
            "latency",
            $"Served a neural net in plain C#; p95 latency {plain}.",
            $"Measured the p95 latency of serving one row: {plain} in plain C#, {plain:range}, and {module} through TorchSharp.",
            $"Measured inference latency with order-statistic intervals after warm-up: a p95 of {plain} for one row in plain "
            + $"C#, {plain:range}, and of {module} through TorchSharp, {module:range}.");
    }
}
