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
        Assert.Equal(["age", "plan", "grade"], applied.Where(column => column.Missing > 0 && column.Levels.Count == 0)
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

    [Fact]
    public void A_day_beyond_those_of_the_training_rows_is_told_with_the_months_that_they_lack()
    {
        using var training = new CsvFile("when,b,y\n" + string.Concat(Enumerable.Range(0, 56)
            .Select(row => $"2026-{1 + row / 28:00}-{1 + row % 28:00},{row * 7 % 41},{row % 2}\n")));
        FittedPreparation fitted = Preparation.Fit(
            DataSplit.None(CsvDataset.Read(training.Path, new ColumnRoles("y"), new TableOptions { DateParts = true })).Training);
        using var fresh = new CsvFile("when,b\n2026-02-10,5\n2026-07-04,6\n2027-07-04,6\n");
        AppliedColumn when = Assert.Single(Stored(fitted, []).Apply(
            CsvDataset.Read(fresh.Path, new ColumnRoles { TargetMayLack = true, IsOverview = true })).Applied);
        Assert.Equal((2, "2026-01-01", "2026-02-28", "2027-07-04"), (when.Outside!.Rows, when.Shown(when.Outside.Lowest),
            when.Shown(when.Outside.Highest), when.Shown(when.Outside.Farthest)));
        Assert.Contains(when.Levels, level => level is { Level: "July", Rows: 2, TakenAs: "January, which others are compared with" });
    }

    [Fact]
    public void What_to_rename_hides_no_column_that_is_to_be_added()
    {
        using var training = new CsvFile("visits,height,y\n" + string.Concat(Enumerable.Range(0, 40)
            .Select(row => $"{row * 7 % 41},{row * 9 % 41},{row % 2}\n")));
        FittedPreparation fitted = Preparation.Fit(DataSplit.None(CsvDataset.Read(training.Path, "y")).Training);
        using var fresh = new CsvFile("Visits,zz\n1,5\n2,7\n");
        string told = Assert.Throws<UserMistakeException>(() => Stored(fitted, []).Apply(
            CsvDataset.Read(fresh.Path, new ColumnRoles { TargetMayLack = true, IsOverview = true }))).Message;
        Assert.Contains("if 'Visits' is 'visits', rename it; add 'height';", told, StringComparison.Ordinal);
    }

    private static StoredPreparation Stored(FittedPreparation fitted, IReadOnlyList<(string, string)> missingValues) =>
        new([.. fitted.Columns.Select(column => (column.Name, column.Learnt))], missingValues);
}
