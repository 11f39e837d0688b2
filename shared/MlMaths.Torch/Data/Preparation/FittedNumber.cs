using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// A column of numbers: each as it is, a missing one as the median of the training rows,
///
/// x̃ᵢ = xᵢ, or median{ xₖ : k trains and xₖ is there }     [n]
/// mᵢ = 1 where xᵢ is missing, else 0                        [n]   where enough training rows lack it
///
/// The median, because a wild value does not move it; m, because a model can then undo what the median claims.
/// </summary>
internal sealed class FittedNumber : FittedColumn
{
    // Where no row of the file lacks a value, the median and the ends are only asked for by who keeps them.
    private readonly Lazy<double> _median;
    private readonly Lazy<(double Lowest, double Highest)?> _ends;
    private readonly bool _hasValue, _tellsMissing;

    private FittedNumber(
        ColumnPlan plan, Lazy<double> median, Lazy<(double, double)?> ends, bool hasValue, bool tellsMissing) : base(plan)
    {
        (_median, _ends, _hasValue, _tellsMissing) = (median, ends, hasValue, tellsMissing);
        Features = [.. hasValue ? [plan.Column.Name] : (string[])[], .. tellsMissing ? [$"{plan.Column.Name} missing"] : (string[])[]];
    }

    public override IReadOnlyList<string> Features { get; }

    public override string? Filled => Plan.Column.Missing == 0 ? null
        : _hasValue ? $"the median of the training rows, {YearNumbers.Or(_median.Value, Name, median => NumberText.Of(median))}"
        : "nothing: no training row has a value";

    internal override LearntColumn Learnt => new(ColumnRecipe.Number, _median.Value, _hasValue, _tellsMissing)
    {
        Lowest = _ends.Value?.Lowest,
        Highest = _ends.Value?.Highest,
    };

    public static FittedNumber Restore(ColumnPlan plan, LearntColumn learnt) =>
        new(plan, new(learnt.Fill),
            new(learnt is { Lowest: { } low, Highest: { } high } ? (low, high) : ((double, double)?)null),
            learnt.HasValue, learnt.TellsMissing);

    public static FittedNumber Fit(ColumnPlan plan, int[] training)
    {
        double[] numbers = plan.Column.NumbersOfRows!;
        if (plan.Column.Missing == 0)
        {
            return new(plan, new(() => Quantiles.Of(Array.ConvertAll(training, row => numbers[row])).Median),
                new(() => (training.Min(row => numbers[row]), training.Max(row => numbers[row]))), hasValue: true, tellsMissing: false);
        }

        double[] present = [.. training.Select(row => numbers[row]).Where(number => !double.IsNaN(number))];
        return new(plan, new(present.Length > 0 ? Quantiles.Of(present).Median : 0),
            new(present.Length > 0 ? (present.Min(), present.Max()) : ((double, double)?)null), present.Length > 0,
            !plan.HasNoIndicator && training.Length - present.Length >= RareLevels.FewestRows(training.Length));
    }

    internal override void Write(RawColumn column, int[] rows, double[] features, int at, int stride)
    {
        double[] numbers = column.NumbersOfRows ?? throw new UserMistakeException(
            $"The column {Quoted.Value(Name)} holds texts, and it held numbers where the model was trained: correct it.");
        if (_hasValue)
        {
            int to = at++;
            foreach (int row in rows)
            {
                features[to] = double.IsNaN(numbers[row]) ? _median.Value : numbers[row];
                to += stride;
            }
        }

        if (_tellsMissing) WriteMissing(column, rows, features, at, stride);
    }

    internal override OutsideNumbers? Outside(RawColumn column, int[] rows)
    {
        if (_ends.Value is not var (low, high) || column.NumbersOfRows is not { } numbers) return null;
        double[] beyond = [.. rows.Select(row => numbers[row]).Where(number => number < low || number > high)];
        return beyond.Length == 0 ? null : new(beyond.Length, low, high, beyond.MaxBy(number => Math.Max(low - number, number - high)));
    }
}
