using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A year of drawn payments as a finished model would see it; its true probabilities at the usual rate are the score.</summary>
internal sealed record WatchedYear(Dataset Rows, ScoredRows Reference, ScoredRows Test, ScoredRows Deployment)
{
    public static readonly ErrorCosts Costs = new(100, 4) { Review = 1 };

    public static WatchedYear Draw(int rows, int seed)
    {
        var year = YearOfPayments.Draw(rows, seed);
        return new WatchedYear(year.Rows, Part(year, 25, 32), Part(year, 33, 40), Part(year, 41, 52));
    }

    public static DecisionOptions Options(bool quick) => new(null, null, null, null, null, null, null, quick);

    public MonitorFindings Watch(int seed, bool quick = true) =>
        MonitorFindings.Of(Rows, Reference, Test, Deployment, Costs, Costs.ElkanThreshold, Options(quick), seed);

    private static ScoredRows Part(YearOfPayments year, int from, int to)
    {
        IReadOnlyList<double> weeks = year.Rows.Time!.OfRow;
        int[] rows = [.. Enumerable.Range(0, year.Rows.Rows).Where(row => weeks[row] >= from && weeks[row] <= to)];
        return new ScoredRows(
            rows, [.. rows.Select(row => year.Rows.Labels[row] == YearOfPayments.Fraud)],
            [.. rows.Select(
                row => new BaseRateShift(YearOfPayments.BaseRateOf((int)weeks[row]), YearOfPayments.DefaultBaseRate)
                    .Corrected(year.TrueProbabilities[row]))])
        {
            Times = [.. rows.Select(row => weeks[row])],
            Truth = [.. rows.Select(row => year.TrueProbabilities[row])],
        };
    }
}
