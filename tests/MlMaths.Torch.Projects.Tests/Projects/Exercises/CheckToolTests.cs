using System.Text.Json;
using MlMaths.Torch.Exercises.Checking;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>check</c> as one types it, with files that somebody may have written; what is graded is a process.</summary>
public sealed class CheckToolTests : IDisposable
{
    private const string Right = "Tensor e = X.mv(w) + b - y; Tensor dw = 2 * X.t().mv(e) / X.size(0); Tensor db = 2 * e.mean();";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-check-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_first_check_puts_a_file_there_and_the_next_leaves_it_alone()
    {
        string output = Check("linear-mse").Ending(3);
        Assert.Contains("a new file for your answer", output, StringComparison.Ordinal);
        Assert.Contains("not written yet", output, StringComparison.Ordinal);
        string file = Path.Combine(_folder.FullName, "my-work", "derivations", "linear-mse.cs");
        File.AppendAllText(file, "// mine\n");

        Assert.Contains("your answer:", Check("linear-mse").Output, StringComparison.Ordinal);
        Assert.EndsWith("// mine\n", File.ReadAllText(file), StringComparison.Ordinal);
        output = Check().Ending(0);
        Assert.Equal(CheckFiles.Names.Count - 1, output.Split("not begun").Length - 1);
    }

    [Fact]
    public void A_right_answer_ends_with_0_and_a_wrong_one_with_3_and_the_likely_mistake()
    {
        string output = Check("linear-mse", "--file", Written(Right)).Ending(0);
        Assert.Contains("All of it is right", output, StringComparison.Ordinal);

        output = Check("linear-mse", "--file", Written(Right.Replace("2 * X", "X", StringComparison.Ordinal)), "--json").Ending(3);
        JsonElement json = JsonDocument.Parse(output).RootElement;
        Assert.Equal("wrong", json.GetProperty("verdict").GetString());
        Assert.Equal(
            ["wrong", "right"],
            json.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("verdict").GetString()));
        Assert.Equal("factor-two", json.GetProperty("parameters")[0].GetProperty("mistakes")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void A_loss_of_ones_own_is_begun_once_and_graded()
    {
        string output = Check("--loss", "mine.cs", "--new").Ending(3);
        Assert.Contains("L = Σ (exp(z) − y ⊙ z)/n", output, StringComparison.Ordinal);
        Check("--loss", "mine.cs", "--new").Ending(2);
        string file = Path.Combine(_folder.FullName, "mine.cs");
        File.WriteAllText(file, File.ReadAllText(file)
            .Replace("= torch.zeros_like(w);", "= X.t().mv((X.mv(w) + b).exp() - y) / X.size(0);", StringComparison.Ordinal)
            .Replace("= torch.zeros_like(b);", "= ((X.mv(w) + b).exp() - y).sum();", StringComparison.Ordinal));
        output = Check("--loss", "mine.cs", "--json").Ending(3);
        JsonElement json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            ["right", "wrong"], json.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("verdict").GetString()));
        Assert.Equal("missing-share", json.GetProperty("parameters")[1].GetProperty("mistakes")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("did you mean 'layer-norm'?", "layernorm")]
    [InlineData("leave out one of the two", "gelu", "--json", "--watch")]
    [InlineData("only one gradient is graded at a time", "gelu", "tanh")]
    [InlineData("--loss nowhere.cs --new puts an example there", "--loss", "nowhere.cs")]
    [InlineData("leave out one of the two", "gelu", "--loss", "nowhere.cs")]
    [InlineData("say in which file", "--new")]
    public void What_makes_no_sense_ends_with_2_and_a_sentence(string says, params string[] arguments)
    {
        string output = Typed.In(_folder, ["check", .. arguments]).Ending(2);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        string output = Check("gelu", "--file", "nowhere.cs").Ending(2);
        Assert.Contains("There is no file", output, StringComparison.Ordinal);
    }

    private Typed Check(params string[] arguments) => ExercisesProcess.Run(_folder.FullName, ["check", .. arguments]);

    private string Written(string code)
    {
        string stub = CheckFiles.StubOf("linear-mse").Text("../.."), file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.cs");
        int from = stub.IndexOf("// ▼", StringComparison.Ordinal), to = stub.IndexOf("// ▲", StringComparison.Ordinal);
        File.WriteAllText(file, $"{stub[..from]}{code}\n{stub[to..]}");
        return file;
    }
}
