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

    [Fact]
    public void Rows_that_never_change_are_centred() =>
        Assert.Equal(([3, 3], [1, 1]), Numbers(Fit("a,b,y\n3,3,u\n3,3,v\n")));

    [Fact]
    public void The_largest_numbers_do_not_overflow() =>
        Assert.Equal(([0, 0], [1.5e308, 1.5e308]), Numbers(Fit("a,b,y\n-1.5e308,0,u\n1.5e308,0,v\n")));

    private static (IReadOnlyList<double>, IReadOnlyList<double>) Numbers(FittedScaler scaler) => (scaler.Means, scaler.Deviations);

    private static FittedScaler Fit(string csv)
    {
        using var file = new Projects.CsvFile(csv);
        return RangeScaler.Fit(DataSplit.None(CsvDataset.Read(file.Path, new ColumnRoles("y"))).Training);
    }
}
