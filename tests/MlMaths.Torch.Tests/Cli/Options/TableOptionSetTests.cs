using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Tests.Cli;

public sealed class TableOptionSetTests
{
    [Theory]
    [InlineData("--no-header", true, "--no-header says that there are no such lines")]
    [InlineData("--names", "a,b", "--names gives the names itself")]
    public void Names_come_from_lines_of_the_file_or_from_elsewhere(string other, object value, string why)
    {
        Dictionary<ProjectOption, object?> given = new() { [Option("--header-lines")] = 2, [Option(other)] = value };
        var refused = Assert.Throws<UserMistakeException>(() => TableOptionSet.From(given));
        Assert.Equal(
            $"--header-lines takes the names of the columns from lines of the file, and {why}: leave out one of the two, "
            + "or skip those lines with --skip-lines.", refused.Message);
    }

    [Fact]
    public void One_header_line_contradicts_nothing() => Assert.True(TableOptionSet.From(new Dictionary<ProjectOption, object?>
    {
        [Option("--header-lines")] = 1,
        [Option("--no-header")] = true,
    }).NoHeader);

    private static ProjectOption Option(string name) => TableOptionSet.All.Single(option => option.Name == name);
}
