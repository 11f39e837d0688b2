using MlMaths.Torch.Cli;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>How the final model is trained.</summary>
internal enum Solver
{
    Newton,
    Descent,
    Sgd,
}

/// <summary>What is kept apart from training.</summary>
internal enum SplitChoice
{
    Stratified,
    None,
}

/// <summary>What may be asked of this project.</summary>
/// <param name="Solver">Default Newton.</param>
/// <param name="Penalty">λ, from 0; null: chosen on the validation rows.</param>
/// <param name="Split">Default 60/20/20, stratified by class.</param>
/// <param name="CostMiss">Null: 10 in the embedded story, else 1.</param>
/// <param name="CostFalseAlarm">Null: 1.</param>
/// <param name="Quick">Fewer steps and resamples.</param>
internal sealed record LogisticOptions(
    Solver Solver, double? Penalty, SplitChoice Split, double? CostMiss, double? CostFalseAlarm, bool Quick)
{
    private const double LargestPenalty = 1e6, LargestCost = 1e9;

    private static readonly ProjectOption<Solver> SolverOption = ProjectOption.Choice(
        "--solver", Solver.Newton, "How the final model is trained; the page compares them all.");

    private static readonly ProjectOption<double?> PenaltyOption = ProjectOption.OptionalNumber(
        "--penalty", "chosen on the validation rows", "Strength λ of the penalty λ/2 |w|² on the weights.",
        example: 0.01, from: 0, to: LargestPenalty);

    private static readonly ProjectOption<SplitChoice> SplitOption = ProjectOption.Choice(
        "--split", SplitChoice.Stratified, "60/20/20 into training, validation and test rows, or all rows for training.");

    private static readonly ProjectOption<double?> CostMissOption = ProjectOption.OptionalNumber(
        "--cost-miss", "10 for the embedded data, else 1", "What a missed positive costs.", example: 10,
        from: 0, to: LargestCost);

    private static readonly ProjectOption<double?> CostFalseAlarmOption = ProjectOption.OptionalNumber(
        "--cost-false-alarm", "1", "What a false alarm costs.", example: 1, from: 0, to: LargestCost);

    public static IReadOnlyList<ProjectOption> All { get; } =
        [SolverOption, PenaltyOption, SplitOption, CostMissOption, CostFalseAlarmOption];

    /// <summary>Full-batch steps of the rate comparison, and of <c>--solver descent</c> times ten.</summary>
    public int Steps => Quick ? 100 : 300;

    /// <summary>
    /// Refits for the intervals of the weights; fewer where a refit takes long. On so many rows a weight scatters by a normal law, whose
    /// ends a hundred refits show well enough.
    /// </summary>
    public int Refits(int rows, int columns)
    {
        const double Affordable = 1e10; // multiplications, half a minute
        double each = 3.0 * rows * Math.Pow(columns + 1, 2); // a Hessian for each of three steps
        return Quick ? 60 : (int)Math.Clamp(Affordable / each, 100, 500);
    }

    /// <summary>Penalties per power of ten.</summary>
    public int PenaltiesPerDecade => Quick ? 1 : 3;

    public static LogisticOptions Checked(ParsedOptions parsed)
    {
        var options = new LogisticOptions(
            parsed.Of(SolverOption), parsed.Of(PenaltyOption), parsed.Of(SplitOption),
            parsed.Of(CostMissOption), parsed.Of(CostFalseAlarmOption), parsed.Common.Quick);

        if (options.Split == SplitChoice.None && options.Penalty is null)
        {
            throw new UserMistakeException(
                "--split is none, which leaves no validation rows to choose the penalty: give one, for instance "
                + "--penalty 0.01.");
        }

        if (options.CostMiss is 0 && options.CostFalseAlarm is 0)
        {
            throw new UserMistakeException(
                "--cost-miss and --cost-false-alarm are both 0, so every threshold costs the same: "
                + "give at least one a cost above 0.");
        }
        return options;
    }

    /// <summary>The costs as asked for, or those of the data's own story.</summary>
    public ErrorCosts Costs(bool isEmbedded) => new(CostMiss ?? (isEmbedded ? 10 : 1), CostFalseAlarm ?? 1);
}
