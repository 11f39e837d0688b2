using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Dojo;
using MlMaths.Torch.Exercises.MyWork;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>dojo</c> as one types it, and its loop.</summary>
public sealed class DojoToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-dojo-");

    private string Kept => Path.Combine(_folder.FullName, "my-work", "dojo", "progress.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void From_the_first_look_to_the_story_every_answer_is_run_and_kept()
    {
        string shown = Dojo("show", "3").Ending(0);
        Assert.Contains("Dojo 3 · Three columns of a table", shown, StringComparison.Ordinal);
        Assert.Contains("data.scaling         none", shown, StringComparison.Ordinal);
        Assert.False(File.Exists(Kept));

        Assert.Contains("The story comes once it is solved", Dojo("story", "3").Ending(3), StringComparison.Ordinal);
        string wrong = Dojo("3", "--cause", "too_few_epochs").Ending(3);
        Assert.Contains("is not it: the training is too short.", wrong, StringComparison.Ordinal);
        Assert.Contains("Tried: set training.epochs to 90.", wrong, StringComparison.Ordinal);
        Assert.Contains("hint 1 of 3", Dojo("hint", "3").Ending(0), StringComparison.Ordinal);
        Assert.Contains("Now mend it", Dojo("3", "--cause", "feature_scale").Ending(3), StringComparison.Ordinal);
        Assert.Contains("That does not win back enough.", Dojo("3", "--set", "rule.rate=0.1").Ending(3), StringComparison.Ordinal);
        string solved = Dojo("3", "--set", "data.scaling=standard", "rule.kind=adam", "rule.learning_rate=0.01").Ending(0);
        Assert.Contains("That counts.", solved, StringComparison.Ordinal);
        Assert.Contains("6 points of 10: 2 wrong guesses, 1 hint.", solved, StringComparison.Ordinal);
        Assert.Contains("The story · Stack Overflow 39525358", solved, StringComparison.Ordinal);
        Dojo("3", "--cause", "a");
        Assert.Contains("solved, 6 points", Dojo("list").Ending(0), StringComparison.Ordinal);
        Assert.Contains("1 of 27 solved", Typed.In(_folder, "learn", "list").Ending(0), StringComparison.Ordinal);
        Assert.Contains("Broken trainings: 1 of 27 solved", Typed.In(_folder, "plan", "--week", "6").Ending(0), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_wrong_to_say_so_is_the_answer()
    {
        string tried = Dojo("16", "--set", "data.scaling=standard").Ending(3);
        Assert.Contains("That wins nothing that matters.", tried, StringComparison.Ordinal);
        Assert.Contains("e is right: nothing is wrong.", Dojo("16", "--cause", "nothing").Ending(0), StringComparison.Ordinal);
        Assert.Contains("e is not it", Dojo("5", "--cause", "e").Ending(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_two_faults_is_half_an_answer()
    {
        Assert.Contains("is half of it", Dojo("24", "--cause", "feature_scale").Ending(3), StringComparison.Ordinal);
        Typed both = Dojo("24", "--cause", "loss_is_constant+feature_scale", "--set", "net.output=none", "data.scaling=standard");
        Assert.Contains("That counts.", both.Ending(0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_reads_the_case_and_the_verdict()
    {
        JsonElement shown = Json("show", "7");
        Assert.Equal("line", shown.GetProperty("set").GetProperty("data.set").GetString());
        Assert.False(shown.GetProperty("set").TryGetProperty("slips.targets_broadcast", out _));
        Assert.Equal(5, shown.GetProperty("choices").GetArrayLength());
        Assert.Equal(40, shown.GetProperty("validation_loss").GetArrayLength());
        Assert.Equal(1, Json("hint", "7").GetProperty("hints_used").GetInt32());
        JsonElement solved = Json("7", "--cause", "targets_broadcast", "--set", "slips.targets_broadcast=false");
        Assert.True(solved.GetProperty("is_solved").GetBoolean());
        Assert.Equal(9, solved.GetProperty("points").GetInt32());
        Assert.Equal(1, solved.GetProperty("answers")[1].GetProperty("share_won_back").GetDouble(), 12);
        Assert.True(Json("list")[6].GetProperty("is_solved").GetBoolean());
    }

    [Fact]
    public void A_file_of_progress_that_is_none_is_kept_aside_and_said()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Kept)!);
        File.WriteAllText(Kept, """{ "cases": { "03-three-columns": { "hints_used": -4 } } }""");
        Assert.DoesNotContain("Broken trainings", Typed.In(_folder, "learn", "list").Ending(0), StringComparison.Ordinal);
        Assert.Contains("is not the file that 'dojo' wrote", Dojo("list").Ending(0), StringComparison.Ordinal);
        Assert.Contains("-4", File.ReadAllText($"{Kept}.1.bak"), StringComparison.Ordinal);
        Assert.False(File.Exists(Kept));
    }

    [Theory]
    [InlineData("did you mean list?", "lst")]
    [InlineData("may be a whole number of at least 1", "0")]
    [InlineData("'z' is none of the answers: type a letter from a to e", "2", "--cause", "z")]
    [InlineData("may only be taken away: slips.validation_rows_in_training default", "2", "--set", "slips.validation_rows_in_training=1")]
    [InlineData("mend the training, and not the question", "2", "--set", "data.noise=0")]
    [InlineData("rule.learning_rate is 'fast', and may be", "2", "--set", "rule.learning_rate=fast")]
    [InlineData("did you mean net.hidden?", "2", "--set", "net.hiden=3")]
    [InlineData("is not understood here", "2", "3")]
    [InlineData("leave one of the two out", "2", "--drawn", "3")]
    [InlineData("leave out hint", "hint", "2", "--cause", "a")]
    [InlineData("--json goes with", "fields", "2", "--json")]
    public void What_makes_no_sense_ends_with_2_and_a_sentence(string says, params string[] arguments)
    {
        Assert.Contains(says, Dojo(arguments).Ending(2), StringComparison.Ordinal);
        Assert.False(File.Exists(Kept));
    }

    [Fact]
    public void Without_giving_up_there_is_no_story_and_with_it_no_point()
    {
        string told = Dojo("give-up", "2").Ending(0);
        Assert.Contains("no points", told, StringComparison.Ordinal);
        Assert.Contains("What was wrong: the training is too short.", told, StringComparison.Ordinal);
        Assert.Contains("given up", Dojo("list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_keyboard_answers_come_one_by_one_until_q()
    {
        Queue<string?> lines = new(
            ["", "h", "s", "nonsense", "rule.learning_rat 3", "f", "v", "training.epochs 60", "too_few_epochs", "l", "q"]);
        using TestConsole console = new TestConsole().Width(200);
        ToolContext context = new(new CommandLine([], [], takesWords: true).Checked(), console);
        WorkFolder work = new(_folder.FullName);
        DojoBout bout = new(DojoCatalogue.All[1], new(context, isQuiet: true));
        DojoDesk desk = new(context, work, bout, DojoProgress.In(work, Assert.Fail));
        Assert.True(desk.Ask(lines.Dequeue));
        Assert.All(
            [
                "What is wrong?", "hint 1 of 3", "The story comes once it is solved", "'nonsense' is none of the answers",
                "did you mean rule.learning_rate?", "It is mended. And what was wrong?", "9 points of 10", "The next one: ",
                "solved, 9 points",
            ],
            says => Assert.Contains(says, console.Output, StringComparison.Ordinal));
        string page = File.ReadAllText(Path.Combine(_folder.FullName, "dojo", "02-twenty-steps.html"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.FullName, "dojo"), "*.new"));
    }

    [Fact]
    public void Points_never_fall_below_1_and_time_counts()
    {
        Assert.Equal(10, new CaseProgress(IsSolved: true, Seconds: 299).Points);
        Assert.Equal(9, new CaseProgress(IsSolved: true, Seconds: 300).Points);
        Assert.Equal(5, new CaseProgress(IsSolved: true, WrongCauses: 1, VainFixes: 1, HintsUsed: 2).Points);
        Assert.Equal(1, new CaseProgress(IsSolved: true, WrongCauses: int.MaxValue).Points);
        Assert.Equal(0, new CaseProgress(IsSolved: true, HasGivenUp: true).Points);
    }

    private Typed Dojo(params string[] arguments) => Typed.In(_folder, ["dojo", .. arguments]);

    private JsonElement Json(params string[] arguments) =>
        JsonDocument.Parse(Dojo([.. arguments, "--json"]).Ending(0)).RootElement;
}
