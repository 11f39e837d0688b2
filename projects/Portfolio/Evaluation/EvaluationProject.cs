using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Evaluation;

/// <summary>The evaluation pack: two models compared as carefully as their rows allow.</summary>
internal sealed class EvaluationProject : IProject<EvaluationOptions>
{
    public string Name => "evaluation-pack";

    public string Folder => PortfolioProgram.Folder;

    public string? Verb => "evaluate";

    public string Title => "The evaluation pack: splits, leakage, uncertainty, comparison";

    public string Description => "Evaluates and compares two models the professional way.";

    public IReadOnlyList<CommandExample> Examples { get; } = [new("", "the breast cancer data")];

    public IReadOnlyList<ProjectOption> Options => EvaluationOptions.All;

    public EvaluationOptions Checked(ParsedOptions parsed) => EvaluationOptions.Checked(parsed);

    public ProjectResult Run(EvaluationOptions options, RunContext context)
    {
        Dataset rows = context.Common.ReadData("breast_cancer");
        BinaryTarget target = BinaryTarget.From(rows, context.Common.Positive);
        ComputeThreads.Suit((long)rows.Rows * rows.Columns);
        context.BeginRun(DataDescription.Of(rows, target.PositiveLabel), torch.CPU.ToString());
        IReadOnlyList<Fold> folds = Folds.Stratified(target, 5, context.Common.Seed);
        var section = new Section(
            "Who is in which fold?",
            [new FigureBlock(FoldMapFigure.Draw(folds, [.. Enumerable.Range(0, rows.Rows)], "rows"), $"Folds.")],
            MarkdownText.Of($"Folds."));
        Measurements measurements = MeasurementsOf(rows);
        var report = new Report(Title, MarkdownText.Of($"Folds."), [section]);
        return new ProjectResult(report, measurements, new CvLines());
    }

    private static Measurements MeasurementsOf(Dataset rows)
    {
        var measurements = new Measurements();
        foreach (int count in new[] { rows.Rows })
            measurements.Add("data.rows", "Rows", count, "rows", "Counted.");
        return measurements;
    }
}
