namespace MlMaths.Torch.Tests.Conventions;

/// <summary>A line is read at a glance, beside its change in a review: prose and tables of numbers too.</summary>
public sealed class WidthTests
{
    private const int Limit = 140;

    [Fact]
    public void No_line_is_wider_than_140_columns() =>
        Convention.Holds(
            SourceTree.Files.Where(IsCSharp).SelectMany(file => TooWide(file, SourceTree.Read(file))),
            "Fold it: arguments below their bracket, operators at the beginning of lines, a sentence as a sum of strings:");

    [Theory]
    [InlineData("// ")]
    [InlineData("/// ")]
    [InlineData("string prose = \"")]
    public void A_planted_wide_line_is_found_with_its_place(string beginning)
    {
        string fits = beginning.PadRight(Limit, 'μ');

        Assert.Equal(["Wide.cs:2 has 141 columns"], TooWide("Wide.cs", $"{fits}\n{fits}μ\n{fits}"));
        Assert.Empty(TooWide("Fits.cs", $"{fits}\r\n{fits}\r\n"));
    }

    private static bool IsCSharp(string file) => file.EndsWith(".cs", StringComparison.Ordinal);

    private static IEnumerable<string> TooWide(string file, string code) =>
        from line in code.Split('\n').Index()
        let columns = line.Item.TrimEnd('\r').Length
        where columns > Limit
        select $"{file}:{line.Index + 1} has {columns} columns";
}
