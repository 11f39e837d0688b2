using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Own;
using MlMaths.Torch.Exercises.Workbench;

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
        string output = Check("4", data, "--target", "truth", "--score", "p").Ending(0);
        Assert.Contains("Matrix     [[2, 1], [1, 2]]", output, StringComparison.Ordinal);
        Assert.Contains("Precision  0.6667", output, StringComparison.Ordinal);
        Assert.Contains("not defined", Reply("4", new OwnFile(data, "truth", "p", 2)).Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Own_measures_have_their_components_by_name()
    {
        string data = File("four.csv", "a,b,c,d\n" + string.Concat(Enumerable.Range(0, 12)
            .Select(i => FormattableString.Invariant($"{10 * i},{i % 3},{i % 5 * 0.1},{i % 7 * 0.02}\n"))));
        OwnReply seen = Reply("2", new OwnFile(data, null, null, 0.5));
        Assert.Equal((true, 4), (seen.IsRight, seen.Lines.Count));
        Assert.Contains("1.00 'a'", seen.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Own_rows_are_split_in_quarters_of_each_class()
    {
        string data = File("two.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 41)
            .Select(i => FormattableString.Invariant($"{i % 10 + 5 * (i % 2)},{i % 2}\n"))));
        OwnReply seen = Reply("6", new OwnFile(data, "y", null, 0.5));
        Assert.Contains("over 200 splits of 40 rows", seen.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["Mean", "Deviation", "Low", "High"], seen.Lines.Skip(1).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Nothing_is_worked_out_by_an_answer_that_is_not_right()
    {
        string wrong = ExerciseText.Mistakes(ExerciseCatalogue.Known("4"))[0].Text;
        Assert.False(OwnReply.Of(
            ExerciseCatalogue.Known("4"), LearnerCompiler.Compile(wrong).Assembly!, wrong, 1, new(["p"], [[0.5]], [true], 0.5)).IsRight);
        Assert.Equal([2, 4, 6], ExerciseCatalogue.All.Where(one => one.OnOwnRows is not null).Select(one => one.Number));
    }

    [Theory]
    [InlineData("Your methods take four columns of numbers, and ", "2", null, null)]
    [InlineData("--target COLUMN --score COLUMN", "4", null, null)]
    [InlineData("no column of numbers named 'q'", "4", "y", "q")]
    [InlineData("Splits into quarters need", "6", "y", null)]
    public void A_file_that_does_not_fit_is_refused_in_a_sentence(string says, string exercise, string? target, string? score)
    {
        OwnFile file = new(File("f.csv", "x,y\n1,1\n2,0\n3.5,1\n"), target, score, 0.5);
        Exercise asked = ExerciseCatalogue.Known(exercise);
        string message = Assert.Throws<UserMistakeException>(() => asked.OnOwnRows!.Read(asked, file)).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    private static OwnReply Reply(string exercise, OwnFile file)
    {
        Exercise asked = ExerciseCatalogue.Known(exercise);
        string text = Alternatives.First(ExerciseText.Approaches(asked)[0].Text);
        return OwnReply.Of(asked, LearnerCompiler.Compile(text).Assembly!, text, 1, asked.OnOwnRows!.Read(asked, file));
    }

    private string File(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private Typed Check(string exercise, string data, params string[] more)
    {
        string answer = File("answer.cs", Alternatives.First(ExerciseText.Approaches(ExerciseCatalogue.Known(exercise))[0].Text));
        return ExercisesProcess.Run(_folder.FullName, ["learn", "check", exercise, "--file", answer, "--data", data, .. more]);
    }
}
