using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate.Sections;

/// <summary>How many rows a number needs.</summary>
internal static class SizeSection
{
    public static Section Of(EvaluationFindings findings)
    {
        SampleSizeFindings sizes = findings.SampleSize;
        int[] rows = [.. sizes.Curves[0].Measured.Select(at => at.Rows)];
        return new Section(
            "How many test rows does a precise score need?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    \text{accuracy} \quad s &= \sqrt{\frac{a (1 - a)}{n}} \\
                    \text{ROC AUC} \quad s &= s_N \sqrt{\frac{N}{n}} && \text{$s_N$: DeLong's, on all $N$ rows} \\
                    \text{log loss} \quad s &= \frac{\mathrm{sd}(\ell_i)}{\sqrt n} && \text{$\ell_i$: loss of a row}
                    \end{aligned}
                    """)),
                new FigureBlock(
                    ScatterBySizeFigure.Draw(
                        rows, [.. sizes.Curves.Select(curve => new NamedCurve(
                            curve.Metric.Label, [.. curve.Measured.Select(at => at.Deviation)]))],
                        [.. sizes.Curves.Select(curve => new NamedCurve(curve.Metric.Label, curve.Law))],
                        "standard deviation of the metric"),
                    $"{sizes.Draws} sets of n rows were drawn for each point, "
                    + $"from held-out rows scored by {findings.First.Name}. Dashed: the law above. {Fit(sizes)}"),
            ],
            Conclusion(sizes, findings.First.Name));
    }

    private static MarkdownText Fit(SampleSizeFindings sizes)
    {
        double[] off =
        [
            .. from curve in sizes.Curves
               from pair in curve.Measured.Zip(curve.Law)
               where pair.First.Deviation > 0 && pair.Second > 0
               select Math.Max(pair.First.Deviation!.Value / pair.Second!.Value, pair.Second.Value / pair.First.Deviation.Value),
        ];
        return off.Length == 0 ? MarkdownText.Empty : MarkdownText.Of($"The largest deviation is a factor of "
            + $"{off.Max():0.00}.");
    }

    private static MarkdownText Conclusion(SampleSizeFindings sizes, string model)
    {
        ScatterCurve accuracy = sizes.Curves[0];
        if (accuracy.Law[0] is not (> 0 and double first))
            return MarkdownText.Of($"No prediction was wrong, so the law says nothing about accuracy here.");
        int n = accuracy.Measured[0].Rows;
        double wanted = n * Math.Pow(first / 0.005, 2);
        return MarkdownText.Of(
            $"The error halves with four times as many rows. To know an accuracy of {sizes.Accuracy:0.000}, that of {model} on "
            + $"held-out rows, to ±0.01 (two standard errors) takes about {Rounded(wanted):#,0} test rows.");
    }

    private static double Rounded(double rows)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(rows, 10))) - 1);
        return Math.Ceiling(rows / unit) * unit;
    }
}
