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
    // Where no row of the file lacks a value, they are only asked for by who keeps them.
    private readonly Lazy<(double Median, (double Lowest, double Highest)? Ends)> _known;
    private readonly bool _hasValue, _tellsMissing;

    private FittedNumber(ColumnPlan plan, Func<(double, (double, double)?)> known, bool hasValue, bool tellsMissing) : base(plan)
    {
        (_known, _hasValue, _tellsMissing) = (new(known), hasValue, tellsMissing);
        Features = [.. hasValue ? [plan.Column.Name] : (string[])[], .. tellsMissing ? [$"{plan.Column.Name} missing"] : (string[])[]];
    }

    public override IReadOnlyList<string> Features { get; }

    public override string? Filled => Plan.Column.Missing == 0 ? null
        : _hasValue ? $"the median of the training rows, {YearNumbers.Or(_known.Value.Median, Name, median => NumberText.Of(median))}"
        : "nothing: no training row has a value";

    internal override LearntColumn Learnt => new(ColumnRecipe.Number, _known.Value.Median, _hasValue, _tellsMissing)
    {
        Lowest = _known.Value.Ends?.Lowest,
        Highest = _known.Value.Ends?.Highest,
    };

    public static FittedNumber Restore(ColumnPlan plan, LearntColumn learnt) =>
        new(plan, () => (learnt.Fill, learnt.Ends), learnt.HasValue, learnt.TellsMissing);

    public static FittedNumber Fit(ColumnPlan plan, int[] training)
    {
        double[] numbers = plan.Column.NumbersOfRows!;
        if (plan.Column.Missing == 0)
            return new(plan, () => Known(Array.ConvertAll(training, row => numbers[row])), hasValue: true, tellsMissing: false);
        double[] present = [.. training.Select(row => numbers[row]).Where(number => !double.IsNaN(number))];
        return new(plan, () => Known(present), present.Length > 0,
            !plan.HasNoIndicator && training.Length - present.Length >= RareLevels.FewestRows(training.Length));
    }

    private static (double, (double, double)?) Known(double[] present) =>
        present.Length == 0 ? (0, null) : (Quantiles.Of(present).Median, (present.Min(), present.Max()));

    internal override void Write(RawColumn column, int[] rows, double[] features, int at, int stride)
    {
        double[] numbers = column.NumbersOfRows ?? throw new UserMistakeException(
            $"The column {Quoted.Value(Name)} holds texts, and it held numbers where the model was trained: correct it.");
        if (_hasValue)
        {
            int to = at++;
            foreach (int row in rows)
            {
                features[to] = double.IsNaN(numbers[row]) ? _known.Value.Median : numbers[row];
                to += stride;
            }
        }

        if (_tellsMissing) WriteMissing(column, rows, features, at, stride);
    }

    internal override OutsideNumbers? Outside(RawColumn column, int[] rows) =>
        column.NumbersOfRows is { } numbers ? OutsideNumbers.In(numbers, rows, _known.Value.Ends) : null;
}
