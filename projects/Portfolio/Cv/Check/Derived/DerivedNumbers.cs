using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>What follows from the measurements of a run, and stands in CVs instead of them.</summary>
internal static class DerivedNumbers
{
    public static IEnumerable<Measurement> Of(FinishedRun run, RowCounts rows) =>
    [
        .. run.Measurements.SelectMany(RatesOfErrors.With), .. OutcomeCounts.Of(run.Measurements, rows), .. BaseRates.Of(rows),
        .. RelativeDifferences.Of(run.Measurements), .. SpeedRatios.Of(run.Measurements), .. SummedShares.Of(run.Measurements),
        .. SignShares.Of(run), .. CostRatios.Of(run.Measurements),
    ];
}
