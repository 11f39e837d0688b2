using System.Text;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What makes no sense to project 4 gets exit code 2, one helpful sentence, and no run folder.</summary>
public sealed class NetBadInputTests
{
    [Theory]
    [InlineData("--positive=yes", "--positive")]
    [InlineData("--hidden=0", "'0'")]
    [InlineData("--hidden=128,,64", "'128,,64'")]
    [InlineData("--hidden=5000", "1 to 4096")]
    [InlineData("--hidden=1,2,3,4,5,6,7,8,9", "one to 8")]
    [InlineData("--activation=softplus", "relu, tanh, gelu, sigmoid")]
    [InlineData("--activation=2", "'2'")]
    [InlineData("--rate=0", "'0'")]
    [InlineData("--dropout=1", "'1'")]
    [InlineData("--penalty=-1", "'-1'")]
    [InlineData("--rule=lion", "adamw")]
    [InlineData("--epochs=0", "'0'")]
    [InlineData("--search=5", "at least --search 150")]
    [InlineData("--threads=0", "1 to 256")]
    [InlineData("--gradients=numeric", "autograd")]
    [InlineData("--data=wein", "wein")]
    public void An_option_that_makes_no_sense(string option, string named) => Refused(named, option);

    [Fact]
    public void The_SIMD_gradient_and_a_net_that_it_does_not_know() =>
        Refused("--gradients tensor", "--gradients", "simd", "--activation", "tanh");

    [Fact]
    public void Pictures_and_a_table_at_once() => Refused("one or the other", "--idx", "mnist", "--data", "digits");

    [Fact]
    public void A_folder_without_pictures()
    {
        DirectoryInfo empty = Directory.CreateTempSubdirectory("mlmaths-");
        Refused("images", "--idx", empty.FullName);
        empty.Delete();
    }

    [Fact]
    public void One_class_only()
    {
        using CsvFile file = Rows(40, _ => "same");
        Refused("at least two classes", "--data", file.Path, "--target", "kind");
    }

    [Fact]
    public void A_target_that_is_a_number_and_no_class()
    {
        using CsvFile file = Rows(400, row => $"{row}.5");
        Refused("is a number with 400 values", "--data", file.Path, "--target", "kind");
    }

    [Fact]
    public void A_class_of_two_rows()
    {
        using CsvFile file = Rows(60, row => row < 2 ? "rare" : row % 2 == 0 ? "x" : "y");
        Refused("'rare'", "--data", file.Path, "--target", "kind");
    }

    [Fact]
    public void Words_among_the_numbers()
    {
        using var file = new CsvFile("a,b,kind\n1,7,x\n2,bert,y\n5,8,x\n");
        Refused("'bert'", "--data", file.Path, "--target", "kind");
    }

    private static CsvFile Rows(int rows, Func<int, string> kind)
    {
        StringBuilder text = new("a,b,kind\n");
        for (int row = 0; row < rows; row++)
            text.Append(FormattableString.Invariant($"{row},{row * row % 7},{kind(row)}\n"));
        return new CsvFile(text.ToString());
    }

    private static void Refused(string named, params string[] arguments)
    {
        using var run = new NetRunOf([.. arguments, "--quick"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'), line => !line.StartsWith("Ready to copy: ", StringComparison.Ordinal));
    }
}
