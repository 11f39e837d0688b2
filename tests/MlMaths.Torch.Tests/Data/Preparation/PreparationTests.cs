using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class PreparationTests
{
    private const int Rows = 60;

    /// <summary>Rows whose first half differs from the second in every statistic that can be learnt.</summary>
    private static Dataset Planted()
    {
        StringBuilder text = new("amount,kind,flag,rare,y\n");
        for (int row = 0; row < Rows; row++)
        {
            bool early = row < Rows / 2;
            string amount = row % 3 == 0 ? "" : early ? $"{row % 7 + 1}" : $"{900 + row % 5}.5";
            string kind = early ? new[] { "a", "a", "b" }[row % 3] : new[] { "b", "c", "c", "c" }[row % 4];
            string rare = early ? row % 5 == 0 ? "seldom" : "often" : row % 2 == 0 ? "seldom" : "new";
            string flag = (early ? row % 4 : row % 3) == 0 ? "up" : "down";
            text.Append($"{amount},{kind},{flag},{rare},{(row % 2 == 0 ? "no" : "yes")}\n");
        }

        return Tables.Read(text.ToString());
    }

    private static DataSplit Halves(Dataset rows) => DataSplit.Of(
        rows, [.. Enumerable.Range(0, Rows / 2)], [], [.. Enumerable.Range(Rows / 2, Rows / 2)]);

    [Fact]
    public void Held_out_rows_change_nothing_that_is_learnt()
    {
        Dataset whole = Planted();
        FittedPreparation fitted = Preparation.Fit(Halves(whole).Training);
        Dataset alone = Tables.Read(Lines(whole, Rows / 2));
        FittedPreparation early = Preparation.Fit(DataSplit.None(alone).Training);

        Assert.Equal(early.FeatureNames, fitted.FeatureNames);
        Assert.Equal(early.Columns.Select(column => column.Reference), fitted.Columns.Select(column => column.Reference));
        Assert.Equal(early.Columns.Select(column => column.Filled), fitted.Columns.Select(column => column.Filled));
        double[] expected = early.Apply(alone).Features.ToArray();
        Assert.Equal(expected, fitted.Apply(whole).Features.ToArray()[..expected.Length]);
        Assert.Equal(["amount", "amount missing", "kind = b", "flag = up", "rare = seldom"], fitted.FeatureNames);
    }

    [Fact]
    public void A_level_that_no_training_row_has_is_the_reference_and_is_counted()
    {
        FittedPreparation fitted = Preparation.Fit(Halves(Planted()).Training);
        Dataset made = fitted.Apply(Planted());
        int kind = made.ColumnNames.ToList().IndexOf("kind = b");
        for (int row = Rows / 2; row < Rows; row++)
            Assert.Equal(row % 4 == 0 ? 1 : 0, made.Row(row)[kind]);
        Assert.Equal(Enumerable.Range(Rows / 2, Rows / 2).Count(row => row % 4 != 0), fitted.Columns[1].UnseenRows);
    }

    [Fact]
    public void A_gap_of_a_held_out_row_is_filled_with_the_median_of_the_training_rows()
    {
        Dataset whole = Planted();
        Dataset made = Preparation.Fit(Halves(whole).Training).Apply(whole);
        double[] early = [.. Enumerable.Range(0, Rows / 2).Where(row => row % 3 != 0).Select(row => row % 7 + 1.0).Order()];
        Assert.Equal((early[9] + early[10]) / 2, made.Row(57)[0]);
        Assert.Equal(1, made.Row(57)[1]);
    }

    [Fact]
    public void Another_fold_learns_anew()
    {
        Dataset made = Preparation.Fit(Halves(Planted()).Training).Apply(Planted());
        TrainingPart late = DataSplit.Of(made, [.. Enumerable.Range(Rows / 2, Rows / 2)], [], []).Training;
        TrainingPart refitted = Preparation.Refit(late);
        Assert.Equal(["amount", "amount missing", "kind = b", "flag = up", "rare = seldom"], refitted.Whole.ColumnNames);
        Assert.Equal(902.5, Assert.Single(refitted.Whole.Column(0)[..3].Where((_, row) => row % 3 == 0)));
        Assert.Equal(late.Rows, refitted.Rows);
    }

    [Fact]
    public void Rare_levels_are_one()
    {
        StringBuilder text = new("kind,x,y\n");
        for (int row = 0; row < 200; row++)
        {
            string kind = row switch { < 120 => "common", < 190 => "usual", < 193 => "odd", < 196 => "strange", _ => "usual" };
            text.Append($"{kind},{row % 17},{row % 2}\n");
        }

        FittedPreparation fitted = Preparation.Fit(DataSplit.None(Tables.Read(text.ToString())).Training);
        Assert.Equal(["kind = usual", "kind = other", "x"], fitted.FeatureNames);
        Assert.Equal(["odd", "strange"], fitted.Columns[0].Pooled);
        Assert.Equal([2, 2, 4, 10, 10], new[] { 10, 100, 200, 500, 100_000 }.Select(RareLevels.FewestRows));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)] // two in a hundred
    public void A_gap_is_a_column_of_its_own_where_enough_rows_have_one(int gaps, bool isTold)
    {
        string csv = "a,b,y\n" + string.Concat(Enumerable.Range(0, 100)
            .Select(row => $"{(row < gaps ? "" : $"{row * 7 % 100}")},{row * 11 % 100},{row % 2}\n"));
        FittedPreparation fitted = Preparation.Fit(DataSplit.None(Tables.Read(csv)).Training);
        Assert.Equal(isTold ? ["a", "a missing", "b"] : ["a", "b"], fitted.FeatureNames);
    }

    [Fact]
    public void Numbers_without_gaps_stay_bit_for_bit()
    {
        Dataset read = Tables.Read("a,b,y\n0.1,1e-9,no\n0.2,3,yes\n0.30000000000000004,-7,no\n");
        FittedPreparation fitted = Preparation.Fit(DataSplit.None(read).Training);
        Assert.Same(read, fitted.Apply(read));
        Assert.Equal([0.1, 1e-9, 0.2, 3, 0.30000000000000004, -7], read.Features.ToArray());
    }

    [Fact]
    public void A_column_called_as_a_level_of_another_keeps_its_own_name()
    {
        Dataset read = Tables.Read("kind,kind = b,y\na,1,no\na,2,yes\nb,4,no\nb,9,yes\na,7,no\n");
        Assert.Equal(["kind = b", "kind = b (2)"], Preparation.Fit(DataSplit.None(read).Training).FeatureNames);
    }

    private static string Lines(Dataset whole, int rows)
    {
        RawTable table = whole.Raw!.Table;
        return string.Concat(Enumerable.Range(-1, rows + 1).Select(row => string.Join(',', table.Columns.Select(plan =>
            row < 0 ? plan.Column.Name : plan.Column.Text(row) ?? "")) + "\n"));
    }
}
