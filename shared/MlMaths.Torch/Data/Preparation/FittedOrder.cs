using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// A column of texts with an order: 0 for the lowest level, 1 for the next. One number, so that a model may say “the more, the more”,
/// at the price that every step counts the same. A missing cell is taken as the median place of the training rows.
/// </summary>
internal sealed class FittedOrder : FittedColumn
{
    private readonly Dictionary<string, int> _placeOf;
    private readonly SeenLevels _seen;
    private readonly double _median;
    private readonly bool _tellsMissing;

    private FittedOrder(ColumnPlan plan, double median, bool tellsMissing) : base(plan)
    {
        _placeOf = plan.Order!.Distinct().Index().ToDictionary(level => level.Item, level => level.Index);
        _seen = new(_placeOf.Keys);
        (_median, _tellsMissing) = (median, tellsMissing);
        Features = [plan.Column.Name, .. tellsMissing ? [$"{plan.Column.Name} missing"] : (string[])[]];
    }

    public override IReadOnlyList<string> Features { get; }

    public override IReadOnlyList<string> Levels => Plan.Order!;

    public override string? Filled => Plan.Column.Missing == 0 ? null : $"the median place of the training rows, {NumberText.Of(_median)}";

    internal override LearntColumn Learnt => new(ColumnRecipe.Order, _median, TellsMissing: _tellsMissing) { Own = Levels };

    public static FittedOrder Restore(ColumnPlan plan, LearntColumn learnt) => new(plan, learnt.Fill, learnt.TellsMissing);

    public static FittedOrder Fit(ColumnPlan plan, int[] training)
    {
        var placed = new FittedOrder(plan, 0, tellsMissing: false);
        double[] present = [.. training.Where(row => !plan.Column.IsMissing(row)).Select(row => placed.PlaceOf(plan.Column.Text(row)!))];
        return new(plan, present.Length > 0 ? Quantiles.Of(present).Median : 0,
            plan.Column.Missing > 0 && !plan.HasNoIndicator && training.Length - present.Length >= RareLevels.FewestRows(training.Length));
    }

    internal override void Write(RawColumn column, int[] rows, double[] features, int at, int stride)
    {
        int to = at;
        foreach (int row in rows)
        {
            features[to] = column.IsMissing(row) ? _median : PlaceOf(column.Text(row)!);
            to += stride;
        }

        if (_tellsMissing) WriteMissing(column, rows, features, at + 1, stride);
    }

    internal override int CountUnseen(RawColumn column, int[] rows) =>
        rows.Count(row => !column.IsMissing(row) && _seen.Of(column.Text(row)!) is null);

    internal override IReadOnlyList<StrangeLevel> StrangeLevels(RawColumn column, int[] rows) =>
        _seen.Strange(column, rows, "the middle of the order, as a missing one is");

    // A level that nobody ordered stands in the middle, as a missing one does.
    private double PlaceOf(string level) => _seen.Of(level) is { } meant ? _placeOf[meant] : _median;
}
