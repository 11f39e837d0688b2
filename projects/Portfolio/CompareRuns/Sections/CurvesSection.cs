using MlMaths.Torch.Figures;
using MlMaths.Torch.Portfolio.History;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.CompareRuns.Sections;

/// <summary>The trainings over each other.</summary>
internal static class CurvesSection
{
    public static Section Of(ComparedRuns compared)
    {
        IReadOnlyList<OverlaidQuantity> quantities = compared.Curves.Quantities;
        List<Block> blocks = [.. quantities.Select((one, number) => new FigureBlock(
            TrainingCurvesFigure.Draw($"curves-{number + 1}", one.Words, one.Curves, one.IsLogarithmic), Caption(one)).Told(number == 0))];
        if (quantities.Count == 0)
        {
            blocks.Add(new Paragraph(compared.Curves.WhyNone));
        }
        else if (compared.Differences.Any(
            one => one.Kind == ChangeKind.Option && one.Name.Contains("batch", StringComparison.Ordinal)))
        {
            blocks.Add(Callout.Caution(
                $"The runs differ in the size of their batches: as many steps are not as much work, and losses of batches vary "
                + $"otherwise."));
        }

        return new Section("How did the trainings go?", blocks, quantities.Count == 0
            ? compared.Curves.WhyNone
            : MarkdownText.Of($"{Counted.Of(quantities.Count, "quantity", "quantities")} of {Trainings(quantities)} "
                + $"{(quantities.Count == 1 ? "lies" : "lie")} over each other, run by run."));
    }

    private static MarkdownText Trainings(IReadOnlyList<OverlaidQuantity> quantities) => MarkdownText.Join(
        " and ", quantities.Select(one => one.Training).Distinct().Select(name => MarkdownText.Of($"the training *{name}*")));

    private static MarkdownText Caption(OverlaidQuantity one) => MarkdownText.Of(
        $"The {one.Words} of *{one.Training}* by step, from each run's `history.csv`"
        + $"{(one.IsLogarithmic ? "; equal factors are equal heights" : "")}.");
}
