using MlMaths.Torch.Cli;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What may be asked of this project.</summary>
/// <param name="CostMiss">Of a positive that was not called; null: 100 in the story of payments, else 10.</param>
/// <param name="CostFalseAlarm">Of a negative that was called; null: 4 in that story, else 1.</param>
/// <param name="CostReview">Of looking at a call; null: 1 in that story, else 0.</param>
/// <param name="Amount">Column that says what a miss of each row loses; null: every miss loses the same.</param>
/// <param name="Capacity">Most calls that can be looked at in a unit of time, or per 1,000 rows where there is no time;
/// null: any number.</param>
/// <param name="Time">Column that orders the rows; null: none, or the week in the story of payments.</param>
/// <param name="DeployedRate">Base rate where the model is used, where there are no later rows to show it; null: three
/// times the base rate.</param>
/// <param name="Quick">Fewer rows, nets and resamples.</param>
internal sealed record DecisionOptions(
    double? CostMiss, double? CostFalseAlarm, double? CostReview, string? Amount, int? Capacity, string? Time,
    double? DeployedRate, bool Quick)
{
    private const double LargestCost = 1e9;

    private static readonly ProjectOption<double?> CostMissOption = ProjectOption.OptionalNumber(
        "--cost-miss", "100 for the payments, else 10", "What a missed positive costs.", example: 100,
        from: 0, to: LargestCost);

    private static readonly ProjectOption<double?> CostFalseAlarmOption = ProjectOption.OptionalNumber(
        "--cost-false-alarm", "4 for the payments, else 1", "What a false alarm costs.", example: 4, from: 0, to: LargestCost);

    private static readonly ProjectOption<double?> CostReviewOption = ProjectOption.OptionalNumber(
        "--cost-review", "1 for the payments, else 0", "What it costs to review a flagged row, right "
        + "or wrong.", example: 1,
        from: 0, to: LargestCost);

    private static readonly ProjectOption<string?> AmountOption = ProjectOption.Text(
        "--amount", "COLUMN", "none", "Column with the amount that a miss loses; --cost-miss then multiplies it.");

    private static readonly ProjectOption<int> CapacityOption = new(
        "--capacity", "N", "Most reviews a day, or whatever --time counts; without it, per "
        + "1,000 rows.", 0, "any number",
        "a whole number from 1", "50",
        (string given, out int most) => int.TryParse(given, out most) && most >= 1);

    private static readonly ProjectOption<string?> TimeOption = ProjectOption.Text(
        "--time", "COLUMN", "none", "Column that orders the rows: the past trains, the future tests.");

    private static readonly ProjectOption<double?> DeployedRateOption = ProjectOption.OptionalNumber(
        "--deployed-rate", "three times the base rate",
        "Base rate where the model will be used, simulated from test rows.", example: 0.01, from: 0.0001, to: 0.9999);

    public static IReadOnlyList<ProjectOption> All { get; } =
        [CostMissOption, CostFalseAlarmOption, CostReviewOption, AmountOption, CapacityOption, TimeOption, DeployedRateOption];

    /// <summary>Resamples of rows for intervals.</summary>
    public int Resamples => Quick ? 500 : 2000;

    public static DecisionOptions Checked(ParsedOptions parsed)
    {
        int capacity = parsed.Of(CapacityOption);
        var options = new DecisionOptions(
            parsed.Of(CostMissOption), parsed.Of(CostFalseAlarmOption), parsed.Of(CostReviewOption), parsed.Of(AmountOption),
            capacity == 0 ? null : capacity, parsed.Of(TimeOption), parsed.Of(DeployedRateOption), parsed.Common.Quick);
        if (parsed.Common.DataFile is null && options.Time is not null)
        {
            throw new UserMistakeException(
                "--time names a column of your own file, and --data was not given: the payments already have "
                + "their weeks.");
        }
        if (options.DeployedRate is not null && (parsed.Common.DataFile is null || options.Time is not null))
        {
            throw new UserMistakeException(
                "--deployed-rate says which base rate to imagine where no later rows show one; "
                + "here the latest rows show it: leave the option out"
                + (options.Time is null ? ", or give --data." : ", or --time."));
        }

        CostSense.Checked(options.Costs(parsed.Common.DataFile is null), options.Amount is not null);
        return options;
    }

    /// <summary>The costs as asked for, or those of the data's own story.</summary>
    /// <param name="isStory">Whether the data are the payments.</param>
    /// <param name="areCalls">Whether they are the calls of a bank: a customer who would have signed is worth ten calls in vain.</param>
    public ErrorCosts Costs(bool isStory, bool areCalls = false) => new(
        CostMiss ?? (isStory ? 100 : areCalls ? CallMissed : 10), CostFalseAlarm ?? (isStory ? 4 : areCalls ? CallInVain : 1))
    {
        Review = CostReview ?? (isStory ? 1 : 0),
    };

    private const double CallMissed = 50, CallInVain = 5;

    /// <summary>Whether both costs are those of the data's own story.</summary>
    public bool AreCostsTheStorys => CostMiss is null && CostFalseAlarm is null;
}
