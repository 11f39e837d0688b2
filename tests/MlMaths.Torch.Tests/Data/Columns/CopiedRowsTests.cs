using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Equal rows of a file are counted, and told from rows that agree by chance.</summary>
public sealed class CopiedRowsTests
{
    [Fact]
    public void Copies_are_counted_whatever_numbers_them()
    {
        // Five rows of many values, each there twice; the number of the row differs in copies.
        CopiedRows copied = Of(["id,size,kind,y", .. Enumerable.Range(0, 40)
            .Select(row => $"{row},{row % 20 * 137 % 97}.5,k{row % 20 % 4},{row % 2}")]);
        Assert.Equal(20, copied.Copies);
        Assert.Equal(3, copied.ClusterOf[23]);
        Assert.Equal(3, copied.ClusterOf[3]);
    }

    [Fact]
    public void Pairs_by_chance_follow_from_how_often_two_rows_agree_in_each_column()
    {
        string[] lines = ["a,b,y", .. Enumerable.Range(0, 60).Select(row => $"{row % 3},{row / 3 % 4},{row % 2}")];
        CopiedRows copied = Of(lines);
        // By the definition: every pair of rows, column by column.
        string[][] cells = [.. lines.Skip(1).Select(line => line.Split(','))];
        (int I, int J)[] pairs = [.. Enumerable.Range(0, 60).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))];
        double Agreeing(int column) => pairs.Average(pair => cells[pair.I][column] == cells[pair.J][column] ? 1.0 : 0);
        Assert.Equal(60 * 59 / 2.0 * Agreeing(0) * Agreeing(1), copied.ByChance, 1e-9);
        Assert.Equal(48, copied.Copies);
        Assert.False(copied.AreCopies);
    }

    [Fact]
    public void Equal_rows_of_measurements_are_copies()
    {
        CopiedRows copied = Of(["a,b,y", .. Enumerable.Range(0, 300)
            .Select(row => $"{row % 299 * 37 % 299}.25,{row % 299 * 91 % 293}.75,{row % 299 % 2}")]);
        Assert.Equal((1, true), (copied.Copies, copied.AreCopies));
    }

    private static CopiedRows Of(string[] lines)
    {
        using var file = new CsvFile(string.Join('\n', lines));
        return CopiedRows.Of(CsvDataset.Read(file.Path, "y").Raw!);
    }
}
