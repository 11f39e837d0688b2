using System.Text.Json;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Lessons;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>learn</c> as one types it.</summary>
public sealed class LearnToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-learn-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Exercises_come_in_the_order_of_their_weeks() =>
        Assert.Equal(ExerciseCatalogue.All.Select(one => one.Week).Order(), ExerciseCatalogue.All.Select(one => one.Week));

    [Fact]
    public void From_a_stub_to_a_right_answer_nothing_is_lost_and_progress_is_kept()
    {
        string output = Learn("check", "1").Ending(3);
        Assert.Contains("is not written yet", output, StringComparison.Ordinal);
        string file = Path.Combine(_folder.FullName, "my-work", "01-cosine-similarity.cs");
        Assert.True(File.Exists(file));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "my-work", "Directory.Build.props")));

        Learn("approaches", "1").Ending(3);
        Assert.Contains("hint 1 of", Learn("hint", "1").Output, StringComparison.Ordinal);
        Learn("predict", "1", "near 1");
        File.WriteAllText(file, Alternatives.First(ExerciseText.Approaches(ExerciseCatalogue.Known("1"))[0].Text));
        output = Learn("check", "1").Ending(0);
        Assert.Contains("Both parts are right.", output, StringComparison.Ordinal);
        Assert.Contains("your guess: near 1; what happens: near 0", output, StringComparison.Ordinal);
        Assert.Contains("both parts right, 1 hint", Learn("list").Output, StringComparison.Ordinal);
        Assert.Equal("1 Cosine similarity: both parts right", Learn("check", "all").Ending(0).Trim());

        Assert.Contains("What was there is now", Learn("reset", "1").Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!, "*.bak"));
        Assert.Contains("NotImplementedException", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_is_told_the_mistake_and_never_the_right_number()
    {
        string text = ExerciseText.Mistakes(ExerciseCatalogue.Known("1")).Single(mistake => mistake.Name == "one-norm").Text;
        string file = Path.Combine(_folder.FullName, "mine.cs");
        File.WriteAllText(file, text);
        string output = Learn("check", "1", "--file", file, "--json").Ending(3);
        JsonElement json = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, 1, "wrong"), (
            json.GetProperty("exercise").GetInt32(), json.GetProperty("part").GetInt32(), json.GetProperty("verdict").GetString()));
        Assert.Equal("one-norm", json.GetProperty("mistake").GetProperty("id").GetString());
        Assert.Equal(
            Array.FindIndex(text.Split('\n'), line => line.Contains("Sqrt", StringComparison.Ordinal)) + 1,
            json.GetProperty("mistake").GetProperty("line").GetInt32());
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "my-work", "01-cosine-similarity.cs")));
    }

    [Fact]
    public void What_part_2_asks_is_told_with_the_first_verdict_on_it_and_not_again()
    {
        string file = Path.Combine(_folder.FullName, "my-work", "03-shape-checker.cs");
        Exercise exercise = ExerciseCatalogue.Known("3");
        Learn("check", "3");
        File.WriteAllText(file, ExerciseText.Mistakes(exercise).Single(mistake => mistake.Name == "difference-broadcasts").Text);
        string asked = $"Part 2: {exercise.Parts[1].Task}";
        Assert.Contains(asked, Learn("check", "3").Output, StringComparison.Ordinal);
        string again = Learn("check", "3").Output;
        Assert.Contains("Part 2 is not right yet", again, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, again, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_is_read_here_and_put_into_a_page()
    {
        string output = Learn("lesson", "vectors").Ending(0);
        Assert.Contains("## One thing to do", output, StringComparison.Ordinal);
        string page = File.ReadAllText(Path.Combine(_folder.FullName, "my-work", "lessons", "vectors.html"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_of_a_short_lesson_is_there_to_be_run_and_stays_as_the_learner_has_it()
    {
        string folder = Path.Combine(_folder.FullName, "my-work");
        foreach (ShortLesson lesson in ShortLesson.All)
        {
            string file = Path.Combine(folder, lesson.Place);
            Assert.Contains($"dotnet run my-work/{lesson.Place}`", lesson.Text, StringComparison.Ordinal);
            Assert.Contains(lesson.Place, Learn("lesson", lesson.Word).Ending(0), StringComparison.Ordinal);
            Assert.Contains("Console.WriteLine(", File.ReadAllText(file), StringComparison.Ordinal);
            File.WriteAllText(file, "mine");
            Learn("lesson", lesson.Word);
            Assert.Equal("mine", File.ReadAllText(file));
        }

        // Without these the suite's own rules would build them.
        Assert.True(File.Exists(Path.Combine(folder, "Directory.Build.props")));
        Assert.True(File.Exists(Path.Combine(folder, ".editorconfig")));
    }

    [Fact]
    public void What_is_right_so_far_is_told_with_what_is_not_written_yet()
    {
        Exercise exercise = ExerciseCatalogue.Known("3");
        Learn("check", "3");
        string right = Alternatives.First(ExerciseText.Approaches(exercise)[0].Text);
        int second = right.IndexOf("Difference", StringComparison.Ordinal);
        File.WriteAllText(
            Path.Combine(_folder.FullName, "my-work", "03-shape-checker.cs"), $"{right[..second]}Elsewhere{right[(second + 10)..]}");
        Assert.Contains("FirstMismatch is right so far. There is no method", Learn("check", "3").Ending(3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("did you mean cosine-similarity?", "cosine-similarty")]
    [InlineData("There is no exercise '99'", "99")]
    [InlineData("is not understood here", "check", "1", "2")]
    [InlineData("--json goes with a check", "1", "--json")]
    public void What_makes_no_sense_ends_with_2_and_a_sentence(string says, params string[] arguments)
    {
        string output = Learn(arguments).Ending(2);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_progress_that_is_none_is_left_alone_and_said()
    {
        WorkFolder work = new(_folder.FullName);
        File.WriteAllText(work.PathOf("progress.json"), "[1, 2]");
        Assert.Contains("is not the file that 'learn' wrote", Assert.Throws<UserMistakeException>(() => Progress.In(work)).Message,
            StringComparison.Ordinal);
        Assert.Equal("[1, 2]", File.ReadAllText(work.PathOf("progress.json")));
    }

    // A check starts the workbench, and is a process.
    private Typed Learn(params string[] arguments)
    {
        if (arguments[0] != "check") return Typed.In(_folder, ["learn", .. arguments]);
        return ExercisesProcess.Run(_folder.FullName, ["learn", .. arguments]);
    }
}
