using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Tests.House;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>learn check N --data FILE</c> as one types it.</summary>
public sealed class OwnRowsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-own-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Own_scores_are_counted_by_ones_own_code()
    {
        string data = File("scores.csv", "id,truth,p\n1,1,0.9\n2,0,0.5\n3,1,0.4\n4,0,0.1\n5,0,0.2\n6,1,0.8\n");
        (int code, string output) = Check("4", data, "--target", "truth", "--score", "p");
        Assert.Equal(0, code);
        Assert.Contains("Matrix     [[2, 1], [1, 2]]", output, StringComparison.Ordinal);
        Assert.Contains("Precision  0.6667", output, StringComparison.Ordinal);
        Assert.Contains("not defined", Check("4", data, "--target", "truth", "--score", "p", "--threshold", "2").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Own_measures_have_their_components_by_name()
    {
        string data = File("four.csv", "a,b,c,d\n" + string.Concat(Enumerable.Range(0, 12)
            .Select(i => FormattableString.Invariant($"{10 * i},{i % 3},{i % 5 * 0.1},{i % 7 * 0.02}\n"))));
        (int code, string output) = Check("2", data);
        Assert.Equal(0, code);
        Assert.Contains("PC1  100 % of the variance: ", output, StringComparison.Ordinal);
        Assert.Contains("1.00 'a'", output.Replace("−1.00", "1.00", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Your methods take four columns of numbers, and 'f.csv' has 2", "2", "")]
    [InlineData("--target COLUMN --score COLUMN", "4", "")]
    [InlineData("no column of numbers named 'q'", "4", "--target=y --score=q")]
    [InlineData("Splits into quarters need", "6", "--target=y")]
    [InlineData("--data goes with the exercises 2, 4, 6", "7", "")]
    public void A_file_that_does_not_fit_is_refused_in_a_sentence(string says, string exercise, string more)
    {
        string[] typed = ["learn", "check", exercise, "--data", File("f.csv", "x,y\n1,1\n2,0\n3.5,1\n"),
            .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Command ended = ExercisesProcess.Run(_folder.FullName, typed);
        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(says, ended.Output, StringComparison.Ordinal);
    }

    private string File(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return name;
    }

    private (int Code, string Output) Check(string exercise, string data, params string[] more)
    {
        string answer = File("answer.cs", Alternatives.First(ExerciseText.Approaches(ExerciseCatalogue.Known(exercise))[0].Text));
        Command ended = ExercisesProcess.Run(_folder.FullName, ["learn", "check", exercise, "--file", answer, "--data", data, .. more]);
        return (ended.ExitCode, ended.Output);
    }
}
