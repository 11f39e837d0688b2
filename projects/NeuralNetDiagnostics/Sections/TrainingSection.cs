using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>How the final training went.</summary>
internal static class TrainingSection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        FinalNet final = findings.Final;
        string[] layers = [.. final.Net.Layers.Select(layer => layer.Name)];
        return new Section(
            "How did the final training go?",
            [
                new Paragraph(
                    $"The net {final.Recipe}: {measurements["net.parameters"]:value}, {final.Recipe.Epochs} epochs of "
                    + $"{findings.Data.Training.Rows} rows in batches of {final.Recipe.BatchRows}, "
                    + $"by {final.Recipe.Rule.ToString().ToLowerInvariant()} with one rate throughout; at the end the weights "
                    + $"of the epoch with the least validation loss are put back. "
                    + $"Gradients {Words.InFull(final.Kind)}. {ThreadsSentence(findings)} It "
                    + $"{final.History.Ending}, at {measurements["train.steps_per_second"]}."),
                new FigureBlock(
                    FitCurvesFigure.Draw("final-losses", "final net", final.History, null),
                    $"Both losses of the final net, measured alike. With the weights that are kept, "
                    + $"the loss is {final.TrainingLoss:0.0000} on training rows and {final.ValidationLoss:0.000} on validation "
                    + $"rows, without penalty and dropout; the bracket shows the gap after the last epoch."),
                new FigureBlock(
                    LayerNormsFigure.Draw("final-norms", "final", final.History, layers, null),
                    $"The length of the gradient, layer by layer. Each point is the median of several steps, "
                    + $"as single batches jump. A layer far below the others would hardly learn."),
                .. Units(findings),
                new Table(
                    $"What was recorded, on average over the last quarter of the training. "
                    + $"A step of about a thousandth of the weights' length is typical.",
                    ["Layer", "Gradient norm", "Update / weight", "Mean activation", "Dead units"],
                    [.. layers.Select((layer, index) => Row(final.History, layer, index + 1,
                        index < layers.Length - 1 ? final.Net.Widths[index + 1] : null))]),
            ],
            $"It is right for {final.TrainingAccuracy:P1} of the training rows and {final.ValidationAccuracy:P1} "
            + $"of the validation rows; "
            + $"the latter helped to choose the net, so the honest number is that of the test rows below.");
    }

    private static IEnumerable<Block> Units(NetFindings findings)
    {
        int[] hidden = [.. findings.Final.Recipe.Hidden];
        yield return new FigureBlock(
            ActivationsFigure.Draw("final-dead-units", findings.Final.History, hidden),
            $"Hidden units whose output is the same for all {findings.Final.ProbedRows} probe rows. Such a unit "
            + $"passes nothing on "
            + $"and learns nothing; too large a learning rate, or a large negative bias, causes them.");
    }

    private static string ThreadsSentence(NetFindings findings) => findings.Options.Threads is { } asked
        ? $"libtorch uses {Counted.Of(asked, "thread")}, as asked."
        : $"libtorch uses {findings.Threads.Sentence}";

    private static IReadOnlyList<MarkdownText> Row(TrainingHistory history, string layer, int number, int? units) =>
    [
        layer, Late(history, $"gradient_norm.{layer}.weight"), Late(history, $"update_ratio.{layer}.weight"),
        units is null ? "" : Late(history, $"activation_mean.layer{number}"),
        units is null ? "" : MarkdownText.Of($"{DeadUnits(history, number):0} of {units}"),
    ];

    private static double DeadUnits(TrainingHistory history, int layer) =>
        history.Curve($"dead_units.layer{layer}").Values is [.., double dead] ? dead : 0;

    private static MarkdownText Late(TrainingHistory history, string quantity)
    {
        IReadOnlyList<double> values = history.Curve(quantity).Values;
        if (values.Count == 0)
            return "";
        double late = values.TakeLast(Math.Max(1, values.Count / 4)).Average();
        return Math.Abs(late) >= 0.01 ? MarkdownText.Of($"{late:0.000}") : MarkdownText.Of($"{late:0.0e-0}");
    }
}
