using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>The same gradient three times.</summary>
internal static class SourcesSection
{
    private static readonly Tex AnyDepth = Tex.Of("""
        \begin{aligned}
        a_0 &= X \\
        z_l &= a_{l-1} W_l + b_l, \quad a_l = \varphi(z_l) && \text{forward, layer by layer} \\
        L &= \frac{1}{n} \sum_i \left(\ln \sum_j e^{z_{ij}} - z_{i,y_i}\right)
            && \text{the last $z$ are the logits} \\
        dz_H &= \frac{1}{n} (p - Y) && \text{softmax minus the truth} \\
        dW_l &= a_{l-1}^\top dz_l + \lambda W_l, \quad db_l = 1^\top dz_l
            && \text{the gradient of each layer} \\
        dz_{l-1} &= (dz_l W_l^\top) \odot \varphi'(z_{l-1}) && \text{and what it passes back}
        \end{aligned}
        """);

    public static Section Of(NetFindings findings, Measurements measurements)
    {
        SourceFindings sources = findings.Sources;
        Measurement difference = measurements["gradient.max_abs_difference"];
        return new Section(
            "Backpropagation by hand: is it right, and is it worth it?",
            [
                new Formula(AnyDepth),
                .. OneLayer(),
                Checked(sources.Verdict),
                new Paragraph(
                    $"Three sources of the same gradient. "
                    + $"**Autograd** records every operation of the forward pass and walks the record backward. "
                    + $"**By hand, "
                    + $"with tensors**, the formulas above are written down as they are, and nothing is recorded. "
                    + $"**By hand, in SIMD**, they are loops in C# over vector registers, with no call into libtorch "
                    + $"at all; that source supports only ReLU without dropout, in 32-bit floats on the CPU. "
                    + $"One training each of {string.Join("-", findings.Tuned.Hidden)} hidden units, "
                    + $"{findings.Tuned.Activation.ToString().ToLowerInvariant()}, from the same weights:"),
                new FigureBlock(
                    SourceCurvesFigure.Draw("sources-curves", [.. sources.Runs.Select(run => (Words.InFull(run.Kind), run.History))]),
                    $"The same curve, drawn {sources.Runs.Count} times on top of itself: "
                    + $"each batch's loss, of which no two lie further than {sources.LargestDistance:0.0e-0} apart. "
                    + $"What starts as rounding in the last bit grows with every step."),
                new FigureBlock(
                    SourceSpeedFigure.Draw("sources-speed",
                        [.. sources.Runs.Select(run => (Words.InFull(run.Kind), run.MicrosecondsPerGradient))]),
                    $"Median time of one gradient, a batch of {findings.Final.Recipe.BatchRows} rows, "
                    + $"measured in alternation, so that other work on the machine affects all of them alike."),
                new Paragraph(Worth(findings)),
                new Table(
                    $"The mean loss over the last epoch, and the time of a gradient.",
                    ["Source", "Loss of the last epoch", "µs per gradient", "Relative to autograd"],
                    [.. sources.Runs.Select(run => Row(run, sources.Runs[0]))]),
            ],
            sources.Verdict.IsRight && difference.Value < 1e-9
                ? MarkdownText.Of(
                    $"The derivation is right: "
                    + $"in float64 it lies at most {difference} from autograd, which is rounding.")
                : sources.Verdict.IsRight
                    ? MarkdownText.Of(
                        $"No coordinate is judged wrong, but the derivation lies {difference} from autograd, "
                        + $"more than rounding explains.")
                    : MarkdownText.Of($"The derivation could not be confirmed. {sources.Verdict.Sentence}"));
    }

    private static Block[] OneLayer()
    {
        IDerivation derivation = DerivationCatalogue.ByName("two-layer-perceptron");
        return
        [
            new Paragraph($"With one hidden layer and tanh, the lines of code have the same letters:"),
            new DerivationBlock(
                derivation.Formula, MethodSource.Of("TwoLayerPerceptron.cs", nameof(IDerivation.Gradient)), derivation.Terms),
        ];
    }

    private static Paragraph Checked(GradientVerdict verdict)
    {
        string[] labels = [.. Enum.GetValues<CoordinateLabel>()
            .Where(label => label is CoordinateLabel.Kink or CoordinateLabel.Truncation or CoordinateLabel.Rounding
                && verdict.Count(label) > 0)
            .Select(label => $"{verdict.Count(label)} {Reason(label)}")];
        return new Paragraph(
            $"Is the derivation right? Compared with autograd and with differences, in float64: "
            + $"{verdict.Count(CoordinateLabel.Agrees)} of {verdict.Coordinates.Count} coordinates agree in all three"
            + $"{(labels.Length > 0 ? $"; {string.Join(", ", labels)}, where the derivatives agree and a difference cannot" : "")}. "
            + $"{string.Join(" ", verdict.Remarks)}");
    }

    private static string Reason(CoordinateLabel label) => label switch
    {
        CoordinateLabel.Kink => "lie at a kink",
        CoordinateLabel.Truncation => "curve too sharply for the step",
        _ => "are lost in rounding",
    };

    private static IReadOnlyList<MarkdownText> Row(SourceRun run, SourceRun autograd) =>
    [
        Words.InFull(run.Kind), $"{run.History.Curve("epoch_loss").Values.LastOrDefault(double.NaN):0.000000}",
        $"{run.MicrosecondsPerGradient:0}",
        $"{run.MicrosecondsPerGradient / autograd.MicrosecondsPerGradient:0.00}",
    ];

    private static MarkdownText Worth(NetFindings findings)
    {
        SourceFindings sources = findings.Sources;
        string net = findings.Final.Recipe.Dropout > 0 ? "a net of this size without dropout" : "this net";
        SourceRun fastest = sources.Runs.MinBy(run => run.MicrosecondsPerGradient)!;
        double share = fastest.MicrosecondsPerGradient / sources.Runs[0].MicrosecondsPerGradient;
        return share < 0.9
            ? MarkdownText.Of(
                $"{Capital.First(Words.InFull(fastest.Kind))}, a gradient takes {share:0.00} of autograd's time on {net}; "
                + $"autograd, though, needs no derivation at all.")
            : MarkdownText.Of($"On {net} it is not faster, so its only use is to understand it.");
    }
}
