using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>The model, its derivation, and the rows it meets.</summary>
internal static class ModelSection
{
    // The terms of the derivation in the order of the names that LogisticLoss.Gradient has for them.
    private static readonly string[] Names = ["z", "L", "dz", "dw", "db"];

    private static readonly Tex Derivation = Tex.Of("""
        \begin{aligned}
        \one{z} &= Xw + b && \text{logits $[n]$} \\
        p &= \sigma(\one{z}) = \frac{1}{1 + e^{-z}} && \text{probabilities $[n]$} \\
        \ell_i &= -y_i \ln p_i - (1 - y_i) \ln(1 - p_i) && \text{surprise} \\
        &= \ln(1 + e^{z_i}) - y_i z_i && \text{never overflows} \\
        \two{L} &= \frac{1}{n} \sum_i \ell_i + \frac{\lambda}{2} \lVert w \rVert^2
            && \text{bias not penalised} \\[1ex]
        \three{\frac{\partial L}{\partial z}} &= \frac{1}{n} (\sigma(\one{z}) - y)
            && \text{prediction $-$ truth, $[n]$} \\
        \four{\frac{\partial L}{\partial w}} &= X^\top \three{\frac{\partial L}{\partial z}} + \lambda w
            && \text{$[d]$} \\
        \five{\frac{\partial L}{\partial b}} &= \sum_i \three{\frac{\partial L}{\partial z_i}} && \text{$[1]$}
        \end{aligned}
        """);

    private static readonly Tex Curvature = Tex.Of("""
        \begin{aligned}
        \nabla^2 L &= \frac{1}{n} A^\top S A + \lambda\, \mathrm{diag}(1, \dots, 1, 0) && \text{$[d + 1, d + 1]$, with $A = [X \mid 1]$} \\
        S &= \mathrm{diag}(p_i (1 - p_i)) > 0 && \text{the loss is convex, a single valley}
        \end{aligned}
        """);

    public static Section Of(LogisticFindings findings)
    {
        PreparedBatches<BinaryTarget> data = findings.Data;
        return new Section(
            "What is the model, and on which rows?",
            [
                new Paragraph(
                    $"Each row is a coin: its probability of **{data.Target.PositiveWords}** is the height of a "
                    + $"straight "
                    + $"line, squeezed between 0 and 1. The loss is the mean surprise at the labels. "
                    + $"The formulas and the code of `LogisticLoss.cs`, where {Tex.Of(@"\partial L/\partial z")} is called `dz`:"),
                new DerivationBlock(Derivation, MethodSource.Of("LogisticLoss.cs", "Gradient"), Names),
                Terms(),
                new Paragraph($"The second derivative says that every descent leads to the same place:"),
                new Formula(Curvature),
                new Paragraph(
                    $"{data.Target.Why} {Source(data.Rows)} Every column is standardised with the mean and deviation "
                    + $"of the training rows only, so that one learning rate and one penalty suit all columns, "
                    + $"and nothing of the other rows leaks in."),
                Parts(data),
                .. Warnings(data),
                .. LeakCallouts.Of(findings.Leaks),
            ],
            $"The model has {data.Rows.Columns + 1} numbers to learn, w [{data.Rows.Columns}] and b, "
            + $"from X [{data.Training.Rows}, {data.Rows.Columns}].");
    }

    private static Bullets Terms() => new(
        $"{Tex.Of(@"\one{z}")}: a weighted sum of the features, one number a row, before it is squeezed.",
        $"{Tex.Of(@"\two{L}")}: the mean surprise, and the penalty. `PerRow` is {Tex.Of(@"\ell_i")}; `Counted` lets a "
        + $"positive row count {Tex.Of(@"\omega")} times, and here {Tex.Of(@"\omega = 1")}.",
        $"{Tex.Of(@"\three{\partial L/\partial z}")}: the prediction minus the truth, each row's share. "
        + $"Labels enter nowhere else; what follows is bookkeeping.",
        $"{Tex.Of(@"\four{\partial L/\partial w}")}: every column adds up the errors of its rows, "
        + $"and the penalty pulls towards 0.",
        $"{Tex.Of(@"\five{\partial L/\partial b}")}: the bias sees the sum of all errors, and no penalty.");

    private static MarkdownText Source(Dataset rows) => rows.Provenance.Doi is { } doi
        ? MarkdownText.Of($"The rows are those of {rows.Provenance.Source} (doi {doi}, {rows.Provenance.Licence}).")
        : MarkdownText.Of($"The rows come from {rows.Provenance.Source}.");

    private static Table Parts(PreparedBatches<BinaryTarget> data)
    {
        IReadOnlyList<MarkdownText>[] rows =
        [
            .. data.Split.Parts.Where(part => part.Count > 0).Select(part => Row(part, data.Target.Of(part).Count(positive => positive))),
        ];
        return new Table(
            $"Each part has the same share of {data.Target.PositiveWords}, up to one row.",
            ["Part", "Used for", "Rows", data.Target.PositiveWords, data.Target.NegativeWords], rows);

        static IReadOnlyList<MarkdownText> Row(SplitPart part, int positives) =>
        [
            part.Name,
            part.Name switch
            {
                "training" => "weights, means, deviations",
                "validation" => "penalty and threshold",
                _ => "judged once, at the end",
            },
            $"{part.Count}", $"{positives}", $"{part.Count - positives}",
        ];
    }

    private static IEnumerable<Block> Warnings(PreparedBatches<BinaryTarget> data)
    {
        if (data.Scaler.Warning is { } warning)
            yield return Callout.Caution(warning);
        IReadOnlyList<DuplicateRow> duplicates = DuplicateRows.Across(data.Split);
        if (duplicates.Count > 0)
        {
            Dataset rows = data.Split.Training.Whole;
            yield return Callout.Caution(
                $"{duplicates.Count} held-out rows have exactly the features of a row that was seen before (the first "
                + $"is {rows.PlaceOf(duplicates[0].Row)}, the same as {rows.PlaceOf(duplicates[0].TwinRow)}): "
                + $"they are remembered rather than predicted, and make the test look better.");
        }
    }
}
