using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>What follows from an alarm: an estimate, a moved threshold, and whether a column drifted too.</summary>
internal static class AlarmConsequences
{
    private const int Window = 1000, Month = 4600, ReferenceRows = 9000, CoverageRows = 3000;
    private const double Level = 0.01;

    private static readonly ErrorCosts Costs = new(100, 4) { Review = 1 };

    private static readonly ErrorCosts CheaperMiss = new(10, 1);

    public static IEnumerable<AlarmRate> Measured(int worlds)
    {
        foreach (int rows in new[] { Window, Month })
        {
            yield return Regret("tripled; a miss costs 100 and a false alarm 4 and a review 1", 0.012, 3, rows, Costs, worlds);
            yield return Regret("doubled; a miss costs 10 and a false alarm 1", 0.1, 2, rows, CheaperMiss, worlds);
            yield return Regret("halved; a miss costs 10 and a false alarm 1", 0.1, 0.5, rows, CheaperMiss, worlds);
            yield return Regret("a tenth; a miss costs 10 and a false alarm 1", 0.37, 0.1, rows, CheaperMiss, worlds);
        }

        yield return Coverage("tripled", 0.012, 3, ReferenceRows, worlds);
        yield return Coverage("doubled", 0.1, 2, CoverageRows, worlds);
        foreach (AlarmRate rate in Drift(Math.Max(1, worlds / 10)))
            yield return rate;
    }

    /// <summary>1 − (regret at the estimated rate) / (regret at the old threshold), each the mean over worlds; costs are exact.</summary>
    private static AlarmRate Regret(string name, double rate, double factor, int rows, ErrorCosts costs, int worlds)
    {
        var world = new AlarmWorld(rate);
        double now = factor * rate, least = world.CostAt(new BaseRateShift(rate, now).OldThresholdFor(costs.ElkanThreshold), now, costs);
        double left = world.CostAt(costs.ElkanThreshold, now, costs) - least;
        double[] reduced = [.. Enumerable.Range(1, worlds).AsParallel().AsOrdered().Select(seed =>
        {
            (bool[] labels, double[] before) = world.Draw(rate, ReferenceRows, seed);
            TunedProbabilities tuned = new LabelledReference(labels, before).AsItIs;
            double estimate = WindowEstimates.Inside(
                WindowEstimates.RateOf(tuned, world.Draw(now, rows, seed + 500_000).Probabilities), rows);
            double moved = tuned.ThresholdAt(costs.ElkanThreshold, estimate) ?? costs.ElkanThreshold;
            return 1 - (world.CostAt(moved, now, costs) - least) / left;
        })];
        return AlarmTables.Rate("regret", name, rate, ReferenceRows, rows, 0, reduced);
    }

    private static AlarmRate Coverage(string name, double rate, double factor, int reference, int worlds)
    {
        var world = new AlarmWorld(rate);
        double[] held = [.. Enumerable.Range(1, worlds).AsParallel().AsOrdered().Select(seed =>
        {
            (bool[] labels, double[] before) = world.Draw(rate, reference, seed + 7000);
            var window = UnlabelledWindow.CalledAt(Costs.ElkanThreshold, world.Draw(factor * rate, Window, seed + 900_000).Probabilities);
            WindowEstimate estimate = WindowEstimates.Of(
                new LabelledReference(labels, before), [window], Costs.ElkanThreshold, Costs, seed, resamples: 100)[0];
            return estimate.BaseRate.Contains(factor * rate) ? 1.0 : 0;
        })];
        Interval share = WilsonInterval.Of((long)held.Sum(), worlds);
        return new AlarmRate("coverage", name, rate, reference, Window, 0, share.Value!.Value, share.Low!.Value, share.High!.Value, worlds);
    }

    /// <summary>Weeks of drawn payments: before the sums rise only the base rate is to be named, and from then on the sums too.</summary>
    private static IEnumerable<AlarmRate> Drift(int years)
    {
        int[][] verdicts = [.. Enumerable.Range(101, years).AsParallel().AsOrdered().Select(Verdicts)];
        string[] names =
        [
            "weeks without drift in which no column is named", "weeks with drift in which the amount is named",
            "weeks with drift in which the amount alone is named",
        ];
        int[] totals = [YearOfPayments.FirstDriftedWeek - 33, 53 - YearOfPayments.FirstDriftedWeek, 53 - YearOfPayments.FirstDriftedWeek];
        for (int k = 0; k < names.Length; k++)
        {
            Interval share = WilsonInterval.Of(verdicts.Sum(one => one[k]), (long)years * totals[k]);
            yield return new AlarmRate(
                "drift", names[k], YearOfPayments.DefaultBaseRate, 9231, 1154, Level, share.Value!.Value,
                share.Low!.Value, share.High!.Value, years);
        }
    }

    // The true probabilities at the usual rate are the score.
    private static int[] Verdicts(int seed)
    {
        var year = YearOfPayments.Draw(seed: seed);
        IReadOnlyList<double> weeks = year.Rows.Time!.OfRow;
        double[] score = [.. year.TrueProbabilities.Select((p, row) =>
            new BaseRateShift(YearOfPayments.BaseRateOf((int)weeks[row]), YearOfPayments.DefaultBaseRate).Corrected(p))];
        int[] reference = [.. Enumerable.Range(0, year.Rows.Rows).Where(row => weeks[row] is >= 25 and <= 32)];
        bool[] labels = [.. reference.Select(row => year.Rows.Labels[row] == YearOfPayments.Fraud)];
        TunedProbabilities tuned = new LabelledReference(labels, Of(score, reference)).AsItIs;
        var drift =
            new MixtureDriftTest([.. year.Rows.ColumnNames, "the score"], Columns(reference), labels, tuned.Of(Of(score, reference)));
        int[] verdicts = new int[3];
        for (int week = 33; week <= YearOfPayments.Weeks; week++)
        {
            int[] rows = [.. Enumerable.Range(0, year.Rows.Rows).Where(row => weeks[row] == week)];
            string[] named = [.. drift.Test(Columns(rows), WindowEstimates.RateOf(tuned, Of(score, rows)), seed + week)
                .Where(column => column.AdjustedPValue <= Level)
                .Select(column => column.Column)];
            if (week < YearOfPayments.FirstDriftedWeek)
            {
                verdicts[0] += named.Length == 0 ? 1 : 0;
            }
            else
            {
                (verdicts[1], verdicts[2]) =
                    (verdicts[1] + (named.Contains("amount") ? 1 : 0), verdicts[2] + (named is ["amount"] ? 1 : 0));
            }
        }

        return verdicts;

        double[][] Columns(int[] rows) =>
            [
                .. Enumerable.Range(0, year.Rows.Columns).Select(column => Of(year.Rows.Column(column), rows)),
                Of(score, rows),
            ];
    }

    private static double[] Of(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
