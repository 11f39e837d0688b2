using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Copies of one case are on one side of every split; without copies nothing is dealt otherwise.</summary>
public sealed class WholeCasesTests
{
    // 120 rows of measurements, every third of them three times.
    private static string[] Lines(bool copies) =>
    [
        "a,b,y", .. Enumerable.Range(0, 120).SelectMany(row => Enumerable.Repeat(
            $"{row * 37 % 120}.{row % 7},{row * 71 % 113}.{row % 5},{(row % 4 == 0 ? "yes" : "no")}", copies && row % 3 == 0 ? 3 : 1)),
    ];

    public static TheoryData<string> Ways => ["stratified", "random", "folds", "random folds"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_case_is_on_two_sides(string way)
    {
        Dataset rows = Read(copies: true);
        Assert.Equal(200, rows.Rows);
        Assert.NotNull(rows.CopyOf);
        for (int seed = 1; seed <= 5; seed++)
        {
            foreach (int[][] sides in Sides(rows, way, seed))
            {
                HashSet<string>[] cases = [.. sides.Select(side => side
                    .Select(row => $"{rows.Row(row)[0]} {rows.Row(row)[1]}").ToHashSet())];
                Assert.Equal(cases.Sum(side => side.Count), cases.SelectMany(side => side).Distinct().Count());
                Assert.Equal(200, sides.Sum(side => side.Length));
            }
        }
    }

    [Fact]
    public void Copies_as_rows_are_cut_by_chance()
    {
        Dataset rows = Read(copies: true).WithCopiesAsRows();
        int[][] sides = Sides(rows, "stratified", 1).First();
        HashSet<string>[] cases = [.. sides.Select(side => side.Select(row => $"{rows.Row(row)[0]} {rows.Row(row)[1]}").ToHashSet())];
        Assert.True(cases[0].Intersect(cases[2]).Any());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Without_copies_the_deal_is_the_same(string way)
    {
        Dataset rows = Read(copies: false);
        Assert.Null(rows.CopyOf);
        Assert.Equal(Sides(rows, way, 3).SelectMany(sides => sides), Sides(rows.WithCopiesAsRows(), way, 3).SelectMany(sides => sides));
    }

    [Fact]
    public void A_part_of_the_rows_knows_its_copies()
    {
        Dataset rows = Read(copies: true), some = rows.Select([2, 0, 1, 3]);
        Assert.Equal([rows.CopyOf![2], rows.CopyOf[0], rows.CopyOf[1], rows.CopyOf[3]], some.CopyOf!);
        Assert.Equal(some.CopyOf![0], some.CopyOf[1]);
    }

    private static IEnumerable<int[][]> Sides(Dataset rows, string way, int seed) => way switch
    {
        "stratified" => [[.. StratifiedSplit.Of(rows, seed).Parts.Select(part => part.Rows)]],
        "random" => [[.. RandomSplit.Of(rows, seed).Parts.Select(part => part.Rows)]],
        "folds" => Folds.Stratified(rows, 5, seed).Select(fold => new[] { fold.Training.Rows, fold.HeldOut.Rows }),
        _ => RandomFolds.Of(rows, 5, seed).Select(fold => new[] { fold.Training.Rows, fold.HeldOut.Rows }),
    };

    private static Dataset Read(bool copies)
    {
        using var file = new CsvFile(string.Join('\n', Lines(copies)));
        return CsvDataset.Read(file.Path, "y");
    }
}
