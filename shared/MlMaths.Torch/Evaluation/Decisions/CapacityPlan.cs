using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// At most N calls in a unit of time, or in 1,000 rows where there is no time: the threshold becomes a rank. In each unit the N rows
/// are called whose calls are expected to save most, of those that the threshold in use would call.
/// <code>
/// expected saving of a call   sᵢ = pᵢ aᵢ Miss − Review − (1 − pᵢ) FalseAlarm       falls with pᵢ alone where all aᵢ are equal
/// price of the limit          cost with N places − cost with places for all
/// price of one more place     mean over units of s of the first row left out, 0 where none is        the shadow price of N
/// </code>
/// The first price is paid by labels and has an interval; the second one rests on the probabilities, since a single row per unit is
/// too little to be judged by its label.
/// </summary>
/// <param name="Places">N.</param>
/// <param name="HasTime">Whether units are of time, and not of 1,000 rows.</param>
/// <param name="Units">How many units the rows fill; not whole where a unit is 1,000 rows.</param>
/// <param name="Flags">Who is flagged, one per row.</param>
/// <param name="Wanted">Rows that would be called if there were places for all.</param>
/// <param name="FullUnits">Units in which rows are left out.</param>
/// <param name="CutOff">The lowest probability that is called in a unit that is full, its median over those units; null
/// where none is full.</param>
/// <param name="Cost">Per 10,000 rows, with the limit.</param>
/// <param name="Price">What the limit costs per 10,000 rows, paired by row.</param>
/// <param name="ExpectedPrice">The same as the probabilities would have it.</param>
/// <param name="OneMorePlace">What one more place would save per unit, as the probabilities have it.</param>
public sealed record CapacityPlan(
    int Places, bool HasTime, double Units, bool[] Flags, int Wanted, int FullUnits, double? CutOff, Interval Cost, Interval Price,
    double ExpectedPrice, double OneMorePlace)
{
    /// <summary>Rows that are a unit where there is no time.</summary>
    public const int RowsWithoutTime = 1000;

    /// <summary>Allots the places.</summary>
    /// <param name="costs">Costs of the rows.</param>
    /// <param name="probabilities">One per row.</param>
    /// <param name="wanted">Whether a row would be called if there were places for all.</param>
    /// <param name="times">One per row; null without.</param>
    /// <param name="places">N, from 0.</param>
    public static CapacityPlan For(RowCosts costs, double[] probabilities, bool[] wanted, double[]? times, int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        Scores.RequireProbabilities(probabilities);
        Finite.Check(times ?? []);
        IReadOnlyList<CapacityUnit> units = CapacityUnit.Cut(costs, probabilities, wanted, times);
        double count = times is null ? (double)costs.Rows / RowsWithoutTime : units.Count;
        CapacityUnit[] full = [.. units.Where(unit => unit.Ranked.Count > PlacesIn(unit))];
        bool[] flags = [.. wanted];
        foreach (int row in full.SelectMany(LeftOut)) flags[row] = false;

        var paid = RowOutcomes.Of(costs, flags);
        double[] cutOffs = [.. full.Where(unit => PlacesIn(unit) > 0)
            .Select(unit => unit.Ranked.Take(PlacesIn(unit)).Min(row => probabilities[row]))];
        return new CapacityPlan(
            places, times is not null, count, flags, wanted.Count(flag => flag), full.Length,
            cutOffs.Length == 0 ? null : Quantiles.Of(cutOffs).Median,
            CostInterval.Of(paid, PolicyCost.Rows), CostInterval.Of(paid.Less(RowOutcomes.Of(costs, wanted)), PolicyCost.Rows),
            full.SelectMany(LeftOut).Sum(Saving) * PolicyCost.Rows / costs.Rows,
            // Without time one more place in each 1,000 rows is one more for each of as many units.
            times is null
                ? full.Sum(unit => LeftOut(unit).Take((int)Math.Max(1, count)).Average(Saving))
                : full.Sum(unit => Saving(LeftOut(unit).First())) / count);

        int PlacesIn(CapacityUnit unit) => times is null ? (int)((long)places * unit.Rows / RowsWithoutTime) : places;

        IEnumerable<int> LeftOut(CapacityUnit unit) => unit.Ranked.Skip(PlacesIn(unit));

        double Saving(int row) => costs.ExpectedSaving(row, probabilities[row]);
    }
}
