using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>What training rows taught, kept as numbers and words, does to any rows what it did to the file that it came from.</summary>
public sealed class StoredPreparationTests
{
    private static readonly string[] Lines =
    [
        "age,plan,grade,when,note,y", .. Enumerable.Range(0, 90).Select(row => string.Join(
            ',', row % 8 == 0 ? "" : $"{20 + row * 7 % 41}",
            row % 10 == 0 ? "" : row % 3 == 0 ? "plus" : row % 29 == 0 ? "rare" : "basic",
            row % 9 == 0 ? "" : row % 2 == 0 ? "low" : "high",
            $"2026-{1 + row % 12:00}-{1 + row % 28:00}", row % 6 == 0 ? "" : $"text {row}", $"{row % 2}")),
    ];

    [Fact]
    public void The_same_file_gets_the_same_features()
    {
        TableOptions options = new() { DateParts = true, Orders = NameList.Lists("grade=low,high")! };
        using var file = new CsvFile(string.Join('\n', Lines));
        DataSplit all = DataSplit.None(CsvDataset.Read(file.Path, new ColumnRoles("y"), options));
        FittedPreparation fitted = Preparation.Fit(all.Training);
        Dataset prepared = fitted.On(all).Training.Whole;
        StoredPreparation stored = Stored(fitted, []);
        Dataset again = CsvDataset.Read(file.Path, new ColumnRoles { TargetMayLack = true, IsOverview = true });
        (double[] features, IReadOnlyList<AppliedColumn> applied) = stored.Apply(again);
        Assert.Equal(fitted.FeatureNames, stored.FeatureNames);
        Assert.Equal(prepared.Features.ToArray(), features);
        Assert.Equal(["age", "plan", "grade"], applied.Where(column => column.Missing > 0 && column.Unseen == 0)
            .Select(column => column.Column).Take(3));
    }

    [Fact]
    public void A_cell_that_was_never_missing_is_filled_with_the_median_of_the_training_rows()
    {
        using var training = new CsvFile("a,b,y\n" + string.Concat(Enumerable.Range(0, 41)
            .Select(row => $"{row * row},{row * 7 % 41},{row % 2}\n")));
        FittedPreparation fitted = Preparation.Fit(DataSplit.None(CsvDataset.Read(training.Path, "y")).Training);
        using var fresh = new CsvFile("b,a\n1,5\n2,\n-9,7\n");
        (double[] features, _) = Stored(fitted, [("b", "-9")]).Apply(
            CsvDataset.Read(fresh.Path, new ColumnRoles { TargetMayLack = true, IsOverview = true }));
        Assert.Equal([5, 1, 400, 2, 7, 20], features);
    }

    private static StoredPreparation Stored(FittedPreparation fitted, IReadOnlyList<(string, string)> missingValues) =>
        new([.. fitted.Columns.Select(column => (column.Name, column.Learnt))], missingValues);
}
