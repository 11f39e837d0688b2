using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>One unit for all columns.</summary>
public sealed class RangeScalerTests
{
    [Fact]
    public void Every_column_is_divided_by_the_same_number()
    {
        FittedScaler scaler = Fit("a,b,y\n0,4,u\n16,8,v\n");
        Assert.Equal([8, 8], scaler.Means);
        Assert.Equal([8, 8], scaler.Deviations);
    }

    [Fact]
    public void Training_rows_lie_between_minus_one_and_one()
    {
        Dataset digits = DatasetCatalogue.Load("digits");
        DataSplit split = StratifiedSplit.Of(digits, 1);
        Dataset scaled = RangeScaler.Fit(split.Training).Transform(split.Training);
        double[] all = [.. Enumerable.Range(0, scaled.Rows).SelectMany(row => scaled.Row(row).ToArray())];
        Assert.Equal((-1, 1), (all.Min(), all.Max()));
    }

    [Theory]
    [InlineData(3, 3, 3, 1)] // centred, and not divided by nothing
    [InlineData(-1.5e308, 1.5e308, 0, 1.5e308)] // no overflow
    public void Ranges_at_the_ends_of_what_numbers_can_be(double low, double high, double middle, double half)
    {
        double between = low / 2 + high / 2;
        Dataset rows = new("ends", ["a", "b"], [low, between, high, between], "y", ["u", "v"], new("here", "none", "none"));
        FittedScaler scaler = RangeScaler.Fit(DataSplit.None(rows).Training);
        Assert.Equal([middle, middle], scaler.Means);
        Assert.Equal([half, half], scaler.Deviations);
    }

    private static FittedScaler Fit(string csv)
    {
        using var file = new CsvFile(csv);
        return RangeScaler.Fit(DataSplit.None(CsvDataset.Read(file.Path, new ColumnRoles("y"))).Training);
    }
}
